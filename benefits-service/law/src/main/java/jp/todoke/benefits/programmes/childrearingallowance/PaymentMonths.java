package jp.todoke.benefits.programmes.childrearingallowance;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.StatutoryMonth;
import jp.todoke.benefits.law.Yen;
import org.jspecify.annotations.Nullable;

/**
 * 児童扶養手当法 第7条第3項「支払期月」 — the 支払期月 to which each month belongs, by the month alone; arrears and 随時払 are the ledger's.
 * April, August and December to 2019-07, November 2019 for three months, then the odd months. Source: e-Gov 336AC0000000238.
 */
final class PaymentMonths {
    private PaymentMonths() {}

    static YearMonth of(YearMonth month, InForce.Requirements rules) {
        return StatutoryMonth.paymentOf(month, rules.paymentMonths().value(), Provisions.PAYMENT).month();
    }

    static List<Decision.Payment> of(List<Decision.Month> months, RuleMonths rules) {
        var payments = new ArrayList<Decision.Payment>(months.size());
        var covers = new ArrayList<YearMonth>();
        YearMonth due = null;
        long sum = 0;
        for (Decision.Month month : months) {
            Yen yen = month.yen();
            if (yen != null && !yen.isZero()) {
                YearMonth payMonth = of(month.month(), rules.at(month.month()).requirements());
                if (!payMonth.equals(due)) {
                    add(due, covers, sum, payments);
                    due = payMonth;
                    covers.clear();
                    sum = 0;
                }
                covers.add(month.month());
                sum += yen.value();
            }
        }
        add(due, covers, sum, payments);
        return payments;
    }

    private static void add(@Nullable YearMonth due, List<YearMonth> covers, long sum, List<Decision.Payment> payments) {
        if (due != null) {
            payments.add(new Decision.Payment(due, covers, Yen.of(sum)));
        }
    }
}
