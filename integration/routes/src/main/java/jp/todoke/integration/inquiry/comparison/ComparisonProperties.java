package jp.todoke.integration.inquiry.comparison;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often we compare with the 中間サーバー, beside once after each start. Zero: never, also after a start.
 *
 * @param inquiriesEvery the inquiries that it accepted
 * @param mastersEvery   its masters
 * @param window         how far back the list of inquiries reaches; as long as an inquiry is tried before it is given up
 * @param page           rows that are asked for at a time, at most 1,000
 */
@ConfigurationProperties("todoke.comparison")
record ComparisonProperties(@DefaultValue("PT1H") Duration inquiriesEvery, @DefaultValue("PT24H") Duration mastersEvery,
        @DefaultValue("PT72H") Duration window, @DefaultValue("500") int page) {

    Duration every(Matter matter) {
        return switch (matter) {
            case INQUIRIES -> inquiriesEvery;
            case MASTERS -> mastersEvery;
        };
    }
}
