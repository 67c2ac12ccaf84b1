package jp.todoke.integration.inquiry;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Before one institution, or before the network as a whole: how fast, how many at a time, and whether it is left alone for now. */
final class Gate {
    private static final int LAST_CALLS = 20;
    /** Percent: an institution that answers one question in four is not away. */
    private static final int MOST_FAIL = 80;
    private static final int PROBES = 2;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);
    private static final Duration NEXT_LOOK = Duration.ofSeconds(1);
    private static final IllegalStateException UNREACHED = new IllegalStateException("not reached");

    private final Clock clock;
    private final int most;
    private final Bucket bucket;
    private final CircuitBreaker breaker;
    private final AtomicInteger inside = new AtomicInteger();
    private volatile Instant closedUntil = Instant.MIN;

    Gate(String name, int perSecond, int most, Clock clock) {
        this.clock = clock;
        this.most = most;
        this.bucket = Bucket.builder()
                .addLimit(Bandwidth.builder().capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)).build())
                .withCustomTimePrecision(new ClockMeter(clock)).build();
        this.breaker = CircuitBreaker.of(name,
                CircuitBreakerConfig.custom().slidingWindowSize(LAST_CALLS).minimumNumberOfCalls(LAST_CALLS)
                        .failureRateThreshold(MOST_FAIL).permittedNumberOfCallsInHalfOpenState(PROBES).clock(clock)
                        .waitIntervalFunctionInOpenState(IntervalFunction.ofExponentialBackoff(FIRST_PAUSE, 2, LONGEST_PAUSE)).build());
    }

    boolean isClosed() {
        return clock.instant().isBefore(closedUntil) || inside.get() >= most;
    }

    void closeFor(Duration pause) {
        Instant until = clock.instant().plus(pause);
        closedUntil = until.isAfter(closedUntil) ? until : closedUntil;
    }

    /** @return false when nothing may pass now; whoever may, leaves again */
    boolean enter() {
        if (isClosed()) {
            return false;
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            closeFor(Duration.ofNanos(probe.getNanosToWaitForRefill()));
            return false;
        }
        if (!breaker.tryAcquirePermission()) {
            closeFor(NEXT_LOOK);
            return false;
        }
        inside.incrementAndGet();
        return true;
    }

    /** What was a fault of ours, or never left, says nothing. */
    void leave() {
        inside.decrementAndGet();
        breaker.releasePermission();
    }

    void leave(boolean reached) {
        inside.decrementAndGet();
        if (reached) {
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        } else {
            breaker.onError(0, TimeUnit.NANOSECONDS, UNREACHED);
        }
    }

    /** Our clock in the words of the bucket. */
    private record ClockMeter(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }
}
