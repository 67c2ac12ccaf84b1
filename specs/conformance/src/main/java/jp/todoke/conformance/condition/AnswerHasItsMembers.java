package jp.todoke.conformance.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.todoke.conformance.connection.Reply;
import jp.todoke.conformance.vectors.Vector;
import tools.jackson.databind.JsonNode;

/** A decided case is answered as JSON with the programme asked for, a rule version, and the lists. */
public final class AnswerHasItsMembers implements Condition {

    @Override
    public List<Mismatch> check(Vector vector, Reply.Answer answer) {
        List<Mismatch> mismatches = new ArrayList<>();
        JsonNode body = answer.json();
        if (!answer.contentType().toLowerCase(Locale.ROOT).matches("application/json( *;.*)?")) {
            mismatches.add(new Mismatch("Content-Type", "application/json", answer.contentType()));
        }
        if (!body.path("programme").equals(vector.request().path("programme"))) {
            mismatches.add(Mismatch.of("/programme", vector.request().path("programme").toString(), body.path("programme")));
        }
        if (body.path("ruleVersion").asString("").isBlank()) {
            mismatches.add(Mismatch.of("/ruleVersion", "a text", body.path("ruleVersion")));
        }
        for (String list : List.of("warnings", "months", "payments")) {
            if (!body.path(list).isArray()) {
                mismatches.add(Mismatch.of("/" + list, "a list", body.path(list)));
            }
        }
        return mismatches;
    }
}
