package jp.todoke.benefits.programmes.childallowance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.ImpossibleFacts;
import jp.todoke.benefits.law.MonthRange;
import jp.todoke.benefits.law.Programme;
import jp.todoke.benefits.law.StatutoryMonth;
import jp.todoke.benefits.law.Tracing;

/**
 * 児童手当（児童手当法） — the programme's only door: facts in, decision with traces out; no clock, no state, the same answer every time.
 * Covered from 2024-10; see the package for what is not.
 */
public final class ChildAllowance implements Programme<ChildAllowanceFacts> {
    private final ChildAllowanceParameters parameters;

    private ChildAllowance(ChildAllowanceParameters parameters) {
        this.parameters = parameters;
    }

    /** Reads the parameters; a wrong or missing row stops here. */
    public static ChildAllowance load() {
        return new ChildAllowance(ChildAllowanceParameters.load());
    }

    @Override
    public String ruleVersion() {
        return parameters.ruleVersion();
    }

    @Override
    public ChildAllowance asKnownOn(LocalDate day) {
        return new ChildAllowance(parameters.asKnownOn(day));
    }

    @Override
    public Decision decide(ChildAllowanceFacts facts, YearMonth from, YearMonth to, Tracing tracing) {
        List<YearMonth> asked = MonthRange.closed(from, to).months();
        requireParameters(asked);
        FactCheck.require(facts);
        Certifications certifications = Certifications.of(facts, parameters);
        var assessment = new MonthAssessment(facts, parameters, certifications, tracing);
        var months = new ArrayList<Decision.Month>();
        asked.forEach(month -> months.add(assessment.assess(month)));
        return new Decision(
                ruleVersion(), certifications.claims(), months, PaymentMonths.of(months, parameters), assessment.traces());
    }

    /** What age alone will change for a child born on {@code birth}, by the ages in force in {@code month}. */
    public Milestones milestones(LocalDate birth, YearMonth month) {
        return new Milestones(
                StatutoryMonth.throughBirthdayMonth(birth, parameters.ages().underThreeYears().at(month).value(),
                        ChildAllowanceReason.act("第6条第2項")).month(),
                StatutoryMonth
                        .throughSchoolYear(birth, parameters.ages().childUntil().at(month).value(), ChildAllowanceReason.act("第3条第1項"))
                        .month());
    }

    /**
     * @param underThreeThrough last month with the amount of a child under three
     * @param childThrough last month of a 児童: the March after the age of eighteen
     */
    public record Milestones(YearMonth underThreeThrough, YearMonth childThrough) {}

    /** 児童手当法第8条第4項 */
    @Override
    public boolean isPaymentMonth(YearMonth month) {
        return parameters.days().paymentMonths().at(month).value().contains(month.getMonth());
    }

    /** Asked before anything is computed, so that a month outside the tables is refused even where nothing would be paid in it. */
    private void requireParameters(List<YearMonth> months) {
        months.forEach(month -> parameters.all().forEach(series -> series.at(month)));
    }
}
