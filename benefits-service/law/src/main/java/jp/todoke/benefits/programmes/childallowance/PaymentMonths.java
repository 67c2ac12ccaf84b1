package jp.todoke.benefits.programmes.childallowance;

import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Parameter;
import jp.todoke.benefits.law.StatutoryMonth;
import jp.todoke.benefits.law.Yen;

/**
 * 児童手当法 第8条第4項「支給及び支払」 — the 支払期月 to which each month belongs, by the month alone; arrears and 随時払 are the ledger's.
 * Source: e-Gov 346AC0000000073: February, June and October until 2024-09 分, every even month from 2024-10 分 on.
 */
final class PaymentMonths {
    private PaymentMonths() {}

    /** Months stand in order, so that those of one 支払期月 stand together. */
    static List<Decision.Payment> of(List<Decision.Month> months, ChildAllowanceParameters parameters) {
        var payments = new ArrayList<Decision.Payment>();
        var covers = new ArrayList<YearMonth>();
        YearMonth payMonth = null;
        long sum = 0;
        for (int i = 0; i < months.size(); i++) {
            Decision.Month month = months.get(i);
            Yen yen = month.yen();
            if (yen == null || yen.isZero()) {
                continue;
            }
            if (payMonth == null || !month.month().isBefore(payMonth)) {
                add(payments, payMonth, covers, sum);
                payMonth = paidIn(month.month(), parameters);
                covers.clear();
                sum = 0;
            }
            covers.add(month.month());
            sum += yen.value();
        }
        add(payments, payMonth, covers, sum);
        return payments;
    }

    private static void add(List<Decision.Payment> payments, YearMonth payMonth, List<YearMonth> covers, long sum) {
        if (!covers.isEmpty()) {
            payments.add(new Decision.Payment(payMonth, covers, Yen.of(sum)));
        }
    }

    private static YearMonth paidIn(YearMonth month, ChildAllowanceParameters parameters) {
        Parameter<Set<Month>> paid = parameters.at(month).payment().months();
        return StatutoryMonth.paymentOf(month, paid.value(), paid.article()).month();
    }
}
