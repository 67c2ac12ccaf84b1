package jp.todoke.integration.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import jp.todoke.integration.evidence.ServiceCalendar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Expected: 07:00 to 22:00 every day, and not from Saturday 2026-09-05 00:00 to Monday 2026-09-07 00:00 (evidence/service-*.csv). */
class ServiceWindowTest {

    private static ServiceWindow window(String opens, String closes, boolean calendar) {
        var window = new InquiryProperties.Window(LocalTime.parse(opens), LocalTime.parse(closes), calendar);
        return new ServiceWindow(new InquiryProperties(Duration.ZERO, 1, Duration.ZERO, "",
                new InquiryProperties.GyomuIds("990", "991"),
                new InquiryProperties.Retry(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO), window,
                new InquiryProperties.Throttle(1, 1), Duration.ZERO), new ServiceCalendar());
    }

    @ParameterizedTest(name = "{0} in Japan, own hours {1} to {2}, calendar {3}: {4}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            time,                opens, closes, calendar, open
            2026-11-16T06:59:59, 00:00, 00:00,  true,     false
            2026-11-16T07:00:00, 00:00, 00:00,  true,     true
            2026-11-16T21:59:59, 00:00, 00:00,  true,     true
            2026-11-16T22:00:00, 00:00, 00:00,  true,     false
            2026-11-16T03:00:00, 00:00, 00:00,  false,    true
            2026-09-04T21:59:59, 00:00, 00:00,  true,     true
            2026-09-05T12:00:00, 00:00, 00:00,  true,     false
            2026-09-06T21:59:59, 00:00, 00:00,  true,     false
            2026-09-07T07:00:00, 00:00, 00:00,  true,     true
            2026-11-16T08:59:59, 09:00, 17:00,  true,     false
            2026-11-16T09:00:00, 09:00, 17:00,  true,     true
            2026-11-16T17:00:00, 09:00, 17:00,  true,     false
            """)
    void opensByCalendarAndOwnHours(LocalDateTime time, String opens, String closes, boolean calendar, boolean open) {
        assertThat(window(opens, closes, calendar).isOpen(time.toInstant(ZoneOffset.ofHours(9)))).isEqualTo(open);
    }
}
