package jp.todoke.local.traces;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** One span, as it is kept: a line of JSON. */
public record RecordedSpan(String traceId, String spanId, String parentSpanId, String service, String name, String kind, long startMicros,
        long durationMicros, boolean failed, Map<String, String> attributes) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    public RecordedSpan {
        attributes = new TreeMap<>(attributes);
    }

    static RecordedSpan of(String line) {
        return JSON.readValue(line, RecordedSpan.class);
    }

    String line() {
        return JSON.writeValueAsString(this) + "\n";
    }
}
