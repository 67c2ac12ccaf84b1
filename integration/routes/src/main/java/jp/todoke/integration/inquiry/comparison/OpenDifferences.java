package jp.todoke.integration.inquiry.comparison;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** How many differences are open, of all municipalities; counted at most every few seconds, however often metrics are fetched. */
final class OpenDifferences {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final ComparisonClaimMapper rows;
    private final Clock clock;
    private Instant freshUntil = Instant.MIN;
    private Map<Difference.Kind, Long> counted = Map.of();
    private long recovering;

    OpenDifferences(ComparisonClaimMapper rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    synchronized long of(Difference.Kind kind) {
        count();
        return counted.getOrDefault(kind, 0L);
    }

    /** Accepted there and still being sent here. */
    synchronized long recovering() {
        count();
        return recovering;
    }

    private void count() {
        Instant now = clock.instant();
        if (now.isBefore(freshUntil)) {
            return;
        }
        Map<Difference.Kind, Long> counts = new EnumMap<>(Difference.Kind.class);
        rows.open().forEach(count -> counts.put(count.kind(), count.differences()));
        recovering = rows.recovering();
        counted = counts;
        freshUntil = now.plus(FRESH);
    }
}
