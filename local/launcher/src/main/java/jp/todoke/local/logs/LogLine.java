package jp.todoke.local.logs;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of a log. The services write JSON objects in the form of ECS; whatever else stands in a file (the virtual machine's own words, a stack of
 * a program that has no logging yet, half a line) is shown as it is.
 *
 * @param service the process whose log it is
 * @param fields null unless the line is a JSON object
 */
record LogLine(String service, String raw, @Nullable JsonNode fields) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.of("Asia/Tokyo"));
    private static final String CORRELATION = "correlationId";

    static LogLine of(String service, String raw) {
        if (raw.startsWith("{")) {
            try {
                JsonNode node = JSON.readTree(raw);
                return new LogLine(service, raw, node.isObject() ? node : null);
            } catch (JacksonException e) {
                // Cut off by a crash, or no JSON at all.
            }
        }
        return new LogLine(service, raw, null);
    }

    /** When it was written; a line of text says so only if it begins with the time. */
    Optional<Instant> at() {
        String begin = fields == null ? raw.split("\\s", 2)[0] : text("@timestamp").orElse("");
        try {
            return begin.contains("T") ? Optional.of(OffsetDateTime.parse(begin).toInstant()) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    boolean isAbout(String correlation) {
        return fields == null ? raw.contains(correlation) : text(CORRELATION).filter(correlation::equals).isPresent();
    }

    /** @param named whether lines of other services stand beside it */
    String forPeople(boolean named) {
        Optional<String> message = text("message");
        if (fields == null || message.isEmpty()) {
            return named ? service + " | " + raw : raw;
        }
        return "%s %-5s %s %s %s%s".formatted(at().map(TIME::format).orElse("--:--:--.---"),
                text("log.level").or(() -> text("level")).orElse("-").toUpperCase(Locale.ROOT), service, text(CORRELATION).orElse("-"),
                message.get(),
                fault());
    }

    private String fault() {
        Optional<String> stack = text("error.stack_trace").or(() -> text("error.type"));
        return stack.map(lines -> "\n    " + lines.stripTrailing().replace("\n", "\n    ")).orElse("");
    }

    /** ECS allows both: a member with dots in its name, and objects within objects. */
    private Optional<String> text(String path) {
        JsonNode node = fields;
        if (node != null && !node.has(path)) {
            for (String name : path.split("\\.")) {
                node = node == null ? null : node.get(name);
            }
        } else if (node != null) {
            node = node.get(path);
        }
        return node != null && node.isValueNode() && !node.isNull() ? Optional.of(node.asString()) : Optional.empty();
    }
}
