package jp.todoke.integration.intake.portal;

import java.time.Duration;
import jp.todoke.channel.DispatchMappers;
import jp.todoke.channel.WorkQueue;
import jp.todoke.channel.WorkQueues;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The queues of the portal: listing, fetching, reporting. */
@Configuration(proxyBeanMethods = false)
class PortalConfiguration {
    /** Longer than a login and a call that both run into their time-out and are repeated once. */
    private static final Duration LEASE = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LAST = Duration.ofMinutes(30);

    @Bean
    @Qualifier("portal-list")
    WorkQueue portalListQueue(WorkQueues queues, DispatchMappers mappers, PortalWatch watch) {
        // A list of many pages takes longer than one call; two that list at once do no harm.
        var settings = new WorkQueue.Settings(LEASE.multipliedBy(3), POLL, 2, FIRST, LAST);
        return queues.open("portal-list", settings, mappers.mapper(WatchClaimMapper.class), watch);
    }

    @Bean
    @Qualifier("portal-fetch")
    WorkQueue portalFetchQueue(WorkQueues queues, DispatchMappers mappers, PortalFetch fetch) {
        // Each holds a package in memory.
        return queues.open("portal-fetch", new WorkQueue.Settings(LEASE, POLL, 2, FIRST, LAST), mappers.mapper(FetchClaimMapper.class),
                fetch);
    }

    @Bean
    @Qualifier("portal-report")
    WorkQueue portalReportQueue(WorkQueues queues, DispatchMappers mappers, PortalReporter reporter) {
        return queues.open("portal-report", new WorkQueue.Settings(LEASE, POLL, 4, FIRST, LAST), mappers.mapper(ReportClaimMapper.class),
                reporter);
    }
}
