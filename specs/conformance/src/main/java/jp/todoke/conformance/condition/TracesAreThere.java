package jp.todoke.conformance.condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.todoke.conformance.connection.Reply;
import jp.todoke.conformance.vectors.Vector;
import tools.jackson.databind.JsonNode;

/** Every decided month says how: by a trace of its own or of each child; a trace that is referred to is in the answer. */
public final class TracesAreThere implements Condition {
    private static final Set<String> DECIDED = Set.of("GRANTED", "SUSPENDED", "REFUSED", "REFER");

    @Override
    public List<Mismatch> check(Vector vector, Reply.Answer answer) {
        List<Mismatch> mismatches = new ArrayList<>();
        JsonNode traces = answer.json().path("traces");
        for (JsonNode month : answer.json().path("months")) {
            String where = month.path("month").asString("?");
            boolean own = refers(where, month, traces, mismatches);
            boolean children = !month.path("children").isEmpty();
            for (JsonNode child : month.path("children")) {
                children &= refers(where + " child " + child.path("id").asString("?"), child, traces, mismatches);
            }
            if (!own && !children && DECIDED.contains(month.path("outcome").asString(""))) {
                mismatches.add(Mismatch.of(where + " trace", "a trace for the month or for each of its children", month));
            }
        }
        return mismatches;
    }

    private static boolean refers(String where, JsonNode element, JsonNode traces, List<Mismatch> mismatches) {
        String id = element.path("trace").asString("");
        if (id.isEmpty()) {
            return false;
        }
        JsonNode trace = traces.path(id);
        if (trace.path("question").asString("").isBlank() || trace.path("result").isMissingNode()) {
            mismatches.add(Mismatch.of(where + " trace", "traces/" + id + " with a question and a result", trace));
        }
        return true;
    }
}
