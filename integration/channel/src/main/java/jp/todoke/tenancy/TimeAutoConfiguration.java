package jp.todoke.tenancy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The two clocks: the instant at which something happened, and the day that the office works on. */
@AutoConfiguration
@EnableConfigurationProperties(ServiceProperties.class)
public class TimeAutoConfiguration {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    @ConditionalOnMissingBean
    BusinessDate businessDate(ServiceProperties properties, Clock clock) {
        LocalDate fixed = properties.businessDate();
        return fixed != null ? () -> fixed : () -> LocalDate.ofInstant(clock.instant(), JAPAN);
    }
}
