package jp.todoke.telemetry;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.ReceiverContext;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The trace of work that rests in a row between two steps. The row keeps a W3C traceparent; whoever takes it up again goes on as a child of it, not
 * by a link: the answer to one question of one case is one story with few steps, and is looked for as one tree.
 */
public final class Traces {
    private static final String TRACEPARENT = "traceparent";

    private final ObservationRegistry observations;
    private final Tracer tracer;
    private final Propagator propagator;

    Traces(ObservationRegistry observations, Tracer tracer, Propagator propagator) {
        this.observations = observations;
        this.tracer = tracer;
        this.propagator = propagator;
    }

    /** For the row: where the current trace stands. */
    public @Nullable String current() {
        Span span = tracer.currentSpan();
        if (span == null) {
            return null;
        }
        Map<String, String> carrier = new HashMap<>();
        propagator.inject(span.context(), carrier, Map::put);
        return carrier.get(TRACEPARENT);
    }

    /** Goes on where {@link #current} was written down; without it a trace begins. Also the timer {@code todoke.work} by operation. */
    public void goOn(@Nullable String traceparent, String operation, Runnable work) {
        Work.doing(operation);
        var context = new ReceiverContext<Map<String, String>>(Map::get, Kind.CONSUMER);
        context.setCarrier(traceparent == null ? Map.of() : Map.of(TRACEPARENT, traceparent));
        named(Observation.createNotStarted("todoke.work", () -> context, observations), operation).observe(work);
    }

    /** One step of the current work, with its own span and the timer {@code todoke.steps} by operation and outcome. */
    public <T> T step(String operation, Supplier<T> step, Function<T, String> outcome) {
        String around = Work.operation();
        Work.doing(operation);
        Observation observation = named(Observation.createNotStarted("todoke.steps", observations), operation)
                .lowCardinalityKeyValue("outcome", "failed");
        try {
            return observation.observe(() -> {
                T result = step.get();
                observation.lowCardinalityKeyValue("outcome", outcome.apply(result));
                return result;
            });
        } finally {
            Work.doing(around);
        }
    }

    private static Observation named(Observation observation, String operation) {
        return observation.contextualName(operation).lowCardinalityKeyValue(KeyValue.of(Work.OPERATION, operation));
    }
}
