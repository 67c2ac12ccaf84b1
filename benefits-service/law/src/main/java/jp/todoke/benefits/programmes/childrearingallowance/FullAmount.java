package jp.todoke.benefits.programmes.childrearingallowance;

import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Tracing;

/**
 * 児童扶養手当法 第5条「手当額」・第5条の2, 施行令第2条の2 — the full monthly amount: the first child's, and an addition for each further one, in yen.
 * Source: e-Gov 336AC0000000238; the third child's addition equals the second's from 2024-11（令和6年法律第47号）.
 */
final class FullAmount {
    private FullAmount() {}

    /** The component of the child in {@code place}, counted from zero, oldest first. */
    static long of(int place, InForce.Amounts amounts) {
        return amounts.full().in(place).value().value();
    }

    static long sum(int children, InForce.Amounts amounts) {
        long sum = 0;
        for (int place = 0; place < children; place++) {
            sum += of(place, amounts);
        }
        return sum;
    }

    static Trace trace(int children, long sum, InForce.Amounts amounts, Tracing tracing) {
        Trace trace = tracing.asking("全部支給の額はいくらか", children > 1 ? Provisions.ADDITION : Provisions.AMOUNT).given("児童の数", children, "認定");
        for (int place = 0; place < Math.min(children, 3); place++) {
            trace = trace.by(amounts.full().in(place));
        }
        return trace.concluding(sum);
    }
}
