package jp.todoke.integration.records;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.todoke.guard.Caller;
import jp.todoke.integration.records.RecordSearchMapper.View;
import jp.todoke.integration.records.RecordSearchMapper.Wish;
import jp.todoke.telemetry.Work;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Pages through the records backwards in time, a quarter of a year after the other: one statement over all partitions of seven years
 * would hold locks by the ten thousand.
 */
@Component
class RecordPages {
    private static final Duration STRIDE = Duration.ofDays(92);
    /** Seven years and the months that a day may stay beyond them. */
    private static final Duration KEPT = Duration.ofDays(8 * 366L);

    private final RecordSearchMapper rows;
    private final TransactionTemplate transaction;
    private final Clock clock;

    RecordPages(RecordSearchMapper rows, TransactionTemplate transaction, Clock clock) {
        this.rows = rows;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Whence to whither; {@code until} is exclusive. */
    record Period(@Nullable Instant from, @Nullable Instant until) {}

    /** @param next where the page after this one goes on; absent: this is the last */
    record Page(List<ChainRow> rows, @Nullable String next) {}

    /** Who looks is kept before anything is shown. */
    Page page(String operation, Wish wish, Period period, @Nullable String after, int limit) {
        List<ChainRow> found = find(wish, period, after, limit + 1);
        List<ChainRow> shown = found.subList(0, Math.min(limit, found.size()));
        viewed(operation, wish.atenabango(), shown.size());
        return new Page(shown, found.size() > limit ? cursor(shown.getLast()) : null);
    }

    void viewed(String operation, @Nullable String atenabango, long shown) {
        var view = new View(clock.instant(), Caller.current().subject(), operation, atenabango, shown, Work.correlationId());
        transaction.executeWithoutResult(_ -> rows.addView(view));
    }

    private List<ChainRow> find(Wish wish, Period period, @Nullable String after, int limit) {
        Instant oldest = clock.instant().minus(KEPT);
        Instant from = period.from() == null || period.from().isBefore(oldest) ? oldest : period.from();
        Instant latest = clock.instant().plus(Duration.ofDays(1));
        Instant until = period.until() == null || period.until().isAfter(latest) ? latest : period.until();
        UUID beforeId = null;
        if (after != null) {
            int cut = after.indexOf('-');
            Instant seen = Instant.EPOCH.plus(Long.parseLong(after.substring(0, cut)), ChronoUnit.MICROS);
            if (seen.isBefore(until)) {
                until = seen;
                beforeId = UUID.fromString(after.substring(cut + 1));
            }
        }
        List<ChainRow> found = new ArrayList<>();
        while (found.size() < limit && until.isAfter(from) || beforeId != null) {
            Instant begin = until.minus(STRIDE).isAfter(from) ? until.minus(STRIDE) : from;
            Instant end = until;
            UUID last = beforeId;
            found.addAll(transaction.execute(_ -> rows.find(wish, begin, end, last, limit - found.size())));
            until = begin;
            beforeId = null;
        }
        return found;
    }

    private static String cursor(ChainRow row) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, row.occurredAt()) + "-" + row.recordId();
    }
}
