package jp.todoke.benefits.programmes.childallowance;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.todoke.benefits.law.Parameter;
import jp.todoke.benefits.law.ParameterFile;
import jp.todoke.benefits.law.ParameterMissing;
import jp.todoke.benefits.law.ParameterSeries;
import jp.todoke.benefits.law.StatutoryMonth;
import jp.todoke.benefits.law.Yen;
import org.jspecify.annotations.Nullable;

/**
 * {@code law/child-allowance.yaml}, read once, complete or not at all, and resolved into what is {@link InForce} between two changes: a month
 * asked about finds all its rows at one place.
 */
final class ChildAllowanceParameters {
    private static final String RESOURCE = "/law/child-allowance.yaml";

    private final ParameterFile file;
    private final String ruleVersion;
    private final List<ParameterSeries<?>> series = new ArrayList<>();
    private final ParameterSeries<LocalDate> transitionUntil;
    private final ParameterSeries<Integer> transitionAge;
    private final InForce[] inForce;

    ChildAllowanceParameters(ParameterFile file) {
        this.file = file;
        this.ruleVersion = file.version();
        var resolver = new InForce.Resolver(
                yen("under_three"), yen("three_and_over"), yen("third_and_later"),
                new InForce.Resolver.Flat(yen("institution_under_three"), yen("institution_three_and_over")),
                new InForce.Resolver.Ages(number("third_and_later_from"), number("under_three_years"), number("child_until_age")),
                new InForce.Resolver.Payment(number("relief_days"), add(file.series("payment_months", ChildAllowanceParameters::months))),
                new InForce.Resolver.Regimes(
                        new FormerRules.Series(yen("middle_school"), number("primary_school_until_age"), number("middle_school_until_age")),
                        new IncomeLimits.Series(
                                new IncomeLimits.LimitSeries(
                                        yen("special_benefit"), yen("income_limit"), yen("income_limit_per_dependant"),
                                        yen("income_limit_per_elderly_dependant")),
                                yen("upper_income_limit"), number("income_year_begins_in"),
                                new IncomeLimits.DeductionSeries(
                                        yen("uniform_deduction"), yen("earned_income_deduction"), yen("disabled_deduction"),
                                        yen("specially_disabled_deduction"), yen("working_student_deduction"), yen("widow_deduction"),
                                        yen("single_parent_deduction"))),
                        new InForce.Resolver.CountingSeries(number("counted_until_age"), number("counted_declaration_days"))));
        this.transitionUntil = add(file.date("transition_claims_until"));
        this.transitionAge = number("transition_age");
        file.requireAllRead();
        this.inForce = resolved(resolver);
    }

    static ChildAllowanceParameters load() {
        return new ChildAllowanceParameters(ParameterFile.load(ChildAllowanceParameters.class, RESOURCE));
    }

    ChildAllowanceParameters asKnownOn(LocalDate day) {
        return new ChildAllowanceParameters(file.asKnownOn(day));
    }

    String ruleVersion() {
        return ruleVersion;
    }

    List<ParameterSeries<?>> all() {
        return series;
    }

    /** @throws ParameterMissing in a month these rules do not cover, by the name of the first parameter that is not in force */
    InForce at(YearMonth month) {
        InForce found = find(month);
        if (found == null) {
            throw new ParameterMissing(missingIn(month), month);
        }
        return found;
    }

    /** The rules of the month; for a month before the first covered one, those of the first: what began earlier was carried over. */
    InForce carried(YearMonth month) {
        InForce found = find(month);
        return found == null ? inForce[0] : found;
    }

    InForce carried(LocalDate day) {
        return carried(StatutoryMonth.monthOf(day));
    }

    /** The first month these rules cover. */
    YearMonth firstMonth() {
        return inForce[0].from();
    }

    /** The months with which a parameter changes. */
    InForce[] stretches() {
        return inForce;
    }

    /** The month with which {@code rules} are followed by others; the last ones run on. */
    YearMonth endOf(InForce rules) {
        for (int i = 0; i + 1 < inForce.length; i++) {
            if (inForce[i] == rules) {
                return inForce[i + 1].from();
            }
        }
        return YearMonth.of(Year.MAX_VALUE, Month.DECEMBER);
    }

    /** 令和6年10月分: the first month of the reform. */
    YearMonth reformMonth() {
        return transitionUntil.rows().getFirst().from();
    }

    Parameter<LocalDate> transitionUntil() {
        return transitionUntil.rows().getFirst();
    }

    Parameter<Integer> transitionAge() {
        return transitionAge.rows().getFirst();
    }

    private @Nullable InForce find(YearMonth month) {
        for (int i = inForce.length - 1; i >= 0; i--) {
            if (!month.isBefore(inForce[i].from())) {
                return inForce[i];
            }
        }
        return null;
    }

    private String missingIn(YearMonth month) {
        return series.stream().filter(one -> one.find(month) == null).map(ParameterSeries::name).findFirst().orElse("");
    }

    private InForce[] resolved(InForce.Resolver resolver) {
        var changes = new TreeSet<YearMonth>();
        series.forEach(one -> changes.addAll(one.changes()));
        return changes.stream().filter(resolver::covers).map(resolver::at).toArray(InForce[]::new);
    }

    private ParameterSeries<Yen> yen(String name) {
        return add(file.yen(name));
    }

    private ParameterSeries<Integer> number(String name) {
        return add(file.number(name));
    }

    private <T> ParameterSeries<T> add(ParameterSeries<T> read) {
        series.add(read);
        return read;
    }

    private static Set<Month> months(Object value) {
        var months = EnumSet.noneOf(Month.class);
        ((List<?>) value).forEach(month -> months.add(Month.of(((Number) month).intValue())));
        return Collections.unmodifiableSet(months);
    }
}
