package jp.todoke.benefits.law;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The plain form of a decision; map order is the order of writing, so equal decisions give equal text. */
final class DecisionDocument {
    private DecisionDocument() {}

    static Map<String, Object> write(Decision decision) {
        var map = new LinkedHashMap<String, Object>();
        map.put("ruleVersion", decision.ruleVersion());
        map.put("claims", decision.claims().stream().map(DecisionDocument::claim).toList());
        map.put("months", decision.months().stream().map(DecisionDocument::month).toList());
        map.put("payments", decision.payments().stream().map(DecisionDocument::payment).toList());
        var traces = new LinkedHashMap<String, Object>();
        decision.traces().forEach((id, trace) -> traces.put(id, trace.toMap()));
        map.put("traces", traces);
        return map;
    }

    private static Map<String, Object> claim(Decision.ClaimDecision claim) {
        var map = new LinkedHashMap<String, Object>();
        map.put("claimId", claim.claimId());
        map.put("receivedOn", claim.receivedOn().toString());
        map.put("startMonth", claim.startMonth().toString());
        putOutcome(map, claim.outcome());
        map.put("children", claim.children().stream().map(child -> {
            var entry = new LinkedHashMap<String, Object>();
            entry.put("id", child.id());
            putOutcome(entry, child.outcome());
            return entry;
        }).toList());
        return map;
    }

    private static void putOutcome(Map<String, Object> map, Outcome<?> outcome) {
        map.put("outcome", switch (outcome) {
            case Outcome.Granted<?> _ -> "GRANTED";
            case Outcome.Refused<?> _ -> "REFUSED";
            case Outcome.Suspended<?> _ -> "SUSPENDED";
            case Outcome.ReferToOfficer<?> _ -> "REFER";
        });
        map.put("from", outcome instanceof Outcome.Granted<?>(Object from, Trace _) ? from.toString() : null);
        map.put("reasons", codes(outcome.reasons()));
    }

    private static Map<String, Object> month(Decision.Month month) {
        var map = new LinkedHashMap<String, Object>();
        Yen yen = month.yen();
        map.put("month", month.month().toString());
        map.put("outcome", month.outcome().name());
        map.put("yen", yen == null ? null : yen.value());
        map.put("reasons", codes(month.reasons()));
        map.put("children", month.children().stream().map(DecisionDocument::child).toList());
        map.put("stages", month.stages().stream().map(stage -> {
            var entry = new LinkedHashMap<String, Object>();
            entry.put("stage", stage.stage().name());
            entry.put("yen", stage.yen().value());
            return entry;
        }).toList());
        map.put("trace", month.traceId());
        return map;
    }

    private static Map<String, Object> child(Decision.ChildMonth child) {
        var map = new LinkedHashMap<String, Object>();
        Integer rank = child.rank();
        map.put("id", child.id());
        map.put("yen", child.yen().value());
        map.put("rank", rank == null ? null : rank.longValue());
        map.put("outcome", child.outcome().name());
        map.put("reasons", codes(child.reasons()));
        map.put("trace", child.traceId());
        return map;
    }

    private static Map<String, Object> payment(Decision.Payment payment) {
        var map = new LinkedHashMap<String, Object>();
        map.put("payMonth", payment.payMonth().toString());
        map.put("covers", payment.covers().stream().map(Object::toString).toList());
        map.put("yen", payment.yen().value());
        return map;
    }

    private static List<String> codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::code).toList();
    }
}
