package jp.todoke.benefits.law;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names each distinct trace of one answer once, in the order of first use: months with the same grounds share one id. */
public final class TraceBook {
    private final Map<Trace, String> ids = new LinkedHashMap<>();

    /** Absent where no trace was asked for. */
    public @Nullable String id(Trace trace) {
        if (trace.isNone()) {
            return null;
        }
        String known = ids.get(trace);
        if (known != null) {
            return known;
        }
        String id = "t" + (ids.size() + 1);
        ids.put(trace, id);
        return id;
    }

    public Map<String, Trace> traces() {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var traces = new LinkedHashMap<String, Trace>();
        ids.forEach((trace, id) -> traces.put(id, trace));
        return traces;
    }
}
