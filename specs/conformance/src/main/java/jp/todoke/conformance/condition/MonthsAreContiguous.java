package jp.todoke.conformance.condition;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import jp.todoke.conformance.connection.Reply;
import jp.todoke.conformance.vectors.Vector;

/** Every month from {@code from} to {@code to}, both inclusive, is answered once, in order. */
public final class MonthsAreContiguous implements Condition {

    @Override
    public List<Mismatch> check(Vector vector, Reply.Answer answer) {
        List<String> asked = new ArrayList<>();
        YearMonth to = YearMonth.parse(vector.request().path("to").asString());
        for (YearMonth month = YearMonth.parse(vector.request().path("from").asString()); !month.isAfter(to); month = month.plusMonths(1)) {
            asked.add(month.toString());
        }
        List<String> answered = answer.json().path("months").values().stream().map(m -> m.path("month").asString("?")).toList();
        return answered.equals(asked) ? List.of() : List.of(new Mismatch("/months", asked.toString(), answered.toString()));
    }
}
