package jp.todoke.integration.inquiry;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** サービス提供時間: outside it nothing is sent, not even a poll. */
final class ServiceWindow {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private final LocalTime opens;
    private final LocalTime closes;

    ServiceWindow(InquiryProperties.Window window) {
        this.opens = window.opens();
        this.closes = window.closes();
    }

    /** The instant itself when the window is open, else when it opens next. */
    Instant earliest(Instant now) {
        ZonedDateTime here = now.atZone(JAPAN);
        LocalTime time = here.toLocalTime();
        if (opens.equals(closes) || (!time.isBefore(opens) && time.isBefore(closes))) {
            return now;
        }
        ZonedDateTime opening = here.with(opens);
        return (time.isBefore(opens) ? opening : opening.plusDays(1)).toInstant();
    }
}
