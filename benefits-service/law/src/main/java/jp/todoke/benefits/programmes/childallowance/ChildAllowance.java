package jp.todoke.benefits.programmes.childallowance;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import jp.todoke.benefits.law.Article;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.ParameterFile;
import jp.todoke.benefits.law.ParameterSeries;
import jp.todoke.benefits.law.Programme;
import jp.todoke.benefits.law.StatutoryMonth;
import jp.todoke.benefits.law.Stretches;
import jp.todoke.benefits.law.Tracing;

/**
 * 児童手当（児童手当法） — the programme's only door: facts in, decision with traces out; no clock, no state, the same answer every time.
 * Covered from 2012-04; see the package for what is not.
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

    /** The same rules with other parameters: a draft of an amendment, compared with the law in force. */
    public static ChildAllowance with(ParameterFile parameters) {
        return new ChildAllowance(new ChildAllowanceParameters(parameters));
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
        parameters.at(from);
        FactCheck.require(facts);
        var question = new Question(facts, parameters, tracing);
        Certifications certifications = Certifications.of(question);
        var counted = new CountedSiblings(question, certifications.claims());
        var assessment = new MonthAssessment(question, certifications, counted);
        var months = new ArrayList<Decision.Month>();
        for (Stretches.Stretch stretch : Changes.between(from, to, question, certifications, counted)) {
            Decision.Month answer = assessment.assess(stretch.from());
            for (int i = 0; i < stretch.length(); i++) {
                months.add(answer.in(stretch.from().plusMonths(i)));
            }
        }
        return new Decision(
                ruleVersion(), certifications.claims(), months, PaymentMonths.of(months, parameters), assessment.traces());
    }

    /**
     * 未支払の児童手当（第12条第1項）: which months from {@code firstUnpaid} on pass to which child; empty when nobody died. The facts say on which
     * day the recipient died; what was paid before is the ledger's to know.
     */
    public List<UnpaidShare> unpaidAtDeath(ChildAllowanceFacts facts, YearMonth firstUnpaid) {
        return facts.endings().stream()
                .filter(ending -> ending.kind() == ChildAllowanceFacts.EndingKind.CLAIMANT_DIED)
                .map(ChildAllowanceFacts.Ending::on)
                .filter(death -> !StatutoryMonth.monthOf(death).isBefore(firstUnpaid))
                .findFirst()
                .map(death -> UnpaidShare.of(decide(facts, firstUnpaid, StatutoryMonth.monthOf(death), Tracing.OFF)))
                .orElse(List.of());
    }

    /** What age alone will change for a child born on {@code birth}, by the ages in force in {@code month}. */
    public Milestones milestones(LocalDate birth, YearMonth month) {
        InForce.Ages ages = parameters.at(month).ages();
        return new Milestones(
                StatutoryMonth.throughBirthdayMonth(birth, ages.underThreeYears().value(), Articles.UNDER_THREE).month(),
                StatutoryMonth.throughSchoolYear(birth, ages.childUntil().value(), Articles.CHILD).month());
    }

    /**
     * @param underThreeThrough last month with the amount of a child under three
     * @param childThrough last month of a 児童: the March after the age of eighteen
     */
    public record Milestones(YearMonth underThreeThrough, YearMonth childThrough) {}

    /** 児童手当法第8条第4項; 2024-10 pays the last months of the former rules and is a payment month of both. */
    @Override
    public boolean isPaymentMonth(YearMonth month) {
        YearMonth paidFor = month.minusMonths(1);
        var months = parameters.at(paidFor).payment().months().value();
        return months.contains(Month.from(month));
    }

    /** Every provision these rules carry out. */
    public static List<Article> articles() {
        return Articles.all();
    }

    /** Every value the law fixes, with its rows over time. */
    public List<ParameterSeries<?>> parameters() {
        return List.copyOf(parameters.all());
    }
}
