package jp.todoke.benefits.programmes.childallowance;

import java.time.YearMonth;
import jp.todoke.benefits.law.Income;
import jp.todoke.benefits.law.Parameter;
import jp.todoke.benefits.law.ParameterSeries;
import jp.todoke.benefits.law.Yen;
import org.jspecify.annotations.Nullable;

/** 所得制限限度額・所得上限限度額（旧児童手当法施行令第1条・第7条）, the amount paid instead, and the deductions in force with them. */
record IncomeLimits(Limit limit, @Nullable Parameter<Yen> upper, Parameter<Integer> yearBeginsIn, Deductions deductions) {

    /** {@code perElderly}: on top of {@code perDependant}, for 老人扶養親族 and a 同一生計配偶者 of 70 and over. */
    record Limit(Parameter<Yen> specialBenefit, Parameter<Yen> base, Parameter<Yen> perDependant, Parameter<Yen> perElderly) {}

    /** {@code earned}: from the income of 2020 on. */
    record Deductions(
            Parameter<Yen> uniform,
            @Nullable Parameter<Yen> earned,
            Parameter<Yen> disabled,
            Parameter<Yen> speciallyDisabled,
            Parameter<Yen> workingStudent,
            Parameter<Yen> widow,
            Parameter<Yen> singleParent) {}

    record LimitSeries(
            ParameterSeries<Yen> specialBenefit,
            ParameterSeries<Yen> base,
            ParameterSeries<Yen> perDependant,
            ParameterSeries<Yen> perElderly) {}

    record DeductionSeries(
            ParameterSeries<Yen> uniform,
            ParameterSeries<Yen> earned,
            ParameterSeries<Yen> disabled,
            ParameterSeries<Yen> speciallyDisabled,
            ParameterSeries<Yen> workingStudent,
            ParameterSeries<Yen> widow,
            ParameterSeries<Yen> singleParent) {}

    record Series(
            LimitSeries limits, ParameterSeries<Yen> upper, ParameterSeries<Integer> yearBeginsIn, DeductionSeries deductions) {
        boolean covers(YearMonth month) {
            return limits.base().find(month) != null;
        }

        IncomeLimits at(YearMonth month) {
            return new IncomeLimits(
                    new Limit(
                            limits.specialBenefit().at(month), limits.base().at(month), limits.perDependant().at(month),
                            limits.perElderly().at(month)),
                    upper.find(month),
                    yearBeginsIn.at(month),
                    new Deductions(
                            deductions.uniform().at(month), deductions.earned().find(month), deductions.disabled().at(month),
                            deductions.speciallyDisabled().at(month), deductions.workingStudent().at(month),
                            deductions.widow().at(month), deductions.singleParent().at(month)));
        }
    }

    /** 月分 to income year: from the month of the switch the year before, until then the year before that. */
    int incomeYear(YearMonth month) {
        return month.getMonthValue() >= yearBeginsIn.value() ? month.getYear() - 1 : month.getYear() - 2;
    }

    /** The first month that is measured by another income year. */
    YearMonth nextIncomeYear(YearMonth month) {
        YearMonth change = YearMonth.of(month.getYear(), yearBeginsIn.value());
        return change.isAfter(month) ? change : change.plusYears(1);
    }

    long of(Parameter<Yen> base, Income.Dependants dependants) {
        int elderly = dependants.elderly() + (dependants.elderlySpouse() ? 1 : 0);
        return base.value().value()
                + Math.multiplyExact(limit.perDependant().value().value(), (long) dependants.total())
                + Math.multiplyExact(limit.perElderly().value().value(), (long) elderly);
    }
}
