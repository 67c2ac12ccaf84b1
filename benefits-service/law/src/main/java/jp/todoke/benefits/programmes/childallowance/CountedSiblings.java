package jp.todoke.benefits.programmes.childallowance;

import static jp.todoke.benefits.programmes.childallowance.ChildAllowanceReason.act;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Fact;
import jp.todoke.benefits.law.LegalAge;
import jp.todoke.benefits.law.Outcome;
import jp.todoke.benefits.law.Parameter;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.StatutoryMonth;
import jp.todoke.benefits.law.Trace;

/**
 * 児童手当法 第6条第1項第1号・第2項, 第三子以降算定額算定対象者 — how many older siblings take a place before the children of a month.
 * Source: e-Gov 346AC0000000073, as amended by 令和6年法律第47号. Without a 確認書 nobody past 18 is counted; the amount is {@link MonthlyAmount}.
 */
final class CountedSiblings {
    private CountedSiblings() {}

    record Counting(int count, List<Reason> unclear, Trace trace) {}

    static Counting in(
            YearMonth month,
            ChildAllowanceFacts facts,
            List<Decision.ClaimDecision> claims,
            ChildAllowanceParameters parameters) {
        Trace trace = Trace.asking("第三子以降算定額算定対象者は何人か", act("第6条第1項第1号")).by(parameters.ages().countedUntil().at(month));
        var unclear = new ArrayList<Reason>();
        int count = 0;
        if (!facts.claimant().isPaidFlat()) {
            for (ChildAllowanceFacts.CountedSibling sibling : facts.countedSiblings()) {
                if (!isOfAge(sibling, month, parameters) || !isDeclared(sibling, month, facts, claims, parameters)) {
                    continue;
                }
                trace = trace.given("対象者 " + sibling.id(), sibling.supported());
                switch (sibling.supported()) {
                    case Fact.Known<Boolean>(Boolean supported, _) when supported -> count++;
                    case Fact.Known<Boolean> _ -> {
                    }
                    case Fact.KnownNone<Boolean> _ -> {
                    }
                    case Fact.Unknown<Boolean> _ -> unclear.add(ChildAllowanceReason.SUPPORT_DISPUTED);
                }
            }
        }
        return new Counting(count, unclear.stream().distinct().toList(), trace.concluding(count + "人"));
    }

    /** From the April after the school year of 18 through the March that ends the school year of 22. */
    private static boolean isOfAge(
            ChildAllowanceFacts.CountedSibling sibling, YearMonth month, ChildAllowanceParameters parameters) {
        int childUntil = parameters.ages().childUntil().at(month).value();
        int countedUntil = parameters.ages().countedUntil().at(month).value();
        YearMonth lastAsChild = StatutoryMonth.throughSchoolYear(sibling.birthDate(), childUntil, act("第3条第1項")).month();
        YearMonth last = StatutoryMonth.throughSchoolYear(sibling.birthDate(), countedUntil, act("第6条第1項第1号")).month();
        boolean stillSupported = sibling.until() == null || !month.isAfter(YearMonth.from(sibling.until().minusDays(1)));
        return month.isAfter(lastAsChild) && !month.isAfter(last) && !month.atDay(1).isBefore(sibling.from()) && stillSupported;
    }

    /**
     * The month after the declaration; with a claim made on or after it, the claim's first month; in time after the person's own 31 March, April.
     *
     * <p>OPEN QUESTION (児童手当法第9条第2項, 市の児童手当担当課, 2026-11-22): some municipalities ask for the 確認書 by 31 March instead of within
     * 15 days after it.
     */
    private static boolean isDeclared(
            ChildAllowanceFacts.CountedSibling sibling,
            YearMonth month,
            ChildAllowanceFacts facts,
            List<Decision.ClaimDecision> claims,
            ChildAllowanceParameters parameters) {
        LocalDate declared = sibling.declaredOn();
        if (!month.isBefore(StatutoryMonth.afterClaim(declared, act("第9条第1項")).month())) {
            return true;
        }
        boolean withClaim = claims.stream()
                .anyMatch(claim -> !(claim.outcome() instanceof Outcome.Refused<YearMonth>)
                        && !claim.receivedOn().isBefore(declared)
                        && !month.isBefore(claim.startMonth()));
        int childUntil = parameters.ages().childUntil().at(month).value();
        LocalDate yearEnd = LegalAge.schoolYearEnd(sibling.birthDate(), childUntil);
        Parameter<Integer> days = parameters.days().countedDeclaration().at(month);
        var relief = new StatutoryMonth.Relief(yearEnd, yearEnd, days.value(), facts.office());
        return withClaim || !declared.isAfter(relief.lastDay());
    }
}
