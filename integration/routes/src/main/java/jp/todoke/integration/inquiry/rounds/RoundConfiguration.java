package jp.todoke.integration.inquiry.rounds;

import java.time.Duration;
import jp.todoke.channel.DispatchMappers;
import jp.todoke.channel.WorkQueue;
import jp.todoke.channel.WorkQueues;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The queue over the files of rounds. */
@Configuration(proxyBeanMethods = false)
class RoundConfiguration {
    static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    static final Duration LAST_RETRY = Duration.ofMinutes(5);
    private static final Duration POLL = Duration.ofMillis(500);

    @Bean
    @Qualifier("inquiry-files")
    WorkQueue inquiryFileQueue(WorkQueues queues, DispatchMappers mappers, FileDispatcher dispatcher, RoundProperties properties) {
        FileClaimMapper claims = mappers.mapper(FileClaimMapper.class);
        var settings = new WorkQueue.Settings(properties.lease(), POLL, properties.concurrency(), FIRST_RETRY, LAST_RETRY);
        return queues.open("inquiry-files", settings, claims, dispatcher);
    }
}
