package jp.todoke.benefits.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** One programme's {@code law/<programme>.yaml}, read strictly: a wrong, missing, unknown or never-read row stops the start. */
public final class ParameterFile {
    private static final Set<String> ROW_KEYS = Set.of("from", "value", "article", "amended_by", "promulgated", "recorded", "checked",
            "source");
    private static final int DIGEST_DIGITS = 12;

    private final String resource;
    private final String version;
    private final Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
    private final Set<String> unread = new TreeSet<>();

    private ParameterFile(String resource, byte[] content) {
        this.resource = resource;
        Object loaded = new Load(LoadSettings.builder().setLabel(resource).build())
                .loadFromString(new String(content, StandardCharsets.UTF_8));
        Map<String, Object> document = object(loaded, "document");
        this.version = text(document, "rules", "document") + "+" + digest(content);
        object(document.get("parameters"), "parameters").forEach((name, list) -> {
            rows.put(name, rowsOf(name, list));
            unread.add(name);
        });
    }

    public static ParameterFile load(Class<?> owner, String resource) {
        try (InputStream stream = owner.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("no parameter file " + resource);
            }
            return new ParameterFile(resource, stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ParameterFile parse(String resource, String content) {
        return new ParameterFile(resource, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The version of the rules and a digest of the file, so that a changed amount is a changed version. */
    public String version() {
        return version;
    }

    public <T> ParameterSeries<T> series(String name, Function<Object, T> value) {
        List<Map<String, Object>> found = rows.get(name);
        if (found == null) {
            throw wrong(name, "missing");
        }
        unread.remove(name);
        var parameters = new ArrayList<Parameter<T>>();
        for (Map<String, Object> row : found) {
            parameters.add(parameter(name, row, value));
        }
        for (int i = 1; i < parameters.size(); i++) {
            if (!parameters.get(i).from().isAfter(parameters.get(i - 1).from())) {
                throw wrong(name, "rows not in ascending order of from");
            }
        }
        return ParameterSeries.of(name, parameters);
    }

    public ParameterSeries<Yen> yen(String name) {
        return series(name, value -> Yen.of(((Number) value).longValue()));
    }

    public ParameterSeries<Integer> number(String name) {
        return series(name, value -> Math.toIntExact(((Number) value).longValue()));
    }

    public ParameterSeries<LocalDate> date(String name) {
        return series(name, value -> LocalDate.parse((String) value));
    }

    /** A row nobody reads is a row nobody applies. */
    public ParameterFile requireAllRead() {
        if (!unread.isEmpty()) {
            throw wrong(unread.toString(), "never read by the rules");
        }
        return this;
    }

    private <T> Parameter<T> parameter(String name, Map<String, Object> row, Function<Object, T> value) {
        try {
            var provenance = new Parameter.Provenance(
                    text(row, "amended_by", name),
                    LocalDate.parse(text(row, "promulgated", name)),
                    LocalDate.parse(text(row, "recorded", name)),
                    LocalDate.parse(text(row, "checked", name)),
                    text(row, "source", name));
            return new Parameter<>(
                    name,
                    value.apply(row.get("value")),
                    YearMonth.parse(text(row, "from", name)),
                    Article.parse(text(row, "article", name)),
                    provenance);
        } catch (ClassCastException | DateTimeException | IllegalArgumentException e) {
            throw wrong(name, e.getMessage());
        }
    }

    private List<Map<String, Object>> rowsOf(String name, Object list) {
        if (!(list instanceof List<?> items) || items.isEmpty()) {
            throw wrong(name, "has no rows");
        }
        var found = new ArrayList<Map<String, Object>>();
        for (Object item : items) {
            Map<String, Object> row = object(item, name);
            if (!row.keySet().equals(ROW_KEYS) || row.containsValue(null)) {
                throw wrong(name, "every row has exactly the keys " + new TreeSet<>(ROW_KEYS));
            }
            found.add(row);
        }
        return found;
    }

    private Map<String, Object> object(Object value, String where) {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong(where, "is not a mapping");
        }
        var object = new LinkedHashMap<String, Object>();
        map.forEach((key, entry) -> object.put(String.valueOf(key), entry));
        return object;
    }

    private String text(Map<String, Object> row, String key, String where) {
        if (row.get(key) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw wrong(where, key + " is not a text");
    }

    private IllegalStateException wrong(String where, String what) {
        return new IllegalStateException(resource + ": " + where + ": " + what);
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)).substring(0, DIGEST_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
