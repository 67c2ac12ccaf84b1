package jp.todoke.benefits.programmes.childallowance;

import java.time.YearMonth;
import jp.todoke.benefits.law.Parameter;
import jp.todoke.benefits.law.StatutoryMonth;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.benefits.law.Yen;

/**
 * 児童手当法 第6条「児童手当の額」 — one child's monthly amount, in whole yen.
 * Source: e-Gov 346AC0000000073, as amended by 令和6年法律第47号 (2024-10 onward). Who is counted is {@link CountedSiblings}; months before it {@link FormerMonthlyAmount}.
 */
final class MonthlyAmount {
    private MonthlyAmount() {}

    /** Where one child stands this month; "under three" lasts through the month of the third birthday (第6条第2項). */
    sealed interface Standing {
        /** 第三子以降: its place, counted siblings included, has reached the third. */
        record ThirdOrLater() implements Standing {}

        record UnderThree() implements Standing {}

        record ThreeAndOver() implements Standing {}

        /** 施設等受給資格者・法人受給資格者（第1項第2号・第3号） */
        record FlatUnderThree() implements Standing {}

        record FlatThreeAndOver() implements Standing {}
    }

    record Amount(Yen yen, Trace trace) {}

    static Amount of(ChildAllowanceFacts.Child child, int place, boolean flat, YearMonth month, InForce rules, Tracing tracing) {
        Parameter<Integer> years = rules.ages().underThreeYears();
        Parameter<Integer> third = rules.ages().thirdAndLaterFrom();
        StatutoryMonth young = StatutoryMonth.throughBirthdayMonth(child.birthDate(), years.value(), Articles.UNDER_THREE);
        Standing standing = classify(place >= third.value(), !month.isAfter(young.month()), flat);
        Parameter<Yen> rate = rate(standing, rules.rates());
        Trace trace = tracing.asking("その児童の月額はいくらか", rate.article())
                .given("児童", child.id(), "認定請求")
                .given("生年月日", child.birthDate(), "住民基本台帳")
                .given("何番目か", place, Articles.AMOUNT_OF_PERSONS)
                .given("3歳未満である最後の月", young.month(), young.article())
                .by(rate)
                .by(years)
                .by(third)
                .concluding(rate.value());
        return new Amount(rate.value(), trace);
    }

    private static Standing classify(boolean thirdOrLater, boolean underThree, boolean flat) {
        if (flat) {
            return underThree ? new Standing.FlatUnderThree() : new Standing.FlatThreeAndOver();
        }
        if (thirdOrLater) {
            return new Standing.ThirdOrLater();
        }
        return underThree ? new Standing.UnderThree() : new Standing.ThreeAndOver();
    }

    /** A payment always cites the rate that fixed it: the article comes from the data, never retyped here. */
    private static Parameter<Yen> rate(Standing standing, InForce.Rates rates) {
        return switch (standing) {
            case Standing.ThirdOrLater() -> rates.thirdAndLater();
            case Standing.UnderThree() -> rates.underThree();
            case Standing.ThreeAndOver() -> rates.threeAndOver();
            case Standing.FlatUnderThree() -> rates.flatUnderThree();
            case Standing.FlatThreeAndOver() -> rates.flatThreeAndOver();
        };
    }
}
