package jp.todoke.benefits.programmes.childrearingallowance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import jp.todoke.benefits.law.Parameter;
import jp.todoke.benefits.law.ParameterFile;
import jp.todoke.benefits.law.ParameterMissing;
import jp.todoke.benefits.law.ParameterSeries;

/**
 * The parameters of every month, looked up once for all months when the rules are loaded.
 */
final class RuleMonths {
    private final ChildRearingAllowanceParameters parameters;
    private final YearMonth first;
    private final YearMonth last;
    private final List<YearMonth> changes;
    private final List<InForce> byMonth;

    private RuleMonths(ChildRearingAllowanceParameters parameters, YearMonth first, YearMonth last, List<YearMonth> changes,
            List<InForce> byMonth) {
        this.parameters = parameters;
        this.first = first;
        this.last = last;
        this.changes = changes;
        this.byMonth = byMonth;
    }

    static RuleMonths of(ParameterFile file) {
        ChildRearingAllowanceParameters parameters = ChildRearingAllowanceParameters.of(file);
        if (parameters.fromTheStart().stream().anyMatch(series -> series.rows().isEmpty())) {
            YearMonth never = YearMonth.from(LocalDate.MAX);
            return new RuleMonths(parameters, never, never, List.of(), List.of());
        }
        YearMonth first = parameters.fromTheStart().stream()
                .map(series -> series.rows().getFirst().from())
                .max(YearMonth::compareTo)
                .orElseThrow();
        var changes = new TreeSet<YearMonth>(List.of(first));
        for (ParameterSeries<?> series : parameters.all()) {
            series.rows().stream().map(Parameter::from).filter(first::isBefore).forEach(changes::add);
        }
        var byMonth = new ArrayList<InForce>();
        for (YearMonth month = first; !month.isAfter(changes.last()); month = month.plusMonths(1)) {
            byMonth.add(changes.contains(month) ? InForce.at(month, parameters) : byMonth.getLast());
        }
        YearMonth last = parameters.amounts().fixedThrough().at(changes.last()).value();
        return new RuleMonths(parameters, first, last, List.copyOf(changes), List.copyOf(byMonth));
    }

    /** @throws ParameterMissing by the name of the first parameter without a row in {@code month}: before the tables, or after the last year fixed */
    InForce at(YearMonth month) {
        if (month.isBefore(first)) {
            parameters.fromTheStart().forEach(series -> series.at(month));
            throw new ParameterMissing(parameters.amounts().full().first().name(), month);
        }
        if (month.isAfter(last)) {
            throw new ParameterMissing(parameters.amounts().full().first().name(), month);
        }
        return latest(month);
    }

    /** What never changes with a fiscal year (ages, days, payment months), asked of any month: outside the tables the nearest one answers. */
    InForce nearest(YearMonth month) {
        return latest(month.isBefore(first) ? first : month);
    }

    /** The last month whose amounts are fixed. */
    YearMonth last() {
        return last;
    }

    /** The same table with the amounts of the last year fixed running on. */
    RuleMonths untilRevised() {
        return new RuleMonths(parameters, first, YearMonth.from(LocalDate.MAX), changes, byMonth);
    }

    private InForce latest(YearMonth month) {
        long index = first.until(month, ChronoUnit.MONTHS);
        return index < byMonth.size() ? byMonth.get((int) index) : byMonth.getLast();
    }

    /** The months with which a parameter changes, the first covered month among them. */
    List<YearMonth> changes() {
        return changes;
    }

    /**
     * A table in which a coefficient does not fit its amounts and limits is refused: an amount paid by the coefficient of another year is the
     * commonest accident of this allowance.
     */
    RuleMonths requireCoefficientIdentity() {
        CoefficientIdentity.require(changes, parameters);
        return this;
    }

    /** @throws ParameterMissing before a father could claim */
    void requireFather(YearMonth month) {
        parameters.requirements().father().at(month);
    }

    /** 特定親族特別控除: the first calendar year of income that knows it. */
    int specificRelativeFrom(YearMonth month) {
        return parameters.incomes().specificRelativeFrom().at(month).value();
    }

    YearMonth first() {
        return first;
    }

    ChildRearingAllowanceParameters parameters() {
        return parameters;
    }
}
