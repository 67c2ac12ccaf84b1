package jp.todoke.benefits.cases;

import java.util.List;
import jp.todoke.benefits.cases.IssuedDecision.Month;
import jp.todoke.benefits.cases.IssuedDecision.Payment;
import jp.todoke.benefits.cases.IssuedDecision.Reason;

/** The result of the rules as proposed and decided: stored as it is, shown as it is, told to payments and notices as it is. */
record Entitled(List<Reason> reasons, List<Month> months, List<Payment> payments) {
    Entitled {
        reasons = List.copyOf(reasons);
        months = List.copyOf(months);
        payments = List.copyOf(payments);
    }
}
