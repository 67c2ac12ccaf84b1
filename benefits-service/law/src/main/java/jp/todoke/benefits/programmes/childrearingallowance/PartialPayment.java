package jp.todoke.benefits.programmes.childrearingallowance;

import jp.todoke.benefits.law.Parameter;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Tracing;

/**
 * 児童扶養手当法施行令 第2条の4第2項「一部支給停止」 — what is left of each component: the suspended part is the excess income times the rate,
 * 10円未満四捨五入, plus ten yen. The order rounds the part that is suspended; leaflets round what is paid, which differs at exact halves.
 * Source: e-Gov 336CO0000000405; additions do not depend on income before 2016-08（平成28年法律第37号）.
 */
final class PartialPayment {
    private PartialPayment() {}

    static long of(int place, long excess, InForce.Amounts amounts) {
        Coefficient rate = amounts.coefficient().in(place).value();
        long full = FullAmount.of(place, amounts);
        return rate.isZero() ? full : full - rate.of(excess, amounts.roundingUnit().value()) - amounts.step().value().value();
    }

    static Trace trace(int children, long excess, long sum, InForce.Amounts amounts, Tracing tracing) {
        Trace trace = tracing.asking("一部支給の額はいくらか", Provisions.PARTIAL_PAYMENT);
        if (trace.isNone()) {
            return trace;
        }
        trace = trace.given("所得の額から全部支給の限度額を控除した額", excess, Provisions.PARTIAL_PAYMENT).by(amounts.step()).by(amounts.roundingUnit());
        for (int place = 0; place < Math.min(children, 3); place++) {
            Parameter<Coefficient> rate = amounts.coefficient().in(place);
            trace = trace.because(Trace.asking((place + 1) + "番目の児童の分はいくらか", Provisions.PARTIAL_PAYMENT)
                    .by(amounts.full().in(place)).by(rate).concluding(of(place, excess, amounts)));
        }
        return trace.concluding(sum);
    }
}
