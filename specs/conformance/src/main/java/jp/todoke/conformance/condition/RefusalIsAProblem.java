package jp.todoke.conformance.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import jp.todoke.conformance.connection.Reply;
import jp.todoke.conformance.vectors.Vector;
import tools.jackson.databind.JsonNode;

/** A refusal is an RFC 9457 problem document whose members have their types and whose status is that of the response. */
public final class RefusalIsAProblem implements Condition {

    @Override
    public List<Mismatch> check(Vector vector, Reply.Answer answer) {
        return check(answer);
    }

    /** The same without a vector. */
    public static List<Mismatch> check(Reply.Answer answer) {
        List<Mismatch> mismatches = new ArrayList<>();
        if (!answer.contentType().toLowerCase(Locale.ROOT).matches("application/problem\\+json( *;.*)?")) {
            mismatches.add(new Mismatch("Content-Type", "application/problem+json", answer.contentType()));
        }
        JsonNode problem = answer.json();
        if (problem.path("status").asInt(0) != answer.status()) {
            mismatches.add(Mismatch.of("/status", Integer.toString(answer.status()), problem.path("status")));
        }
        if (problem.path("title").asString("").isBlank()) {
            mismatches.add(Mismatch.of("/title", "a text", problem.path("title")));
        }
        for (String member : List.of("type", "detail", "instance")) {
            if (problem.has(member) && !problem.get(member).isString()) {
                mismatches.add(Mismatch.of("/" + member, "a text where it stands", problem.get(member)));
            }
        }
        return mismatches;
    }
}
