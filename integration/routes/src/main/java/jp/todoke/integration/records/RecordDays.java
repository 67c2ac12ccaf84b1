package jp.todoke.integration.records;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import jp.todoke.channel.WorkQueue;

/** The partitions of the records, one a day in Japan: made a week ahead, and when a record finds none. */
final class RecordDays implements WorkQueue.Claims {
    static final WorkQueue.Settings HOURLY = new WorkQueue.Settings(Duration.ofMinutes(1), Duration.ofHours(1), 1, Duration.ofMinutes(1),
            Duration.ofMinutes(5));
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int AHEAD = 7;

    private final RecordDispatchMapper rows;
    private final Clock clock;
    private final Set<LocalDate> made = ConcurrentHashMap.newKeySet();

    RecordDays(RecordDispatchMapper rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    static LocalDate of(Instant instant) {
        return instant.atZone(JAPAN).toLocalDate();
    }

    static Instant start(LocalDate day) {
        return day.atStartOfDay(JAPAN).toInstant();
    }

    LocalDate today() {
        return of(clock.instant());
    }

    /** Asks the database once a day and process. */
    void ensure(LocalDate day) {
        if (!made.contains(day)) {
            rows.ensureDay(day);
            made.add(day);
        }
    }

    /** The whole work is done here: nothing is claimed for later. */
    @Override
    public List<WorkQueue.Claim> claim(Instant now, Instant leaseUntil, int limit) {
        of(now).datesUntil(of(now).plusDays(AHEAD + 1L)).forEach(rows::ensureDay);
        return List.of();
    }
}
