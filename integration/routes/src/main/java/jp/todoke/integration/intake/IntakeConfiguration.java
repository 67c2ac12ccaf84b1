package jp.todoke.integration.intake;

import java.time.Duration;
import jp.todoke.channel.DispatchMappers;
import jp.todoke.channel.WorkQueue;
import jp.todoke.channel.WorkQueues;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The queue over packages that nobody judged. */
@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {
    /** Longer than a judgement takes, also while a request holds the row. */
    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofSeconds(5);
    /** Requests come first. */
    private static final int CONCURRENCY = 2;

    @Bean
    @Qualifier("intake")
    WorkQueue intakeQueue(WorkQueues queues, DispatchMappers mappers, UnjudgedPackages packages) {
        IntakeClaimMapper claims = mappers.mapper(IntakeClaimMapper.class);
        var settings = new WorkQueue.Settings(LEASE, POLL, CONCURRENCY, Duration.ofSeconds(5), Duration.ofMinutes(5));
        return queues.open("intake", settings, claims, packages);
    }
}
