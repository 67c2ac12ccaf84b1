package jp.todoke.telemetry;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import java.io.IOException;
import org.springframework.http.client.observation.ClientRequestObservationContext;
import org.springframework.http.client.observation.ClientRequestObservationConvention;

/**
 * Metric and span of a call to another process, by the operation for which it is made. The address that Spring's own convention would tell holds ids
 * and queries.
 */
public final class CallConvention implements ClientRequestObservationConvention {
    private final String peer;

    /** @param peer who is called, by the name that the configuration gives it */
    public CallConvention(String peer) {
        this.peer = peer;
    }

    @Override
    public String getName() {
        return "http.client.requests";
    }

    @Override
    public String getContextualName(ClientRequestObservationContext context) {
        return Work.operation();
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(ClientRequestObservationContext context) {
        int status = status(context);
        return KeyValues.of(KeyValue.of("peer", peer), KeyValue.of(Work.OPERATION, Work.operation()),
                KeyValue.of("status", status == 0 ? "none" : Integer.toString(status)),
                KeyValue.of("outcome", RequestConvention.outcome(status)));
    }

    private static int status(ClientRequestObservationContext context) {
        try {
            return context.getResponse() == null ? 0 : context.getResponse().getStatusCode().value();
        } catch (IOException e) {
            return 0;
        }
    }
}
