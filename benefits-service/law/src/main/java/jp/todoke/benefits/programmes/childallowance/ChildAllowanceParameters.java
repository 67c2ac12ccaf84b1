package jp.todoke.benefits.programmes.childallowance;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import jp.todoke.benefits.law.ParameterFile;
import jp.todoke.benefits.law.ParameterSeries;
import jp.todoke.benefits.law.Yen;

/** {@code law/child-allowance.yaml} as typed series; loaded once, complete or not at all. */
record ChildAllowanceParameters(ParameterFile file, String ruleVersion, Rates rates, Ages ages, Days days) {

    private static final String RESOURCE = "/law/child-allowance.yaml";

    record Rates(
            ParameterSeries<Yen> underThree,
            ParameterSeries<Yen> threeAndOver,
            ParameterSeries<Yen> thirdAndLater,
            ParameterSeries<Yen> institutionUnderThree,
            ParameterSeries<Yen> institutionThreeAndOver) {}

    record Ages(
            ParameterSeries<Integer> thirdAndLaterFrom,
            ParameterSeries<Integer> underThreeYears,
            ParameterSeries<Integer> childUntil,
            ParameterSeries<Integer> countedUntil,
            ParameterSeries<Integer> transition) {}

    record Days(
            ParameterSeries<Integer> relief,
            ParameterSeries<Integer> countedDeclaration,
            ParameterSeries<Set<Month>> paymentMonths,
            ParameterSeries<LocalDate> transitionClaimsUntil) {}

    static ChildAllowanceParameters load() {
        return of(ParameterFile.load(ChildAllowanceParameters.class, RESOURCE));
    }

    ChildAllowanceParameters asKnownOn(LocalDate day) {
        return of(file.asKnownOn(day));
    }

    private static ChildAllowanceParameters of(ParameterFile file) {
        var parameters = new ChildAllowanceParameters(
                file,
                file.version(),
                new Rates(
                        file.yen("under_three"),
                        file.yen("three_and_over"),
                        file.yen("third_and_later"),
                        file.yen("institution_under_three"),
                        file.yen("institution_three_and_over")),
                new Ages(
                        file.number("third_and_later_from"),
                        file.number("under_three_years"),
                        file.number("child_until_age"),
                        file.number("counted_until_age"),
                        file.number("transition_age")),
                new Days(
                        file.number("relief_days"),
                        file.number("counted_declaration_days"),
                        file.series("payment_months", ChildAllowanceParameters::months),
                        file.date("transition_claims_until")));
        file.requireAllRead();
        return parameters;
    }

    /** 令和6年10月分: the first month these rules cover. */
    YearMonth firstMonth() {
        return rates.underThree().rows().getFirst().from();
    }

    List<ParameterSeries<?>> all() {
        return List.of(
                rates.underThree(), rates.threeAndOver(), rates.thirdAndLater(), rates.institutionUnderThree(),
                rates.institutionThreeAndOver(), ages.thirdAndLaterFrom(), ages.underThreeYears(), ages.childUntil(),
                ages.countedUntil(), ages.transition(), days.relief(), days.countedDeclaration(), days.paymentMonths(),
                days.transitionClaimsUntil());
    }

    private static Set<Month> months(Object value) {
        var months = EnumSet.noneOf(Month.class);
        ((List<?>) value).forEach(month -> months.add(Month.of(((Number) month).intValue())));
        return Collections.unmodifiableSet(months);
    }
}
