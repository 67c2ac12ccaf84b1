package jp.todoke.guard;

import jp.todoke.guard.Problem.FieldError;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is left of a body when everything is taken out that its schema refused. Places in lists stay, so that pointers keep their meaning. */
final class ReadableParts {
    private ReadableParts() {}

    static JsonNode of(CheckedBody body) {
        JsonNode root = body.tree();
        if (!root.isObject()) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (body.violations().isEmpty()) {
            return root;
        }
        JsonNode left = root.deepCopy();
        body.violations().forEach(violation -> remove(violation, left));
        return left;
    }

    private static void remove(FieldError violation, JsonNode root) {
        JsonPointer pointer = JsonPointer.compile(violation.pointer());
        if (pointer.matches()) {
            return;
        }
        JsonNode place = root.at(pointer);
        boolean readableAllTheSame = violation.code().equals("LENGTH") && place.isArray();
        if (place.isMissingNode() || readableAllTheSame) {
            return;
        }
        switch (root.at(pointer.head())) {
            case ObjectNode object -> object.remove(pointer.last().getMatchingProperty());
            case ArrayNode array -> array.set(pointer.last().getMatchingIndex(), JsonNodeFactory.instance.nullNode());
            default -> throw new IllegalStateException("a place without a parent");
        }
    }
}
