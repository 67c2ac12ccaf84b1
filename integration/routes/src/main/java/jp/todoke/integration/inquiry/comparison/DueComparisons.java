package jp.todoke.integration.inquiry.comparison;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import jp.todoke.channel.AfterCommit;
import jp.todoke.channel.WorkQueue;

/** The comparisons that are due, in the サービス提供時間 only. Each process, when it has started, has all of them done again. */
final class DueComparisons implements WorkQueue.Claims {
    private static final Duration LOOK = Duration.ofMinutes(1);

    private final ComparisonClaimMapper rows;
    private final Predicate<Instant> open;
    private final List<Matter> matters;
    private Instant nextLook = Instant.MIN;
    private boolean started;

    DueComparisons(ComparisonClaimMapper rows, Predicate<Instant> open, ComparisonProperties properties) {
        this.rows = rows;
        this.open = open;
        this.matters = Arrays.stream(Matter.values()).filter(matter -> !properties.every(matter).isZero()).toList();
    }

    @Override
    public synchronized List<WorkQueue.Claim> claim(Instant now, Instant leaseUntil, int limit) {
        if (matters.isEmpty() || !open.test(now)) {
            return List.of();
        }
        if (!started) {
            rows.dueAtOnce(now);
        }
        if (!now.isBefore(nextLook)) {
            matters.forEach(matter -> rows.begin(matter, now));
        }
        List<WorkQueue.Claim> claimed = rows.claim(matters, now, leaseUntil, limit);
        // Rolled back, nothing of it was done.
        AfterCommit.run(() -> looked(now.plus(LOOK)));
        return claimed;
    }

    private synchronized void looked(Instant next) {
        nextLook = next;
        started = true;
    }
}
