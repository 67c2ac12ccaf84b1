package jp.todoke.gateway;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One circuit breaker for each service behind: one that does not answer is left alone for a while, and its callers are told at once, and until when.
 * Only silence opens it (no connection, a time-out, an answer that breaks off). Whatever a service answers, also with 5xx, shows that it lives.
 */
final class Breakers {
    private static final int AT_LEAST = 1;
    private static final Logger log = LoggerFactory.getLogger(Breakers.class);

    private final CircuitBreakerRegistry registry;
    private final Clock clock;
    private final Duration openFor;
    private final Map<String, Instant> openUntil = new ConcurrentHashMap<>();

    Breakers(GatewaySettings.Breaker settings, Clock clock) {
        this.clock = clock;
        this.openFor = settings.openFor();
        this.registry = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom().slidingWindowSize(settings.window())
                .minimumNumberOfCalls(settings.least()).failureRateThreshold(settings.failurePercent()).waitDurationInOpenState(openFor)
                .permittedNumberOfCallsInHalfOpenState(settings.probes()).clock(clock).writableStackTraceEnabled(false).build());
        registry.getEventPublisher().onEntryAdded(added -> watch(added.getAddedEntry()));
    }

    private void watch(CircuitBreaker breaker) {
        breaker.getEventPublisher().onStateTransition(event -> {
            if (event.getStateTransition().getToState() == CircuitBreaker.State.OPEN) {
                openUntil.put(breaker.getName(), clock.instant().plus(openFor));
            }
            log.warn("service {} is {}", breaker.getName(), event.getStateTransition().getToState());
        });
    }

    CircuitBreakerRegistry registry() {
        return registry;
    }

    /** Asks whether the service may be called; the call must be ended in one of three ways. */
    Call begin(String service) {
        CircuitBreaker breaker = registry.circuitBreaker(service);
        if (!breaker.tryAcquirePermission()) {
            throw Refusal.leftAlone(secondsToWait(breaker));
        }
        return new Call(breaker, System.nanoTime());
    }

    /** While the probes are under way nobody knows when it will be: they are soon over. */
    private int secondsToWait(CircuitBreaker breaker) {
        if (breaker.getState() != CircuitBreaker.State.OPEN) {
            return AT_LEAST;
        }
        Duration left = Duration.between(clock.instant(), openUntil.getOrDefault(breaker.getName(), clock.instant().plus(openFor)));
        return Math.toIntExact(Math.max(AT_LEAST, Math.ceilDiv(left.toMillis(), 1_000L)));
    }

    record Call(CircuitBreaker breaker, long begun) {
        void answered() {
            breaker.onSuccess(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
        }

        void failed(Exception failure) {
            breaker.onError(System.nanoTime() - begun, TimeUnit.NANOSECONDS, failure);
        }

        /** It says nothing of the service. */
        void neverMind() {
            breaker.releasePermission();
        }
    }
}
