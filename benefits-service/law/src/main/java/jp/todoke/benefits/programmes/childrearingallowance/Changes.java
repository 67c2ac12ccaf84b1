package jp.todoke.benefits.programmes.childrearingallowance;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Outcome;
import jp.todoke.benefits.law.Stay;
import jp.todoke.benefits.law.Stretches;

/** Marks every month with which an answer may change; between two marks all months are the same. */
final class Changes {
    private Changes() {}

    static void mark(
            Stretches stretches,
            ChildRearingAllowanceFacts facts,
            Certifications certifications,
            RuleMonths rules,
            YearMonth from,
            YearMonth to) {
        for (YearMonth change : rules.changes()) {
            stretches.changeWith(change);
        }
        if (rules.last().isBefore(to)) {
            stretches.changeWith(rules.last().plusMonths(1));
        }
        int first = rules.nearest(from).incomes().yearSwitch().value();
        int last = rules.nearest(to).incomes().yearSwitch().value();
        stretches.changeEvery(Month.of(first));
        if (last != first) {
            stretches.changeEvery(Month.of(last));
        }
        certified(stretches, certifications, facts, rules);
        for (ChildRearingAllowanceFacts.Supporter supporter : facts.supporters()) {
            LocalDate until = supporter.livesTogether().until();
            stretches.changeAfterMonthOf(supporter.livesTogether().from());
            if (until != null) {
                stretches.changeAfterMonthOf(until.minusDays(1));
            }
        }
        pensions(stretches, facts.pensions());
        for (ChildRearingAllowanceFacts.Exemption exemption : facts.claimant().exemptions()) {
            onFirstDays(stretches, exemption.valid());
            stretches.changeWith(YearMonth.from(exemption.filedOn()));
        }
    }

    private static void certified(
            Stretches stretches, Certifications certifications, ChildRearingAllowanceFacts facts, RuleMonths rules) {
        for (Certification certification : certifications.certified()) {
            stretches.changeWith(certification.from()).changeAfter(certification.lastMonth());
        }
        for (Decision.ClaimDecision claim : certifications.claims()) {
            if (claim.outcome() instanceof Outcome.Refused<YearMonth> || claim.children().size() > 1) {
                stretches.changeWith(claim.startMonth());
            }
        }
        for (Entitlement entitlement : certifications.entitlements()) {
            stretches.changeWith(entitlement.start());
            stretches.changeWith(LongReceipt.begins(
                    entitlement, facts.claimant().kind(), rules.nearest(entitlement.start()).halving()));
        }
    }

    private static void pensions(Stretches stretches, ChildRearingAllowanceFacts.Pensions pensions) {
        List<ChildRearingAllowanceFacts.OwnPension> own = PensionOffset.own(pensions);
        for (ChildRearingAllowanceFacts.OwnPension pension : own) {
            onFirstDays(stretches, pension.period());
        }
        for (ChildRearingAllowanceFacts.ChildPension pension : pensions.ofChildren()) {
            onFirstDays(stretches, pension.period());
        }
    }

    /** What is asked of the first day of each month changes with the month of a day on the 1st, else with the month after. */
    private static void onFirstDays(Stretches stretches, Stay stay) {
        stretches.changeWith(YearMonth.from(stay.from())).changeAfterMonthOf(stay.from());
        LocalDate until = stay.until();
        if (until != null) {
            stretches.changeWith(YearMonth.from(until)).changeAfterMonthOf(until);
        }
    }
}
