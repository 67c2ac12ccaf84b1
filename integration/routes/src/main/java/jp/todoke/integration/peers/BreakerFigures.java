package jp.todoke.integration.peers;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jp.todoke.telemetry.IssuerKeys;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.stereotype.Component;

/**
 * Whether peers are left alone for now, as a figure and as health: told, and no reason to take this process out of service, since applications are
 * taken in and inquiries wait in their rows. Nobody is asked for it: calls say it.
 */
@Component("peers")
class BreakerFigures implements HealthIndicator {
    private final CircuitBreakerRegistry breakers;

    BreakerFigures(Resilience4JCircuitBreakerFactory factory, MeterRegistry meters) {
        this.breakers = factory.getCircuitBreakerRegistry();
        breakers.getAllCircuitBreakers().forEach(breaker -> register(breaker, meters));
        breakers.getEventPublisher().onEntryAdded(added -> register(added.getAddedEntry(), meters));
    }

    private static void register(CircuitBreaker breaker, MeterRegistry meters) {
        Gauge.builder("todoke.peer.breaker.open", () -> openness(breaker)).tag("peer", breaker.getName()).strongReference(true)
                .register(meters);
    }

    private static double openness(CircuitBreaker breaker) {
        return switch (breaker.getState()) {
            case OPEN, FORCED_OPEN -> 1;
            case HALF_OPEN -> 0.5;
            default -> 0;
        };
    }

    @Override
    public Health health() {
        boolean allClosed = breakers.getAllCircuitBreakers().stream().allMatch(breaker -> openness(breaker) == 0);
        return Health.status(allClosed ? Status.UP : IssuerKeys.DEGRADED).build();
    }
}
