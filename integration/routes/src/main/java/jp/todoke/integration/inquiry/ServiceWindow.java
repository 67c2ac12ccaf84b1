package jp.todoke.integration.inquiry;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import jp.todoke.integration.evidence.ServiceCalendar;
import org.springframework.stereotype.Component;

/** サービス提供時間 of the 中間サーバー: outside it nothing is sent, not even a poll. Our own hours may be narrower than its calendar. */
@Component
public class ServiceWindow {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final String PEER = "CHUKAN";

    private final InquiryProperties.Window window;
    private final ServiceCalendar calendar;

    ServiceWindow(InquiryProperties properties, ServiceCalendar calendar) {
        this.window = properties.window();
        this.calendar = calendar;
    }

    public boolean isOpen(Instant now) {
        LocalDateTime here = LocalDateTime.ofInstant(now, JAPAN);
        return ours(here.toLocalTime()) && (!window.calendar() || calendar.isOpen(PEER, here));
    }

    private boolean ours(LocalTime time) {
        return window.opens().equals(window.closes()) || (!time.isBefore(window.opens()) && time.isBefore(window.closes()));
    }
}
