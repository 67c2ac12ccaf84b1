package jp.todoke.benefits.programmes.childrearingallowance;

import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.todoke.benefits.law.ParameterFile;
import jp.todoke.benefits.law.ParameterSeries;
import jp.todoke.benefits.law.Yen;

/** {@code law/child-rearing-allowance.yaml} as typed series; complete or not at all. What holds in one month is {@link InForce}. */
record ChildRearingAllowanceParameters(
        Amounts amounts, Limits limits, Incomes incomes, Pensions pensions, Halving halving, Requirements requirements) {

    static final String RESOURCE = "/law/child-rearing-allowance.yaml";

    /** One series for the first child, one for the second, one for each further child. */
    record ByPlace<T>(T first, T second, T further) {
        /** {@code place} is counted from zero. */
        T in(int place) {
            return switch (place) {
                case 0 -> first;
                case 1 -> second;
                default -> further;
            };
        }
    }

    record Amounts(
            ByPlace<ParameterSeries<Yen>> full,
            ByPlace<ParameterSeries<Yen>> minimum,
            ByPlace<ParameterSeries<Coefficient>> coefficient,
            ParameterSeries<Yen> step,
            ParameterSeries<Integer> roundingUnit,
            ParameterSeries<YearMonth> fixedThrough) {}

    record Limits(
            ParameterSeries<Yen> full,
            ParameterSeries<Yen> partial,
            ParameterSeries<Yen> supporter,
            ParameterSeries<Yen> perDependant,
            ParameterSeries<Yen> perElderly,
            ParameterSeries<Yen> perSpecific,
            ParameterSeries<Yen> supporterPerElderly) {}

    record Incomes(
            ParameterSeries<Integer> yearSwitch,
            ParameterSeries<Yen> employment,
            ParameterSeries<Yen> uniform,
            ParameterSeries<Coefficient> childSupport,
            Personal personal,
            ParameterSeries<Integer> specificRelativeFrom) {}

    record Personal(
            ParameterSeries<Yen> disabled,
            ParameterSeries<Yen> speciallyDisabled,
            ParameterSeries<Yen> workingStudent,
            ParameterSeries<Yen> widow,
            ParameterSeries<Yen> singleParent) {}

    record Pensions(
            ParameterSeries<Integer> months,
            ParameterSeries<Yen> secondChildCap,
            ParameterSeries<Yen> furtherChildCap,
            ParameterSeries<DisabilityPensionOffset> disability) {}

    /** How much of a 障害基礎年金等 is offset. */
    enum DisabilityPensionOffset {
        FULL_AMOUNT,
        CHILD_ADDITION
    }

    record Halving(
            ParameterSeries<Integer> years, ParameterSeries<Integer> yearsSinceRequirement, ParameterSeries<Integer> youngChildAge) {}

    record Requirements(
            ParameterSeries<Integer> childUntil,
            ParameterSeries<Integer> disabledChildUntil,
            ParameterSeries<String> father,
            ParameterSeries<Integer> reliefDays,
            ParameterSeries<Set<Month>> paymentMonths) {}

    static ChildRearingAllowanceParameters of(ParameterFile file) {
        var parameters = new ChildRearingAllowanceParameters(
                new Amounts(
                        new ByPlace<>(file.yen("full_first"), file.yen("full_second"), file.yen("full_further")),
                        new ByPlace<>(file.yen("minimum_first"), file.yen("minimum_second"), file.yen("minimum_further")),
                        new ByPlace<>(
                                file.series("coefficient_first", Coefficient::parse),
                                file.series("coefficient_second", Coefficient::parse),
                                file.series("coefficient_further", Coefficient::parse)),
                        file.yen("partial_step"),
                        file.number("rounding_unit"),
                        file.series("amounts_fixed_through", month -> YearMonth.parse((String) month))),
                new Limits(
                        file.yen("full_limit"),
                        file.yen("partial_limit"),
                        file.yen("supporter_limit"),
                        file.yen("limit_per_dependant"),
                        file.yen("limit_per_elderly"),
                        file.yen("limit_per_specific"),
                        file.yen("supporter_limit_per_elderly")),
                new Incomes(
                        file.number("income_year_switch"),
                        file.yen("employment_deduction"),
                        file.yen("uniform_deduction"),
                        file.series("child_support_share", Coefficient::parse),
                        new Personal(
                                file.yen("disabled_deduction"),
                                file.yen("specially_disabled_deduction"),
                                file.yen("working_student_deduction"),
                                file.yen("widow_deduction"),
                                file.yen("single_parent_deduction")),
                        file.number("specific_relative_deduction_from")),
                new Pensions(
                        file.number("pension_months"),
                        file.yen("pension_second_child_cap"),
                        file.yen("pension_further_child_cap"),
                        file.series("disability_pension_offset", value -> DisabilityPensionOffset.valueOf((String) value))),
                new Halving(
                        file.number("halving_years"),
                        file.number("halving_years_since_requirement"),
                        file.number("halving_young_child_age")),
                new Requirements(
                        file.number("child_until_age"),
                        file.number("disabled_child_until_age"),
                        file.series("father_included_from", String.class::cast),
                        file.number("relief_days"),
                        file.series("payment_months", ChildRearingAllowanceParameters::months)));
        file.requireAllRead();
        return parameters;
    }

    /** In force from the first covered month on; what came later (a father's entitlement, pensions beside the allowance) is asked for where used. */
    List<ParameterSeries<?>> fromTheStart() {
        return List.of(
                amounts.full.first, amounts.full.second, amounts.full.further, amounts.minimum.first, amounts.minimum.second,
                amounts.minimum.further, amounts.coefficient.first, amounts.coefficient.second, amounts.coefficient.further, amounts.step,
                amounts.roundingUnit, amounts.fixedThrough, limits.full, limits.partial, limits.supporter, limits.perDependant,
                limits.perElderly,
                limits.perSpecific, limits.supporterPerElderly, incomes.yearSwitch, incomes.employment, incomes.uniform,
                incomes.childSupport, incomes.personal.disabled, incomes.personal.speciallyDisabled, incomes.personal.workingStudent,
                incomes.personal.widow, incomes.personal.singleParent, incomes.specificRelativeFrom, halving.years,
                halving.yearsSinceRequirement, halving.youngChildAge, requirements.childUntil, requirements.disabledChildUntil,
                requirements.reliefDays, requirements.paymentMonths);
    }

    List<ParameterSeries<?>> all() {
        var all = new ArrayList<>(fromTheStart());
        all.addAll(List.of(
                pensions.months, pensions.secondChildCap, pensions.furtherChildCap, pensions.disability, requirements.father));
        return all;
    }

    private static Set<Month> months(Object value) {
        var months = EnumSet.noneOf(Month.class);
        ((List<?>) value).forEach(month -> months.add(Month.of(((Number) month).intValue())));
        return Collections.unmodifiableSet(months);
    }
}
