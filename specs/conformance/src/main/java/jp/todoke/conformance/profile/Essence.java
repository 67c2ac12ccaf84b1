package jp.todoke.conformance.profile;

import jp.todoke.conformance.condition.Problems;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What two answers to one case must have in common: everything decided, nothing of the traces. */
final class Essence {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Essence() {}

    static JsonNode of(int status, JsonNode body) {
        ObjectNode essence = NODES.objectNode().put("status", status);
        if (status != 200) {
            ArrayNode pointers = essence.putArray("pointers");
            Problems.pointers(body).forEach(pointers::add);
            return essence;
        }
        essence.set("programme", body.path("programme"));
        ArrayNode months = essence.putArray("months");
        body.path("months").forEach(month -> months.add(withoutTrace(month)));
        essence.set("payments", body.path("payments"));
        return essence;
    }

    private static JsonNode withoutTrace(JsonNode month) {
        if (!(month.deepCopy() instanceof ObjectNode copy)) {
            return month;
        }
        copy.remove("trace");
        copy.path("children").forEach(child -> {
            if (child instanceof ObjectNode object) {
                object.remove("trace");
            }
        });
        return copy;
    }

    /** A line of a batch answer carries its status only when it is refused. */
    static JsonNode ofLine(JsonNode line) {
        return of(line.has("months") ? 200 : line.path("status").asInt(0), line);
    }
}
