package jp.todoke.conformance.vectors;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** Checks the form of one JSON object and gathers what is wrong with it, each with its path. */
final class Shape {
    private final JsonNode object;
    private final String path;
    private final List<String> problems;

    Shape(JsonNode object, String path, List<String> problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
        if (!object.isObject()) {
            problem("", "must be an object");
        }
    }

    /** A field that nobody compares would look like a demand and be none. */
    Shape only(Set<String> known) {
        object.propertyNames().stream().filter(name -> !known.contains(name)).forEach(name -> problem(name, "is not a known field"));
        return this;
    }

    boolean has(String field) {
        return object.has(field);
    }

    JsonNode get(String field) {
        return object.path(field);
    }

    String text(String field) {
        String value = object.path(field).asString("");
        if (!object.path(field).isString() || value.isBlank()) {
            problem(field, "must be a text");
        }
        return value;
    }

    void optionalOneOf(String field, Set<String> values) {
        if (has(field) && !values.contains(get(field).asString(""))) {
            problem(field, "must be one of " + values.stream().sorted().toList());
        }
    }

    YearMonth month(String field) {
        try {
            return YearMonth.parse(text(field));
        } catch (DateTimeParseException e) {
            problem(field, "must be a month, YYYY-MM");
            return YearMonth.of(1, 1);
        }
    }

    /** Whole yen; null demands null. */
    void optionalYen(String field) {
        JsonNode value = get(field);
        if (has(field) && !value.isNull() && !(value.isIntegralNumber() && value.asLong() >= 0)) {
            problem(field, "must be whole yen or null");
        }
    }

    void optionalCount(String field) {
        JsonNode value = get(field);
        if (has(field) && !value.isNull() && !(value.isIntegralNumber() && value.asLong() >= 1)) {
            problem(field, "must be a count from 1, or null");
        }
    }

    void optionalFlag(String field) {
        if (has(field) && !get(field).isBoolean()) {
            problem(field, "must be true or false");
        }
    }

    /** Every element of a list in turn, with its shape; an absent list has none. */
    List<JsonNode> optionalList(String field, BiConsumer<Shape, Integer> element) {
        if (!has(field)) {
            return List.of();
        }
        if (!get(field).isArray()) {
            problem(field, "must be a list");
            return List.of();
        }
        List<JsonNode> elements = new ArrayList<>(get(field).values());
        for (int i = 0; i < elements.size(); i++) {
            element.accept(new Shape(elements.get(i), path + "/" + field + "/" + i, problems), i);
        }
        return elements;
    }

    Shape object(String field) {
        return new Shape(get(field), path + "/" + field, problems);
    }

    void problem(String field, String what) {
        problems.add((field.isEmpty() ? path : path + "/" + field) + " " + what);
    }
}
