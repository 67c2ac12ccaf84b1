package jp.todoke.integration.inquiry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks the 中間サーバー now and then how it is, only while there is something to be asked of it, and leaves it alone while it is being maintained. */
@Component
class NetworkHealth {
    private static final Logger log = LoggerFactory.getLogger(NetworkHealth.class);
    /** However long the maintenance is announced for: it may be over earlier. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final ProducerTemplate routes;
    private final Gates gates;
    private final Duration every;
    private final Clock clock;
    private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);
    private volatile NetworkState.Condition known = NetworkState.Condition.UP;

    NetworkHealth(ProducerTemplate routes, Gates gates, InquiryProperties properties, Clock clock, MeterRegistry meters) {
        this.routes = routes;
        this.gates = gates;
        this.every = properties.healthEvery();
        this.clock = clock;
        Gauge.builder("todoke.network.available", () -> switch (known) {
            case UP -> 1;
            case DEGRADED -> 0.5;
            case MAINTENANCE -> 0;
        }).strongReference(true).register(meters);
    }

    /** One of many that come at the same time asks. */
    void lookIfDue() {
        Instant now = clock.instant();
        Instant due = next.get();
        if (!every.isZero() && !now.isBefore(due) && next.compareAndSet(due, now.plus(every))) {
            look();
        }
    }

    /** Who cannot even say how it is, is found out by the calls themselves. */
    void look() {
        try {
            heard(routes.requestBody("direct:getNetworkHealth", "", NetworkState.class));
        } catch (RuntimeException unanswered) {
            log.info("中間サーバー does not say how it is ({})", unanswered.getClass().getSimpleName());
        }
    }

    private void heard(NetworkState state) {
        if (state.condition() != known) {
            log.warn("中間サーバー is {} (before: {}), until {}", state.condition(), known, state.until());
        }
        known = state.condition();
        if (known == NetworkState.Condition.MAINTENANCE) {
            Instant now = clock.instant();
            Instant until = state.until() == null ? now.plus(every) : state.until();
            Duration announced = Duration.between(now, until);
            gates.closeNetwork(announced.compareTo(LONGEST) > 0 ? LONGEST : announced);
        }
    }
}
