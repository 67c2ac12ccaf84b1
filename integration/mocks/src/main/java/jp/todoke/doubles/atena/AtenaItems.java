package jp.todoke.doubles.atena;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import jp.todoke.doubles.wire.Refusal.Fault;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Checks items as 別紙7-2 asks, from the contract itself: names in Japanese, half-width and full-width characters, widths in
 * characters. E0001 missing, E0002 wrong characters, E0003 wrong width, E0004 needed together; every fault at once.
 */
final class AtenaItems {

    /** The second is needed where the first stands there with one of the values; no values: with any. */
    private record Together(String item, List<String> values, String needed) {}

    private static final List<Together> TOGETHER = List.of(new Together("nayosemotofuragu", List.of("1"), "nayosesakiatenabango"),
            new Together("seinengappi_fushofuragu", List.of("1"), "seinengappi_fushohyoki"),
            new Together("shorikubun", List.of("1", "2"), "atenabango"), new Together("uji_nihonjin", List.of(), "na_nihonjin"),
            new Together("na_nihonjin", List.of(), "uji_nihonjin"));
    private static final List<String> OPEN_DATES = List.of("0000-01-01", "9999-12-31");

    private final JsonNode schemas;

    AtenaItems() {
        String resource = "specs/peers/atena.yaml";
        try (InputStream yaml = AtenaItems.class.getClassLoader().getResourceAsStream(resource)) {
            schemas = YAMLMapper.builder().build().readTree(Objects.requireNonNull(yaml, resource)).at("/components/schemas");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    List<Fault> faults(String schema, JsonNode body) {
        JsonNode rules = schemas.path(schema);
        JsonNode items = rules.path("properties");
        var required = new TreeSet<String>();
        rules.path("required").values().forEach(name -> required.add(name.asString()));
        List<Fault> faults = new ArrayList<>();
        for (Map.Entry<String, JsonNode> item : items.properties()) {
            JsonNode value = body.path(item.getKey());
            if (!empty(value)) {
                wrong(item.getValue(), value).ifPresent(faults::add);
            } else if (required.contains(item.getKey())) {
                faults.add(Fault.missing(title(items, item.getKey())));
            }
        }
        for (Together rule : TOGETHER) {
            JsonNode value = body.path(rule.item());
            boolean demands = items.has(rule.needed()) && !empty(value)
                    && (rule.values().isEmpty() || rule.values().contains(value.asString()));
            if (demands && empty(body.path(rule.needed()))) {
                faults.add(Fault.needs(title(items, rule.item()), title(items, rule.needed())));
            }
        }
        return faults;
    }

    /** Absent and null differ in the standard, but neither is a value. */
    private static boolean empty(JsonNode value) {
        return value.isMissingNode() || value.isNull() || (value.isString() && value.asString().isEmpty());
    }

    private static String title(JsonNode items, String name) {
        return items.path(name).path("title").asString();
    }

    private static Optional<Fault> wrong(JsonNode item, JsonNode value) {
        String title = item.path("title").asString();
        if (!value.isString()) {
            return Optional.of(Fault.notAllowed(title, "文字列"));
        }
        String text = value.asString();
        String allowed = allowed(item.path("x-type").asString(), text);
        if (!allowed.isEmpty()) {
            return Optional.of(Fault.notAllowed(title, allowed));
        }
        int width = item.path("x-width").asInt();
        boolean fixed = item.path("x-fixed").asBoolean(false);
        if (fixed && characters(text) != width) {
            return Optional.of(Fault.length(title, Integer.toString(width)));
        }
        if (characters(text) > width) {
            // The standard has no code of its own for a text that is too long.
            return Optional.of(new Fault("E0003", "【" + title + "】は" + width + "桁以内で設定してください。"));
        }
        return outsideItsList(item, text, title);
    }

    private static Optional<Fault> outsideItsList(JsonNode item, String text, String title) {
        JsonNode values = item.path("enum");
        if (values.isArray() && values.valueStream().noneMatch(value -> value.asString().equals(text))) {
            return Optional.of(Fault.notAllowed(title, String.join(",", values.valueStream().map(JsonNode::asString).toList())));
        }
        if (item.has("pattern") && !text.matches(item.path("pattern").asString())) {
            return Optional.of(Fault.notAllowed(title, "半角数字"));
        }
        return title.endsWith("市区町村コード") && !checks(text)
                ? Optional.of(Fault.notAllowed(title, "全国地方公共団体コード"))
                : Optional.empty();
    }

    /** What is allowed, where the text is not of the type; nothing where it is. */
    private static String allowed(String type, String text) {
        return switch (type) {
            case "N" -> text.codePoints().anyMatch(AtenaItems::halfWidth) ? "全角文字" : "";
            case "X" -> text.codePoints().allMatch(point -> point >= 0x20 && point <= 0x7E) ? "" : "半角文字";
            case "DATE" -> OPEN_DATES.contains(text) || realDay(text) ? "" : "YYYY-MM-DD";
            case "TIME" -> text.matches("([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?") ? "" : "HH:MM:SS";
            default -> throw new IllegalStateException("no type " + type);
        };
    }

    private static boolean halfWidth(int point) {
        return point < 0x7F || (point >= 0xFF61 && point <= 0xFF9F);
    }

    private static boolean realDay(String text) {
        try {
            return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}") && LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeException noDay) {
            return false;
        }
    }

    /** Characters as the standard counts them: an ideographic variation sequence is one. */
    static long characters(String text) {
        return text.codePoints().filter(point -> (point < 0xE0100 || point > 0xE01EF) && (point < 0xFE00 || point > 0xFE0F)).count();
    }

    private static boolean checks(String code) {
        int sum = 0;
        for (int place = 0; place < 5; place++) {
            sum += (code.charAt(place) - '0') * (6 - place);
        }
        return (11 - sum % 11) % 10 == code.charAt(5) - '0';
    }
}
