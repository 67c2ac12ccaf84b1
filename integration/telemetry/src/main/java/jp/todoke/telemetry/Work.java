package jp.todoke.telemetry;

import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * What each line of the log and each span says of the work in which it came about: its correlation id, the municipality for which it is done, and the
 * operation by its name in the contract.
 */
public final class Work {
    public static final String CORRELATION_ID = "correlationId";
    public static final String MUNICIPALITY = "municipality";
    public static final String OPERATION = "operation";

    private Work() {}

    public static void correlatedBy(@Nullable String correlationId) {
        put(CORRELATION_ID, correlationId);
    }

    public static void of(@Nullable String municipality) {
        put(MUNICIPALITY, municipality);
    }

    public static void doing(@Nullable String operation) {
        put(OPERATION, operation);
    }

    public static @Nullable String correlationId() {
        return MDC.get(CORRELATION_ID);
    }

    static @Nullable String municipality() {
        return MDC.get(MUNICIPALITY);
    }

    public static String operation() {
        String operation = MDC.get(OPERATION);
        return operation == null ? "none" : operation;
    }

    /** The end of a piece of work: the thread may serve another one. */
    public static void end() {
        MDC.remove(CORRELATION_ID);
        MDC.remove(MUNICIPALITY);
        MDC.remove(OPERATION);
    }

    /** The same work, carried on by another thread. */
    public static <T> Callable<T> carriedOn(Callable<T> part) {
        Map<String, String> here = MDC.getCopyOfContextMap();
        return () -> {
            if (here != null) {
                MDC.setContextMap(here);
            }
            try {
                return part.call();
            } finally {
                MDC.clear();
            }
        };
    }

    private static void put(String key, @Nullable String value) {
        if (value == null) {
            MDC.remove(key);
        } else {
            MDC.put(key, value);
        }
    }
}
