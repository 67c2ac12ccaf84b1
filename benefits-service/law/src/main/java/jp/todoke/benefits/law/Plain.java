package jp.todoke.benefits.law;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A plain map read strictly by name; errors name the field, never its value. */
public record Plain(Map<String, Object> fields) {

    public String text(String name) {
        if (fields.get(name) instanceof String text) {
            return text;
        }
        throw wrong(name);
    }

    public LocalDate date(String name) {
        LocalDate date = dateOrNone(name);
        if (date == null) {
            throw wrong(name);
        }
        return date;
    }

    public @Nullable LocalDate dateOrNone(String name) {
        return fields.get(name) == null ? null : LocalDate.parse(text(name));
    }

    public boolean flag(String name) {
        if (fields.get(name) instanceof Boolean flag) {
            return flag;
        }
        throw wrong(name);
    }

    public long number(String name) {
        if (fields.get(name) instanceof Number number) {
            return number.longValue();
        }
        throw wrong(name);
    }

    public Yen yen(String name) {
        return Yen.of(number(name));
    }

    /** Whether the field is written at all: what is stored later has fields that what was stored earlier has not. */
    public boolean has(String name) {
        return fields.get(name) != null;
    }

    public Plain object(String name) {
        return plain(name, fields.get(name));
    }

    public Stream<Plain> objects(String name) {
        return list(name).stream().map(item -> plain(name, item));
    }

    public List<String> texts(String name) {
        return list(name).stream().map(String::valueOf).toList();
    }

    public <T> Fact<T> fact(String name, Function<Object, T> value) {
        Plain fact = object(name);
        Object known = fact.fields().get("known");
        if (known != null) {
            return Fact.known(value.apply(known), fact.text("source"));
        }
        return fact.fields().containsKey("none") ? Fact.none(fact.text("source")) : Fact.unknown(fact.text("unknown"));
    }

    private List<?> list(String name) {
        if (fields.get(name) instanceof List<?> list) {
            return list;
        }
        throw wrong(name);
    }

    private static Plain plain(String name, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong(name);
        }
        var fields = new LinkedHashMap<String, Object>();
        map.forEach((key, entry) -> fields.put(String.valueOf(key), entry));
        return new Plain(fields);
    }

    private static IllegalArgumentException wrong(String name) {
        return new IllegalArgumentException("stored facts: " + name + " is missing or of the wrong kind");
    }
}
