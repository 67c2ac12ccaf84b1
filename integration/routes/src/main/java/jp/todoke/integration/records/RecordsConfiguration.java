package jp.todoke.integration.records;

import java.time.Clock;
import java.time.Duration;
import jp.todoke.channel.DispatchMappers;
import jp.todoke.channel.WorkQueue;
import jp.todoke.channel.WorkQueues;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What keeps the records over all tenants: their days, their seal, their size. */
@Configuration(proxyBeanMethods = false)
class RecordsConfiguration {
    private static final Duration LEASE = Duration.ofMinutes(1);
    private static final int MUNICIPALITIES_AT_A_TIME = 2;

    @Bean
    RecordDays recordDays(DispatchMappers mappers, Clock clock) {
        return new RecordDays(mappers.mapper(RecordDispatchMapper.class), clock);
    }

    /** Named as health shows it. */
    @Bean("records")
    RecordSeal recordSeal(DispatchMappers mappers, RecordsProperties properties, Clock clock) {
        return new RecordSeal(mappers.mapper(RecordDispatchMapper.class), properties, clock);
    }

    @Bean
    RecordSpace recordSpace(DispatchMappers mappers, RecordsProperties properties) {
        return new RecordSpace(mappers.mapper(RecordDispatchMapper.class), properties.capacity());
    }

    @Bean
    @Qualifier("record-days")
    WorkQueue recordDayQueue(WorkQueues queues, RecordDays days) {
        return queues.open("record-days", RecordDays.HOURLY, days, claim -> {
        });
    }

    @Bean
    @Qualifier("record-seal")
    WorkQueue recordSealQueue(WorkQueues queues, DispatchMappers mappers, RecordSealer sealer, RecordsProperties properties) {
        RecordDispatchMapper rows = mappers.mapper(RecordDispatchMapper.class);
        var settings = new WorkQueue.Settings(LEASE, Duration.ofSeconds(1), MUNICIPALITIES_AT_A_TIME, Duration.ofSeconds(1),
                Duration.ofMinutes(5));
        return queues.open("record-seal", settings,
                (now, leaseUntil, limit) -> rows.claim(now, leaseUntil, limit, RecordSeal.horizon(rows),
                        RecordDays.of(now.minus(properties.closeAfter()))),
                sealer);
    }
}
