package jp.todoke.conformance.condition;

import java.util.ArrayList;
import java.util.List;
import jp.todoke.conformance.connection.Reply;
import jp.todoke.conformance.vectors.Vector;
import tools.jackson.databind.JsonNode;

/** The stages stand in their order, none raises the amount, the last is the month's yen; the children's yen sum up to their stage. */
public final class PartsAddUp implements Condition {
    private static final List<String> ORDER = List.of("BASE", "INCOME", "PENSION", "HALVED");

    @Override
    public List<Mismatch> check(Vector vector, Reply.Answer answer) {
        List<Mismatch> mismatches = new ArrayList<>();
        boolean rearing = vector.request().path("programme").asString("").equals("CHILD_REARING_ALLOWANCE");
        for (JsonNode month : answer.json().path("months")) {
            if (month.path("yen").isIntegralNumber()) {
                stages(month, mismatches);
                children(month, rearing, mismatches);
            }
        }
        return mismatches;
    }

    private static void stages(JsonNode month, List<Mismatch> mismatches) {
        String where = month.path("month").asString("?") + " stages";
        int last = -1;
        long amount = Long.MAX_VALUE;
        for (JsonNode stage : month.path("stages")) {
            int place = ORDER.indexOf(stage.path("stage").asString(""));
            long yen = stage.path("yen").asLong(-1);
            if (place <= last || yen < 0 || yen > amount) {
                mismatches
                        .add(Mismatch.of(where, "stages of " + ORDER + " in this order, none above the one before", month.path("stages")));
                return;
            }
            last = place;
            amount = yen;
        }
        if (last >= 0 && amount != month.path("yen").asLong()) {
            mismatches.add(Mismatch.of(where, "the last stage is the month's " + month.path("yen") + " yen", month.path("stages")));
        }
    }

    /** 児童扶養手当: a child's yen is its component after the income test; 児童手当: what is paid for it. */
    private static void children(JsonNode month, boolean rearing, List<Mismatch> mismatches) {
        JsonNode children = month.path("children");
        String where = month.path("month").asString("?") + " children";
        if (children.isEmpty()) {
            if (month.path("outcome").asString("").equals("GRANTED")) {
                mismatches.add(Mismatch.of(where, "at least one child when GRANTED", children));
            }
            return;
        }
        JsonNode whole = rearing ? Comparison.element(month.path("stages"), "stage", "INCOME").path("yen") : month.path("yen");
        long sum = children.values().stream().mapToLong(child -> child.path("yen").asLong(0)).sum();
        if (whole.isIntegralNumber() && sum != whole.asLong()) {
            mismatches.add(new Mismatch(where, "yen that sum up to " + whole, sum + " in " + children));
        }
    }
}
