package jp.todoke.conformance.vectors;

import tools.jackson.databind.JsonNode;

/**
 * One case: the facts as they are posted, and what the law makes of them.
 *
 * @param requirement the requirement that the case proves
 * @param clause the clause from which the expected values follow
 * @param derivation how they follow, with the arithmetic
 * @param source file and line, for whoever corrects the case
 */
public record Vector(String id, String requirement, String clause, String title, String derivation, Exchange exchange, String source) {

    /** What is posted and what must come back. */
    public record Exchange(JsonNode request, Expectation expected) {}

    public JsonNode request() {
        return exchange.request();
    }

    public Expectation expected() {
        return exchange.expected();
    }
}
