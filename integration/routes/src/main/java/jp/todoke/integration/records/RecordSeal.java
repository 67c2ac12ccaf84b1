package jp.todoke.integration.records;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import jp.todoke.integration.records.RecordDispatchMapper.Waiting;
import jp.todoke.telemetry.IssuerKeys;
import jp.todoke.tenancy.Tenant;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.jspecify.annotations.Nullable;

/**
 * Whether the seal keeps up. The rule, written in advance: while a record of a municipality waits for its seal longer than
 * {@code todoke.records.stop-after}, nothing new is asked in its name; what was asked is still fetched, applications are taken in and
 * questions wait in their rows.
 */
public final class RecordSeal implements HealthIndicator {
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final RecordDispatchMapper rows;
    private final RecordsProperties properties;
    private final Clock clock;
    private Map<String, Instant> waiting = Map.of();
    private @Nullable Instant knownSince;

    RecordSeal(RecordDispatchMapper rows, RecordsProperties properties, Clock clock) {
        this.rows = rows;
        this.properties = properties;
        this.clock = clock;
    }

    /** Whether the current municipality may send a new inquiry. */
    public boolean mayGoOn() {
        return isInTime(waiting()) || isInTime(refreshed());
    }

    private boolean isInTime(Map<String, Instant> waiting) {
        Instant oldest = waiting.get(Tenant.current().code());
        return oldest == null || late(oldest).compareTo(properties.stopAfter()) < 0;
    }

    /** In seconds, of the municipality that waits longest. */
    double lateness() {
        return longest().toMillis() / 1000.0;
    }

    /** Told, and no reason to take the process out of service: it is the one that seals. */
    @Override
    public Health health() {
        Duration late = longest();
        if (late.compareTo(properties.warnAfter()) < 0) {
            return Health.up().build();
        }
        Duration left = properties.stopAfter().minus(late);
        String what = left.isPositive()
                ? "records are not sealed: new inquiries will stop in %d:%02d h".formatted(left.toHours(), left.toMinutesPart())
                : "records are not sealed: new inquiries are stopped";
        return Health.status(new Status(IssuerKeys.DEGRADED.getCode(), what)).build();
    }

    /** Before that, no record is looked for. */
    static @Nullable Instant horizon(RecordDispatchMapper rows) {
        LocalDate open = rows.oldestOpenDay();
        return open == null ? null : RecordDays.start(open.minusDays(RecordSealer.LATEST_DAYS));
    }

    private Duration longest() {
        return waiting().values().stream().map(this::late).max(Duration::compareTo).orElse(Duration.ZERO);
    }

    private Duration late(Instant oldest) {
        Duration late = Duration.between(oldest, clock.instant());
        return late.isNegative() ? Duration.ZERO : late;
    }

    private synchronized Map<String, Instant> waiting() {
        boolean fresh = knownSince != null && Duration.between(knownSince, clock.instant()).abs().compareTo(FRESH) <= 0;
        return fresh ? waiting : refreshed();
    }

    private synchronized Map<String, Instant> refreshed() {
        knownSince = clock.instant();
        waiting = rows.waiting(horizon(rows)).stream()
                .collect(Collectors.toUnmodifiableMap(Waiting::municipalityCode, Waiting::oldest));
        return waiting;
    }
}
