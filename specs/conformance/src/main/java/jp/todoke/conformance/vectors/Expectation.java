package jp.todoke.conformance.vectors;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a vector demands of the answer. */
public sealed interface Expectation {

    int status();

    /**
     * The case is decided.
     *
     * @param months only the fields that stand there are compared
     * @param payments the whole list, or null when the vector says nothing about payments
     */
    record Decided(List<JsonNode> months, @Nullable List<JsonNode> payments) implements Expectation {
        @Override
        public int status() {
            return 200;
        }
    }

    /** The facts are refused, and exactly these places of the request are named. */
    record Refused(Set<String> pointers) implements Expectation {
        @Override
        public int status() {
            return 400;
        }
    }

    /** A parameter is missing: refused, never guessed. */
    record Unanswerable() implements Expectation {
        @Override
        public int status() {
            return 422;
        }
    }
}
