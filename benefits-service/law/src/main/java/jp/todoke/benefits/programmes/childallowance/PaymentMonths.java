package jp.todoke.benefits.programmes.childallowance;

import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Parameter;
import jp.todoke.benefits.law.StatutoryMonth;
import jp.todoke.benefits.law.Yen;

/**
 * 児童手当法 第8条第4項「支給及び支払」 — the 支払期月 to which each month belongs, by the month alone; arrears and 随時払 are the ledger's.
 * Source: e-Gov 346AC0000000073, as amended by 令和6年法律第47号.
 */
final class PaymentMonths {
    private PaymentMonths() {}

    static List<Decision.Payment> of(List<Decision.Month> months, ChildAllowanceParameters parameters) {
        var covered = new TreeMap<YearMonth, List<Decision.Month>>();
        for (Decision.Month month : months) {
            if (month.yen() != null && !month.yen().isZero()) {
                Parameter<Set<Month>> paid = parameters.days().paymentMonths().at(month.month());
                YearMonth payMonth = StatutoryMonth.paymentOf(month.month(), paid.value(), paid.article()).month();
                covered.computeIfAbsent(payMonth, _ -> new ArrayList<>()).add(month);
            }
        }
        return covered.entrySet().stream()
                .map(entry -> new Decision.Payment(
                        entry.getKey(),
                        entry.getValue().stream().map(Decision.Month::month).toList(),
                        entry.getValue().stream().map(PaymentMonths::paid).reduce(Yen.ZERO, Yen::plus)))
                .toList();
    }

    private static Yen paid(Decision.Month month) {
        return month.yen() == null ? Yen.ZERO : month.yen();
    }
}
