package jp.todoke.conformance.condition;

import tools.jackson.databind.JsonNode;

/**
 * A difference, in words that the reader finds in the answer.
 *
 * @param where place in the answer
 */
public record Mismatch(String where, String expected, String actual) {

    private static final int LONGEST = 400;

    public Mismatch {
        actual = shortened(actual);
    }

    static Mismatch of(String where, String expected, JsonNode actual) {
        return new Mismatch(where, expected, shown(actual));
    }

    static String shown(JsonNode node) {
        return node.isMissingNode() ? "(missing)" : node.toString();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    @Override
    public String toString() {
        return where + ": expected " + expected + ", got " + actual;
    }
}
