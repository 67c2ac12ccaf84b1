package jp.todoke.conformance.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.todoke.conformance.connection.Reply;
import jp.todoke.conformance.vectors.Expectation;
import jp.todoke.conformance.vectors.Vector;
import tools.jackson.databind.JsonNode;

/** The answer is the one that the vector derives from its clause. */
public final class AnswerIsAsDerived implements Condition {

    @Override
    public List<Mismatch> check(Vector vector, Reply.Answer answer) {
        Expectation expected = vector.expected();
        if (answer.status() != expected.status()) {
            return List.of(new Mismatch("status", Integer.toString(expected.status()), statusAndWhy(answer)));
        }
        return switch (expected) {
            case Expectation.Decided(List<JsonNode> months, List<JsonNode> payments) -> {
                var comparison = new Comparison();
                comparison.months(months, answer.json().path("months"));
                if (payments != null) {
                    comparison.payments(payments, answer.json().path("payments"));
                }
                yield comparison.mismatches();
            }
            case Expectation.Refused(Set<String> pointers) -> pointers(pointers, answer);
            case Expectation.Unanswerable() -> List.of();
        };
    }

    private static List<Mismatch> pointers(Set<String> expected, Reply.Answer answer) {
        Set<String> actual = Problems.pointers(answer.json());
        if (actual.equals(expected)) {
            return List.of();
        }
        List<Mismatch> mismatches = new ArrayList<>();
        mismatches.add(new Mismatch("errors[].pointer", new TreeSet<>(expected).toString(), new TreeSet<>(actual).toString()));
        return mismatches;
    }

    private static String statusAndWhy(Reply.Answer answer) {
        JsonNode why = answer.json().path("errors");
        return answer.status() + (why.isEmpty() ? "" : " " + why);
    }
}
