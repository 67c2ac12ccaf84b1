package jp.todoke.integration.inquiry.comparison;

import java.time.Clock;
import java.time.Duration;
import jp.todoke.channel.DispatchMappers;
import jp.todoke.channel.WorkQueue;
import jp.todoke.channel.WorkQueues;
import jp.todoke.integration.inquiry.ServiceWindow;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The queue of comparisons: whoever holds the row of a municipality compares, and nobody else. */
@Configuration(proxyBeanMethods = false)
class ComparisonConfiguration {
    /** Longer than a page that runs into its time-out and is asked for once more; each page prolongs it. */
    static final Duration LEASE = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofSeconds(5);
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LAST = Duration.ofMinutes(30);

    @Bean
    @Qualifier("comparison")
    WorkQueue comparisonQueue(WorkQueues queues, DispatchMappers mappers, ServiceWindow window, ComparisonProperties properties,
            ComparisonDispatcher dispatcher) {
        var due = new DueComparisons(mappers.mapper(ComparisonClaimMapper.class), window::isOpen, properties);
        return queues.open("comparison", new WorkQueue.Settings(LEASE, POLL, 2, FIRST, LAST), due, dispatcher);
    }

    @Bean
    OpenDifferences openDifferences(DispatchMappers mappers, Clock clock) {
        return new OpenDifferences(mappers.mapper(ComparisonClaimMapper.class), clock);
    }
}
