package jp.todoke.conformance.condition;

import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Reads RFC 9457 documents. */
public final class Problems {
    private Problems() {}

    /** The places of the request that a problem names. */
    public static Set<String> pointers(JsonNode problem) {
        Set<String> pointers = new TreeSet<>();
        problem.path("errors").forEach(error -> pointers.add(error.path("pointer").asString("(missing)")));
        return pointers;
    }
}
