package jp.todoke.integration.intake.imports;

import java.time.Duration;
import jp.todoke.channel.DispatchMappers;
import jp.todoke.channel.WorkQueue;
import jp.todoke.channel.WorkQueues;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The queue over imports. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {
    /** Several times what the rows of one turn take. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    @Bean
    @Qualifier("imports")
    WorkQueue importQueue(WorkQueues queues, DispatchMappers mappers, ImportRunner runner) {
        var settings = new WorkQueue.Settings(LEASE, Duration.ofSeconds(1), 1, Duration.ofSeconds(5), Duration.ofMinutes(5));
        return queues.open("imports", settings, mappers.mapper(ImportClaimMapper.class), runner);
    }
}
