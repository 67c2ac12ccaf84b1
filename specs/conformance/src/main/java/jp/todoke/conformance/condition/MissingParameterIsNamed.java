package jp.todoke.conformance.condition;

import java.util.List;
import jp.todoke.conformance.connection.Reply;
import jp.todoke.conformance.vectors.Vector;
import tools.jackson.databind.JsonNode;

/** A month without a parameter in force is refused with the name of the parameter; where it is named is the vendor's choice. */
public final class MissingParameterIsNamed implements Condition {

    @Override
    public List<Mismatch> check(Vector vector, Reply.Answer answer) {
        JsonNode problem = answer.json();
        boolean named = !problem.path("detail").asString("").isBlank() || !problem.path("parameter").asString("").isBlank()
                || problem.path("errors").values().stream().anyMatch(error -> !error.path("message").asString("").isBlank());
        return named ? List.of() : List.of(Mismatch.of("/detail", "the name of the missing parameter", problem));
    }
}
