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

/**
 * One programme's {@code law/<programme>.yaml}, read strictly: a wrong, missing, unknown or never-read row stops the start. The value
 * {@code abolished} ends a parameter; without such a row a parameter runs on.
 */
public final class ParameterFile {
    private static final Set<String> ROW_KEYS = Set.of("from", "value", "article", "amended_by", "promulgated", "recorded", "checked",
            "source");
    private static final Set<String> DOCUMENT_KEYS = Set.of("programme", "rules", "parameters");
    private static final String ABOLISHED = "abolished";
    private static final int DIGEST_DIGITS = 12;

    private final String resource;
    private final String rules;
    private final Map<String, List<Map<String, Object>>> rows;
    private final Set<String> unread;

    private ParameterFile(String resource, String rules, Map<String, List<Map<String, Object>>> rows) {
        this.resource = resource;
        this.rules = rules;
        this.rows = rows;
        this.unread = new TreeSet<>(rows.keySet());
    }

    private static ParameterFile read(String resource, byte[] content) {
        Object loaded = new Load(LoadSettings.builder().setLabel(resource).build())
                .loadFromString(new String(content, StandardCharsets.UTF_8));
        var rows = new LinkedHashMap<String, List<Map<String, Object>>>();
        var draft = new ParameterFile(resource, "", rows);
        Map<String, Object> document = draft.object(loaded, "document");
        if (!document.keySet().equals(DOCUMENT_KEYS)) {
            throw draft.wrong("document", "has exactly the keys " + new TreeSet<>(DOCUMENT_KEYS));
        }
        draft.text(document, "programme", "document");
        draft.object(document.get("parameters"), "parameters").forEach((name, list) -> rows.put(name, draft.rowsOf(name, list)));
        return new ParameterFile(resource, draft.text(document, "rules", "document"), rows);
    }

    public static ParameterFile load(Class<?> owner, String resource) {
        try (InputStream stream = owner.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("no parameter file " + resource);
            }
            return read(resource, stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a file that is not on the class path: a draft of an amendment, tried before it is law. */
    public static ParameterFile parse(String resource, String content) {
        return read(resource, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The version of the rules and a digest of every row, so that a changed amount is a changed version. */
    public String version() {
        var known = new LinkedHashMap<>(rows);
        known.values().removeIf(List::isEmpty);
        return rules + "+" + digest(known.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** What was on record at the end of {@code day}: rows recorded later are not known, and a parameter without any row is not in force. */
    public ParameterFile asKnownOn(LocalDate day) {
        var known = new LinkedHashMap<String, List<Map<String, Object>>>();
        rows.forEach((name, all) -> known.put(name, all.stream()
                .filter(row -> !LocalDate.parse(text(row, "recorded", name)).isAfter(day))
                .toList()));
        return new ParameterFile(resource, rules, known);
    }

    public <T> ParameterSeries<T> series(String name, Function<Object, T> value) {
        List<Map<String, Object>> found = rows.get(name);
        if (found == null) {
            throw wrong(name, "missing");
        }
        unread.remove(name);
        var read = new ArrayList<ParameterSeries.Row<T>>();
        for (Map<String, Object> row : found) {
            Parameter.Provenance provenance = provenance(name, row);
            Parameter<T> parameter = ABOLISHED.equals(row.get("value")) ? null : parameter(name, row, value, provenance);
            read.add(new ParameterSeries.Row<>(month(row, name), parameter));
        }
        return ParameterSeries.ofRows(name, read);
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

    private <T> Parameter<T> parameter(
            String name, Map<String, Object> row, Function<Object, T> value, Parameter.Provenance provenance) {
        try {
            return new Parameter<>(
                    name, value.apply(row.get("value")), month(row, name), Article.parse(text(row, "article", name)), provenance);
        } catch (ClassCastException | ArithmeticException | DateTimeException | IllegalArgumentException e) {
            throw wrong(name, e.getMessage());
        }
    }

    private Parameter.Provenance provenance(String name, Map<String, Object> row) {
        try {
            return new Parameter.Provenance(
                    text(row, "amended_by", name),
                    LocalDate.parse(text(row, "promulgated", name)),
                    LocalDate.parse(text(row, "recorded", name)),
                    LocalDate.parse(text(row, "checked", name)),
                    text(row, "source", name));
        } catch (DateTimeException e) {
            throw wrong(name, e.getMessage());
        }
    }

    private YearMonth month(Map<String, Object> row, String name) {
        try {
            return YearMonth.parse(text(row, "from", name));
        } catch (DateTimeException e) {
            throw wrong(name, "from is not a month");
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
        requireOrder(name, found);
        return found;
    }

    /** Each row begins after the one before it, and only what is in force can be abolished. */
    private void requireOrder(String name, List<Map<String, Object>> found) {
        boolean inForce = false;
        for (int i = 0; i < found.size(); i++) {
            if (i > 0 && !month(found.get(i), name).isAfter(month(found.get(i - 1), name))) {
                throw wrong(name, "rows not in ascending order of from");
            }
            boolean abolishes = ABOLISHED.equals(found.get(i).get("value"));
            if (abolishes && !inForce) {
                throw wrong(name, "abolishes what is not in force");
            }
            inForce = !abolishes;
        }
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
