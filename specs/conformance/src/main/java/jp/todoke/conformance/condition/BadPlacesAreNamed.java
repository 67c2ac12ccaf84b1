package jp.todoke.conformance.condition;

import java.util.ArrayList;
import java.util.List;
import jp.todoke.conformance.connection.Reply;
import jp.todoke.conformance.vectors.Vector;
import tools.jackson.databind.JsonNode;

/** Each error of a refused request names its place as a JSON pointer and says in words what is wrong. */
public final class BadPlacesAreNamed implements Condition {

    @Override
    public List<Mismatch> check(Vector vector, Reply.Answer answer) {
        List<Mismatch> mismatches = new ArrayList<>();
        JsonNode errors = answer.json().path("errors");
        if (!errors.isArray() || errors.isEmpty()) {
            return List.of(Mismatch.of("/errors", "a list that names every bad place", errors));
        }
        for (int i = 0; i < errors.size(); i++) {
            JsonNode error = errors.get(i);
            if (!error.path("pointer").asString("?").matches("(/([^~/]|~[01])*)*")) {
                mismatches.add(Mismatch.of("/errors/" + i + "/pointer", "a JSON pointer (RFC 6901)", error.path("pointer")));
            }
            if (error.path("message").asString("").isBlank() || error.path("code").asString("").isBlank()) {
                mismatches.add(Mismatch.of("/errors/" + i, "a code and a message", error));
            }
        }
        return mismatches;
    }
}
