package jp.todoke.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes the stored answers of commands (table idempotency_key) that are older than 30 days, at the start of the service and
 * every day after it. The statement that reaches over all tenants is the whole work, so nothing is claimed for later.
 */
final class OldAnswers implements WorkQueue.Claims {
    static final WorkQueue.Settings DAILY = new WorkQueue.Settings(Duration.ofMinutes(1), Duration.ofDays(1), 1, Duration.ofMinutes(1),
            Duration.ofMinutes(5));
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Logger log = LoggerFactory.getLogger(OldAnswers.class);

    private final OldAnswerMapper rows;

    OldAnswers(OldAnswerMapper rows) {
        this.rows = rows;
    }

    @Override
    public List<WorkQueue.Claim> claim(Instant now, Instant leaseUntil, int limit) {
        int deleted = rows.deleteBefore(now.minus(KEPT));
        if (deleted > 0) {
            log.info("deleted {} stored answers older than {} days", deleted, KEPT.toDays());
        }
        return List.of();
    }
}
