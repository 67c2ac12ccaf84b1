package jp.todoke.conformance.condition;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.todoke.conformance.connection.Reply;
import jp.todoke.conformance.vectors.Vector;
import tools.jackson.databind.JsonNode;

/** The payments cover every month with an amount exactly once, in order, later than the months, and pay their sum. */
public final class PaymentsFollowMonths implements Condition {

    @Override
    public List<Mismatch> check(Vector vector, Reply.Answer answer) {
        List<Mismatch> mismatches = new ArrayList<>();
        Map<String, Long> due = new HashMap<>();
        List<String> months = new ArrayList<>();
        for (JsonNode month : answer.json().path("months")) {
            if (month.path("yen").asLong(0) > 0) {
                due.put(month.path("month").asString("?"), month.path("yen").asLong());
                months.add(month.path("month").asString("?"));
            }
        }
        List<String> covered = new ArrayList<>();
        String earlier = "";
        JsonNode payments = answer.json().path("payments");
        for (int i = 0; i < payments.size(); i++) {
            JsonNode payment = payments.get(i);
            String where = "/payments/" + i;
            String payMonth = payment.path("payMonth").asString("");
            List<String> covers = payment.path("covers").values().stream().map(c -> c.asString("?")).toList();
            long sum = covers.stream().mapToLong(month -> due.getOrDefault(month, 0L)).sum();
            if (payment.path("yen").asLong(-1) != sum || sum == 0) {
                mismatches.add(Mismatch.of(where + "/yen", sum + ", the sum of the months covered, and not 0", payment.path("yen")));
            }
            if (payMonth.compareTo(earlier) <= 0 || covers.stream().anyMatch(month -> month.compareTo(payMonth) >= 0)) {
                mismatches.add(Mismatch.of(where, "a payment month after the one before and after the months it covers", payment));
            }
            earlier = payMonth;
            covered.addAll(covers);
        }
        if (!covered.equals(months)) {
            mismatches.add(new Mismatch("/payments", "to cover, in order, " + months, covered.toString()));
        }
        return mismatches;
    }
}
