package jp.todoke.benefits.programmes.childrearingallowance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.ParameterFile;
import jp.todoke.benefits.law.Programme;
import jp.todoke.benefits.law.Stretches;
import jp.todoke.benefits.law.Tracing;

/**
 * 児童扶養手当（児童扶養手当法） — the programme's only door: facts in, decision with traces out; no clock, no state, the same answer every time.
 * Covered from 2010-04; see the package for what is not.
 */
public final class ChildRearingAllowance implements Programme<ChildRearingAllowanceFacts> {
    private final ParameterFile file;
    private final String ruleVersion;
    private final RuleMonths rules;

    private ChildRearingAllowance(ParameterFile file, RuleMonths rules) {
        this.file = file;
        this.ruleVersion = file.version();
        this.rules = rules;
    }

    /** Reads the parameters; a wrong or missing row, or a coefficient that does not fit its amounts, stops here. */
    public static ChildRearingAllowance load() {
        ParameterFile file = ParameterFile.load(ChildRearingAllowance.class, ChildRearingAllowanceParameters.RESOURCE);
        return new ChildRearingAllowance(file, RuleMonths.of(file).requireCoefficientIdentity());
    }

    @Override
    public String ruleVersion() {
        return ruleVersion;
    }

    @Override
    public ChildRearingAllowance asKnownOn(LocalDate day) {
        ParameterFile known = file.asKnownOn(day);
        return new ChildRearingAllowance(known, RuleMonths.of(known));
    }

    /**
     * The same rules with the amounts of the last fiscal year running on, until the order of the next March revises them. For what a decision says
     * of months to come: the yearly revision needs no claim. Never for what is paid.
     */
    public ChildRearingAllowance untilRevised() {
        return new ChildRearingAllowance(file, rules.untilRevised());
    }

    /** The last month whose amounts are fixed. */
    public YearMonth fixedThrough() {
        return rules.last();
    }

    @Override
    public Decision decide(ChildRearingAllowanceFacts facts, YearMonth from, YearMonth to, Tracing tracing) {
        Stretches stretches = Stretches.between(from, to);
        if (to.isBefore(rules.first())) {
            Coverage.require(facts, from, to, rules);
        }
        FactCheck.require(facts, rules.specificRelativeFrom(from.isBefore(rules.first()) ? rules.first() : from));
        Certifications certifications = Certifications.of(facts, rules, tracing);
        Coverage.require(facts, from, to, rules);
        Changes.mark(stretches, facts, certifications, rules, from, to);
        var assessment = new MonthAssessment(facts, rules, certifications, tracing);
        var months = new ArrayList<Decision.Month>();
        for (Stretches.Stretch stretch : stretches.list()) {
            Decision.Month answer = assessment.assess(stretch.from());
            months.add(answer);
            for (int further = 1; further < stretch.length(); further++) {
                months.add(answer.in(stretch.from().plusMonths(further)));
            }
        }
        List<Decision.Payment> payments = PaymentMonths.of(months, rules);
        return new Decision(ruleVersion, certifications.claims(), months, payments, assessment.traces());
    }

    /** 児童扶養手当法第7条第3項 */
    @Override
    public boolean isPaymentMonth(YearMonth month) {
        YearMonth before = month.minusMonths(1);
        return PaymentMonths.of(before, rules.nearest(before).requirements()).equals(month);
    }
}
