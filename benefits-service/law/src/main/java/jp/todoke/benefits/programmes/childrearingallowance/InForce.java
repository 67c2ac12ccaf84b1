package jp.todoke.benefits.programmes.childrearingallowance;

import java.time.Month;
import java.time.YearMonth;
import java.util.Set;
import jp.todoke.benefits.law.Parameter;
import jp.todoke.benefits.law.ParameterMissing;
import jp.todoke.benefits.law.ParameterSeries;
import jp.todoke.benefits.law.Yen;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceParameters.ByPlace;
import jp.todoke.benefits.programmes.childrearingallowance.ChildRearingAllowanceParameters.DisabilityPensionOffset;
import org.jspecify.annotations.Nullable;

/** 適用される値 — every parameter as it is in one month; months between two amendments share one instance. */
record InForce(
        Amounts amounts, Limits limits, Incomes incomes, @Nullable Pensions pensionRules, Halving halving, Requirements requirements) {

    record Amounts(
            ByPlace<Parameter<Yen>> full,
            ByPlace<Parameter<Coefficient>> coefficient,
            Parameter<Yen> step,
            Parameter<Integer> roundingUnit) {}

    record Limits(
            Parameter<Yen> full,
            Parameter<Yen> partial,
            Parameter<Yen> supporter,
            Parameter<Yen> perDependant,
            Parameter<Yen> perElderly,
            Parameter<Yen> perSpecific,
            Parameter<Yen> supporterPerElderly) {}

    record Incomes(
            Parameter<Integer> yearSwitch,
            Parameter<Yen> employment,
            Parameter<Yen> uniform,
            Parameter<Coefficient> childSupport,
            Personal personal) {}

    record Personal(
            Parameter<Yen> disabled,
            Parameter<Yen> speciallyDisabled,
            Parameter<Yen> workingStudent,
            Parameter<Yen> widow,
            Parameter<Yen> singleParent) {}

    record Pensions(
            Parameter<Integer> months,
            Parameter<Yen> secondChildCap,
            Parameter<Yen> furtherChildCap,
            Parameter<DisabilityPensionOffset> disability) {

        /** 第13条の2第3項 applies instead of 第2項, and the pension counts as income（施行令第6条の7）. */
        boolean offsetsChildAdditionsOnly() {
            return disability.value() == DisabilityPensionOffset.CHILD_ADDITION;
        }
    }

    record Halving(Parameter<Integer> years, Parameter<Integer> yearsSinceRequirement, Parameter<Integer> youngChildAge) {}

    record Requirements(
            Parameter<Integer> childUntil,
            Parameter<Integer> disabledChildUntil,
            Parameter<Integer> reliefDays,
            Parameter<Set<Month>> paymentMonths) {}

    static InForce at(YearMonth month, ChildRearingAllowanceParameters all) {
        ChildRearingAllowanceParameters.Incomes incomes = all.incomes();
        return new InForce(
                new Amounts(
                        at(month, all.amounts().full()),
                        at(month, all.amounts().coefficient()),
                        all.amounts().step().at(month),
                        all.amounts().roundingUnit().at(month)),
                limits(month, all.limits()),
                new Incomes(
                        incomes.yearSwitch().at(month),
                        incomes.employment().at(month),
                        incomes.uniform().at(month),
                        incomes.childSupport().at(month),
                        personal(month, incomes.personal())),
                pensions(month, all.pensions()),
                new Halving(
                        all.halving().years().at(month),
                        all.halving().yearsSinceRequirement().at(month),
                        all.halving().youngChildAge().at(month)),
                new Requirements(
                        all.requirements().childUntil().at(month),
                        all.requirements().disabledChildUntil().at(month),
                        all.requirements().reliefDays().at(month),
                        all.requirements().paymentMonths().at(month)));
    }

    /** @throws ParameterMissing before 2014-12, when no pension could be received beside the allowance */
    Pensions pensions(YearMonth month) {
        if (pensionRules == null) {
            throw new ParameterMissing("pension_months", month);
        }
        return pensionRules;
    }

    /** 第9条第1項: the income of the year before from the switch month on, of the year before that until then. */
    int incomeYear(YearMonth month) {
        return month.getYear() - (month.getMonthValue() >= incomes.yearSwitch().value() ? 1 : 2);
    }

    private static <T> ByPlace<Parameter<T>> at(YearMonth month, ByPlace<ParameterSeries<T>> series) {
        return new ByPlace<>(series.first().at(month), series.second().at(month), series.further().at(month));
    }

    private static Limits limits(YearMonth month, ChildRearingAllowanceParameters.Limits limits) {
        return new Limits(
                limits.full().at(month),
                limits.partial().at(month),
                limits.supporter().at(month),
                limits.perDependant().at(month),
                limits.perElderly().at(month),
                limits.perSpecific().at(month),
                limits.supporterPerElderly().at(month));
    }

    private static Personal personal(YearMonth month, ChildRearingAllowanceParameters.Personal personal) {
        return new Personal(
                personal.disabled().at(month),
                personal.speciallyDisabled().at(month),
                personal.workingStudent().at(month),
                personal.widow().at(month),
                personal.singleParent().at(month));
    }

    private static @Nullable Pensions pensions(YearMonth month, ChildRearingAllowanceParameters.Pensions pensions) {
        if (pensions.months().find(month) == null) {
            return null;
        }
        return new Pensions(
                pensions.months().at(month),
                pensions.secondChildCap().at(month),
                pensions.furtherChildCap().at(month),
                pensions.disability().at(month));
    }
}
