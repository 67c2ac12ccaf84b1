package jp.todoke.benefits.programmes.childrearingallowance;

import java.time.YearMonth;
import jp.todoke.benefits.law.Stay;

/**
 * 適用の範囲 — months for which no rule is in force are refused by the name of the parameter, before anything is computed and even where nothing would be
 * paid in them: a month before the tables, a father before 2010-08, a public pension before 2014-12. Of months whose yearly amounts are not fixed yet
 * only those are answered that need no amount, and only beside a month that is covered.
 */
final class Coverage {
    private Coverage() {}

    static void require(ChildRearingAllowanceFacts facts, YearMonth from, YearMonth to, RuleMonths rules) {
        rules.at(from);
        if (facts.claimant().kind() == ChildRearingAllowanceFacts.ClaimantKind.FATHER) {
            rules.requireFather(from);
        }
        for (ChildRearingAllowanceFacts.OwnPension pension : PensionOffset.own(facts.pensions())) {
            requirePension(pension.period(), from, to, rules);
        }
        for (ChildRearingAllowanceFacts.ChildPension pension : facts.pensions().ofChildren()) {
            requirePension(pension.period(), from, to, rules);
        }
    }

    private static void requirePension(Stay period, YearMonth from, YearMonth to, RuleMonths rules) {
        YearMonth first = YearMonth.from(period.from());
        YearMonth asked = first.isAfter(from) ? first : from;
        if (!asked.isAfter(to) && period.contains(asked.atDay(1))) {
            rules.nearest(asked).pensions(asked);
        }
    }
}
