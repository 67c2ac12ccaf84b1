package jp.todoke.conformance.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.todoke.conformance.connection.Reply;
import jp.todoke.conformance.vectors.Vector;
import tools.jackson.databind.JsonNode;

/** GRANTED means more than 0 yen, SUSPENDED 0 yen, REFER no amount, no children, no stages: unknown is not zero. */
public final class OutcomeFitsYen implements Condition {
    private static final Set<String> OUTCOMES = Set.of("GRANTED", "REFUSED", "SUSPENDED", "REFER", "NOT_YET", "ENDED");

    @Override
    public List<Mismatch> check(Vector vector, Reply.Answer answer) {
        List<Mismatch> mismatches = new ArrayList<>();
        for (JsonNode month : answer.json().path("months")) {
            String where = month.path("month").asString("?");
            String outcome = month.path("outcome").asString("?");
            JsonNode yen = month.path("yen");
            if (!OUTCOMES.contains(outcome)) {
                mismatches.add(Mismatch.of(where + " outcome", "one of " + OUTCOMES.stream().sorted().toList(), month.path("outcome")));
            }
            switch (outcome) {
                case "GRANTED" ->
                    demand(yen.isIntegralNumber() && yen.asLong() > 0, where, "more than 0 yen when GRANTED", yen, mismatches);
                case "SUSPENDED" -> demand(yen.isIntegralNumber() && yen.asLong() == 0, where, "0 yen when SUSPENDED", yen, mismatches);
                case "REFER" -> {
                    demand(yen.isNull(), where, "null when an officer must decide", yen, mismatches);
                    demand(month.path("children").isEmpty(), where, "no children when REFER", month.path("children"), mismatches);
                    demand(month.path("stages").isEmpty(), where, "no stages when REFER", month.path("stages"), mismatches);
                }
                default -> demand(!(yen.isNumber() && yen.asLong() != 0), where, "nothing to pay when " + outcome, yen, mismatches);
            }
        }
        return mismatches;
    }

    private static void demand(boolean met, String where, String expected, JsonNode actual, List<Mismatch> mismatches) {
        if (!met) {
            mismatches.add(Mismatch.of(where + " yen", expected, actual));
        }
    }
}
