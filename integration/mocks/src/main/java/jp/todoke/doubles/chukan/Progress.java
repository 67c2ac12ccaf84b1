package jp.todoke.doubles.chukan;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Where an inquiry stands: a function of its receipt and of the clock. */
record Progress(Receipt receipt, Instant permittedAt, Instant completesAt, boolean answeredByStaff) {

    static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final Duration RETENTION = Duration.ofDays(30);
    private static final LocalTime STAFF_BEGIN = LocalTime.of(10, 0);

    static Progress of(Receipt receipt, LatencyProfile profile, boolean answeredByStaff) {
        long millis = profile.resultMillis(receipt.draw());
        Instant permitted = receipt.acceptedAt().plusMillis(millis * 2 / 5);
        Instant completes = answeredByStaff ? nextWeekdayMorning(receipt.acceptedAt()) : receipt.acceptedAt().plusMillis(millis);
        return new Progress(receipt, permitted, completes, answeredByStaff);
    }

    String state(Instant now) {
        if (now.isBefore(permittedAt)) {
            return "ACCEPTED";
        }
        if (now.isBefore(completesAt)) {
            return answeredByStaff ? "WAITING_PROVIDER" : "IN_PROGRESS";
        }
        return now.isBefore(completesAt.plus(RETENTION)) ? "COMPLETED" : "EXPIRED";
    }

    long retryAfterMillis(Instant now) {
        return Math.max(0, Duration.between(now, completesAt).toMillis());
    }

    /** 提供許可証 is given by the core for a lawful tuple only. */
    boolean permitted(Instant now) {
        return receipt.verdict() == Verdict.PERMITTED && !now.isBefore(permittedAt);
    }

    /** 処理通番: the day and ten digits. */
    String shoriTsuban() {
        return DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.ofInstant(receipt.acceptedAt(), JAPAN))
                + "%010d".formatted(receipt.draw());
    }

    /** RFC 3339 in Japan's time, always with seconds. */
    static String written(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(JAPAN));
    }

    private static Instant nextWeekdayMorning(Instant acceptedAt) {
        ZonedDateTime morning = acceptedAt.atZone(JAPAN).with(STAFF_BEGIN).plusDays(1);
        while (morning.getDayOfWeek() == DayOfWeek.SATURDAY || morning.getDayOfWeek() == DayOfWeek.SUNDAY) {
            morning = morning.plusDays(1);
        }
        return morning.toInstant();
    }
}
