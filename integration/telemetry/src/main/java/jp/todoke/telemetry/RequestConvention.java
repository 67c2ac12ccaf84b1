package jp.todoke.telemetry;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.http.server.observation.ServerRequestObservationConvention;

/**
 * Metric and span of a request, by the operation of the contract. Spring's own convention would tell the path, which names cases and people. What is
 * known of the work stands at the request, since the span ends behind the filters that know it.
 */
final class RequestConvention implements ServerRequestObservationConvention {
    @Override
    public String getName() {
        return "http.server.requests";
    }

    @Override
    public String getContextualName(ServerRequestObservationContext context) {
        return operation(context);
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(ServerRequestObservationContext context) {
        int status = context.getResponse() == null ? 0 : context.getResponse().getStatus();
        return KeyValues.of(KeyValue.of(Work.OPERATION, operation(context)), KeyValue.of("method", method(context)),
                KeyValue.of("status", Integer.toString(status)), KeyValue.of("outcome", outcome(status)));
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(ServerRequestObservationContext context) {
        return KeyValues.of(KeyValue.of(Work.CORRELATION_ID, text(context, Work.CORRELATION_ID)),
                KeyValue.of(Work.MUNICIPALITY, text(context, Work.MUNICIPALITY)));
    }

    static String outcome(int status) {
        return switch (status / 100) {
            case 1, 2, 3 -> "done";
            case 4 -> "refused";
            case 5 -> "failed";
            default -> "unknown";
        };
    }

    private static String operation(ServerRequestObservationContext context) {
        return text(context, Work.OPERATION);
    }

    /** Any word may stand where the method belongs: what the contracts do not use is not repeated. */
    private static String method(ServerRequestObservationContext context) {
        HttpServletRequest request = context.getCarrier();
        return request == null ? "none" : switch (request.getMethod()) {
            case "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS" -> request.getMethod();
            default -> "other";
        };
    }

    private static String text(ServerRequestObservationContext context, String attribute) {
        HttpServletRequest request = context.getCarrier();
        return request != null && request.getAttribute(attribute) instanceof String text ? text : "none";
    }
}
