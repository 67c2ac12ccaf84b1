package jp.todoke.integration.inquiry;

import java.time.Duration;
import jp.todoke.channel.DispatchMappers;
import jp.todoke.channel.WorkQueue;
import jp.todoke.channel.WorkQueues;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The queue over the requests for 符号. */
@Configuration(proxyBeanMethods = false)
class LinkageCodeConfiguration {
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final int CONCURRENCY = 4;

    @Bean
    @Qualifier("linkage-code")
    WorkQueue linkageCodeQueue(WorkQueues queues, DispatchMappers mappers, LinkageCodeDispatcher dispatcher,
            LinkageCodeProperties properties) {
        var settings = new WorkQueue.Settings(properties.lease(), POLL, CONCURRENCY, properties.firstPoll(), properties.lastPoll());
        return queues.open("linkage-code", settings, mappers.mapper(LinkageCodeClaimMapper.class), dispatcher);
    }
}
