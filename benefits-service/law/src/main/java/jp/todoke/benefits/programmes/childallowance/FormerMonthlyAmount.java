package jp.todoke.benefits.programmes.childallowance;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.todoke.benefits.law.Parameter;
import jp.todoke.benefits.law.StatutoryMonth;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.benefits.law.Yen;

/**
 * 旧児童手当法 第6条「児童手当の額」・附則第2条「特例給付」 — one child's monthly amount in the months 2012-04 to 2024-09, in whole yen.
 * Source: e-Gov 346AC0000000073 before 令和6年法律第47号. The third-child rate was paid between 3歳 and 小学校修了 only; 高校生年代 took a place
 * and were not paid. From 2024-10 on it is {@link MonthlyAmount}.
 */
final class FormerMonthlyAmount {
    private FormerMonthlyAmount() {}

    /** Where one child stood in the month. */
    sealed interface Standing {
        record UnderThree() implements Standing {}

        record ThreeToPrimarySchool() implements Standing {}

        /** 第3子以降, counted among all children up to 18歳年度末 */
        record ThirdOrLaterToPrimarySchool() implements Standing {}

        record MiddleSchool() implements Standing {}

        /** 中学校修了後: 算入のみ */
        record CountedOnly() implements Standing {}

        record FlatUnderThree() implements Standing {}

        record FlatThreeAndOver() implements Standing {}

        /** 特例給付, whatever the child's age up to 中学校修了 */
        record InsteadBecauseOfIncome() implements Standing {}
    }

    record Place(int number, boolean flat, boolean instead) {}

    /** {@code payable} is false for a child that only takes a place. */
    record Amount(Yen yen, boolean payable, Trace trace) {}

    static Amount of(ChildAllowanceFacts.Child child, Place place, YearMonth month, InForce rules, FormerRules former, Tracing tracing) {
        LocalDate birth = child.birthDate();
        Parameter<Integer> years = rules.ages().underThreeYears();
        StatutoryMonth young = StatutoryMonth.throughBirthdayMonth(birth, years.value(), Articles.UNDER_THREE);
        Standing standing = classify(birth, place, !month.isAfter(young.month()), month, rules, former);
        Trace question = tracing.asking("その児童の月額はいくらか", Articles.FORMER_AMOUNT)
                .given("児童", child.id(), "認定請求")
                .given("生年月日", birth, "住民基本台帳")
                .given("何番目か", place.number(), Articles.FORMER_AMOUNT);
        if (standing instanceof Standing.CountedOnly) {
            return new Amount(Yen.ZERO, false,
                    question.by(former.middleUntil()).concluding(ChildAllowanceReason.COUNTED_NOT_PAID.code()));
        }
        Parameter<Yen> rate = rate(standing, rules, former);
        Trace trace = question
                .under(rate.article())
                .given("3歳未満である最後の月", young.month(), young.article())
                .by(rate)
                .by(years)
                .by(former.primaryUntil())
                .by(rules.ages().thirdAndLaterFrom())
                .concluding(rate.value());
        return new Amount(rate.value(), true, trace);
    }

    private static Standing classify(
            LocalDate birth, Place place, boolean underThree, YearMonth month, InForce rules, FormerRules former) {
        if (month.isAfter(former.lastOfMiddle(birth))) {
            return new Standing.CountedOnly();
        }
        if (place.flat()) {
            return underThree ? new Standing.FlatUnderThree() : new Standing.FlatThreeAndOver();
        }
        if (place.instead()) {
            return new Standing.InsteadBecauseOfIncome();
        }
        if (underThree) {
            return new Standing.UnderThree();
        }
        if (month.isAfter(former.lastOfPrimary(birth))) {
            return new Standing.MiddleSchool();
        }
        return place.number() >= rules.ages().thirdAndLaterFrom().value()
                ? new Standing.ThirdOrLaterToPrimarySchool()
                : new Standing.ThreeToPrimarySchool();
    }

    private static Parameter<Yen> rate(Standing standing, InForce rules, FormerRules former) {
        return switch (standing) {
            case Standing.UnderThree() -> rules.rates().underThree();
            case Standing.ThreeToPrimarySchool() -> rules.rates().threeAndOver();
            case Standing.ThirdOrLaterToPrimarySchool() -> rules.rates().thirdAndLater();
            case Standing.MiddleSchool() -> former.middleSchool();
            case Standing.FlatUnderThree() -> rules.rates().flatUnderThree();
            case Standing.FlatThreeAndOver() -> rules.rates().flatThreeAndOver();
            case Standing.InsteadBecauseOfIncome() -> instead(rules);
            case Standing.CountedOnly() -> throw new IllegalStateException("a child that only takes a place has no rate");
        };
    }

    private static Parameter<Yen> instead(InForce rules) {
        IncomeLimits limits = rules.limits();
        if (limits == null) {
            throw new IllegalStateException("特例給付 without an income test");
        }
        return limits.limit().specialBenefit();
    }
}
