package jp.todoke.conformance.condition;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Compares what a vector demands with what an answer says: only what the vector names. */
final class Comparison {
    private final List<Mismatch> mismatches = new ArrayList<>();

    List<Mismatch> mismatches() {
        return List.copyOf(mismatches);
    }

    void months(List<JsonNode> demanded, JsonNode months) {
        for (JsonNode month : demanded) {
            String name = month.path("month").asString();
            JsonNode actual = element(months, "month", name);
            if (actual.isMissingNode()) {
                mismatches.add(Mismatch.of(name, "an answer for this month", actual));
            } else {
                month(name, month, actual);
            }
        }
    }

    private void month(String name, JsonNode demanded, JsonNode actual) {
        fields(name, demanded, actual, Set.of("outcome", "yen"));
        elements(name + " children", "id", demanded.path("children"), actual.path("children"), Set.of("yen", "rank", "outcome"));
        if (demanded.path("allChildren").asBoolean(false)) {
            Set<String> known = demanded.path("children").values().stream().map(c -> c.path("id").asString()).collect(Collectors.toSet());
            for (JsonNode child : actual.path("children")) {
                if (!known.contains(child.path("id").asString(""))) {
                    mismatches.add(Mismatch.of(name + " children", "no others than " + known.stream().sorted().toList(), child));
                }
            }
        }
        elements(name + " stages", "stage", demanded.path("stages"), actual.path("stages"), Set.of("yen"));
    }

    private void elements(String where, String key, JsonNode demanded, JsonNode actual, Collection<String> compared) {
        if (demanded.isArray() && demanded.isEmpty() && !actual.isEmpty()) {
            mismatches.add(Mismatch.of(where, "none", actual));
        }
        for (JsonNode one : demanded) {
            String name = one.path(key).asString();
            JsonNode found = element(actual, key, name);
            if (found.isMissingNode()) {
                mismatches.add(Mismatch.of(where, "one named " + name, actual));
            } else {
                fields(where + " " + name, one, found, compared);
            }
        }
    }

    private void fields(String where, JsonNode demanded, JsonNode actual, Collection<String> compared) {
        for (String field : compared) {
            if (demanded.has(field) && !same(demanded.get(field), actual.path(field))) {
                mismatches.add(Mismatch.of(where + " " + field, demanded.get(field).toString(), actual.path(field)));
            }
        }
    }

    void payments(List<JsonNode> demanded, JsonNode payments) {
        int count = Math.max(demanded.size(), payments.size());
        for (int i = 0; i < count; i++) {
            JsonNode actual = payments.path(i);
            if (i >= demanded.size()) {
                mismatches.add(Mismatch.of("payments/" + i, "no further payment", actual));
                continue;
            }
            JsonNode payment = demanded.get(i);
            if (!(same(payment.path("payMonth"), actual.path("payMonth")) && same(payment.path("covers"), actual.path("covers"))
                    && same(payment.path("yen"), actual.path("yen")))) {
                mismatches.add(Mismatch.of("payments/" + i, payment.toString(), actual));
            }
        }
    }

    /** Whole numbers are compared as numbers of any width; 15000.0 is no whole number. */
    private static boolean same(JsonNode demanded, JsonNode actual) {
        if (demanded.isIntegralNumber()) {
            return actual.isIntegralNumber() && demanded.bigIntegerValue().equals(actual.bigIntegerValue());
        }
        return demanded.equals(actual);
    }

    static JsonNode element(JsonNode list, String key, String value) {
        for (JsonNode one : list) {
            if (one.path(key).asString("").equals(value)) {
                return one;
            }
        }
        return list.path("?");
    }
}
