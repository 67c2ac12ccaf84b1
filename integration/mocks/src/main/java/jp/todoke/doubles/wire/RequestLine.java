package jp.todoke.doubles.wire;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One line for each request, in the form of the services' logs, so that a trace can be followed up to here. Nothing of what was asked. */
public final class RequestLine {
    private static final Pattern TRACEPARENT = Pattern.compile("00-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}");
    private static final Pattern SAFE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Clock CLOCK = Clock.systemUTC();

    private RequestLine() {}

    public static void print(Conduct.Passed passed) {
        Conduct.Asked request = passed.asked();
        String operation = request.operation();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("@timestamp", CLOCK.instant().toString());
        line.put("log", Map.of("level", "INFO", "logger", "jp.todoke.access"));
        line.put("service", Map.of("name", "national-doubles"));
        line.put("message", operation + " " + passed.status());
        line.put("operation", operation);
        Matcher trace = TRACEPARENT.matcher(orEmpty(request.header("traceparent")));
        if (trace.matches()) {
            line.put("traceId", trace.group(1));
            line.put("spanId", trace.group(2));
        }
        String correlationId = orEmpty(request.header("X-Correlation-Id"));
        if (SAFE_ID.matcher(correlationId).matches()) {
            line.put("correlationId", correlationId);
        }
        System.out.println(Json.MAPPER.writeValueAsString(line));
    }

    private static String orEmpty(@Nullable String header) {
        return header == null ? "" : header;
    }
}
