package jp.todoke.channel;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** How much waits in a queue and how late it is; asked at most every few seconds, however often metrics are fetched. */
final class BacklogFigures {
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final Supplier<@Nullable Backlog> backlog;
    private final Clock clock;
    private @Nullable Backlog known;
    private long knownSince;
    private boolean asked;

    private BacklogFigures(Supplier<@Nullable Backlog> backlog, Clock clock) {
        this.backlog = backlog;
        this.clock = clock;
    }

    static void register(MeterRegistry meters, String queue, Supplier<@Nullable Backlog> backlog, Clock clock) {
        var figures = new BacklogFigures(backlog, clock);
        Gauge.builder("todoke.queue.waiting", () -> figures.of(Backlog::waiting)).tag("queue", queue).strongReference(true)
                .register(meters);
        Gauge.builder("todoke.queue.lateness", () -> figures.of(figures::lateness)).tag("queue", queue).baseUnit("seconds")
                .strongReference(true).register(meters);
    }

    private double of(ToDoubleFunction<Backlog> figure) {
        Backlog current = current();
        return current == null ? Double.NaN : figure.applyAsDouble(current);
    }

    private double lateness(Backlog current) {
        Instant due = current.oldestDue();
        return due == null ? 0 : Math.max(0, Duration.between(due, clock.instant()).toMillis() / 1000.0);
    }

    /** Not known while the database is away: a figure of before would be no figure. */
    private synchronized @Nullable Backlog current() {
        if (!asked || System.nanoTime() - knownSince > FRESH.toNanos()) {
            try {
                known = backlog.get();
            } catch (RuntimeException e) {
                known = null;
            }
            knownSince = System.nanoTime();
            asked = true;
        }
        return known;
    }
}
