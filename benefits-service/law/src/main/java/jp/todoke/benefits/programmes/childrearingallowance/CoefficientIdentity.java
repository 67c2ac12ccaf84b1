package jp.todoke.benefits.programmes.childrearingallowance;

import java.time.YearMonth;
import java.util.Collection;
import jp.todoke.benefits.law.ParameterSeries;
import jp.todoke.benefits.law.Yen;

/**
 * 児童扶養手当法施行令 第2条の4第2項 as a check of the table itself: one yen below the limit of 一部支給 the formula gives exactly the smallest
 * amount, and the rate is the slope between the largest and the smallest amount, to its last decimal.
 */
final class CoefficientIdentity {
    private CoefficientIdentity() {}

    static void require(Collection<YearMonth> months, ChildRearingAllowanceParameters parameters) {
        ChildRearingAllowanceParameters.Amounts amounts = parameters.amounts();
        for (YearMonth month : months) {
            require(month, amounts.full().first(), amounts.minimum().first(), amounts.coefficient().first(), parameters);
            require(month, amounts.full().second(), amounts.minimum().second(), amounts.coefficient().second(), parameters);
            require(month, amounts.full().further(), amounts.minimum().further(), amounts.coefficient().further(), parameters);
        }
    }

    private static void require(
            YearMonth month,
            ParameterSeries<Yen> fullAmounts,
            ParameterSeries<Yen> minimums,
            ParameterSeries<Coefficient> coefficients,
            ChildRearingAllowanceParameters parameters) {
        long full = fullAmounts.at(month).value().value();
        long minimum = minimums.at(month).value().value();
        Coefficient coefficient = coefficients.at(month).value();
        long step = parameters.amounts().step().at(month).value().value();
        long unit = parameters.amounts().roundingUnit().at(month).value();
        long span = parameters.limits().partial().at(month).value().value() - parameters.limits().full().at(month).value().value();
        boolean fits = coefficient.isZero()
                ? full == minimum
                : full - step - coefficient.of(span - 1, unit) == minimum && isSlope(full - step - minimum, span, coefficient);
        if (!fits) {
            throw new IllegalStateException(coefficients.name() + " of " + month + " does not fit its amounts and limits");
        }
    }

    /** Twice the distance from the exact slope is at most one last decimal: 四捨五入 of (最大額 − 最小額) ÷ (限度額の差). */
    private static boolean isSlope(long rise, long span, Coefficient coefficient) {
        long distance = Math.abs(Math.multiplyExact(rise, coefficient.factor()) - Math.multiplyExact(span, coefficient.unscaled()));
        return 2 * distance <= span;
    }
}
