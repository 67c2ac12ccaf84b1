package jp.todoke.benefits.programmes.childallowance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Fact;
import jp.todoke.benefits.law.LegalAge;
import jp.todoke.benefits.law.Outcome;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.StatutoryMonth;
import jp.todoke.benefits.law.Stretches;
import jp.todoke.benefits.law.Trace;

/**
 * 児童手当法 第6条第1項第1号・第2項, 第三子以降算定額算定対象者 — how many older siblings take a place before the children of a month.
 * Source: e-Gov 346AC0000000073, as amended by 令和6年法律第47号. Without a 確認書 nobody past 18 is counted; the amount is {@link MonthlyAmount}.
 */
final class CountedSiblings {
    private final Question question;
    private final List<Span> spans = new ArrayList<>();

    /** The months in which one declaration lets one person be counted, both included. */
    private record Span(String id, YearMonth first, YearMonth last, Fact<Boolean> supported) {
        boolean covers(YearMonth month) {
            return !month.isBefore(first) && !month.isAfter(last);
        }
    }

    record Counting(int count, List<Reason> unclear, Trace trace) {
        static final Counting NOBODY = new Counting(0, List.of(), Trace.NONE);
    }

    CountedSiblings(Question question, List<Decision.ClaimDecision> claims) {
        this.question = question;
        List<ChildAllowanceFacts.CountedSibling> siblings = question.facts().countedSiblings();
        if (!question.facts().claimant().isPaidFlat()) {
            for (int i = 0; i < siblings.size(); i++) {
                add(siblings.get(i), claims);
            }
        }
    }

    void addChanges(Stretches stretches) {
        for (int i = 0; i < spans.size(); i++) {
            stretches.changeWith(spans.get(i).first()).changeAfter(spans.get(i).last());
        }
    }

    /** Nobody is counted before 2024-10. */
    Counting in(YearMonth month, InForce rules) {
        InForce.Counting counting = rules.counting();
        if (counting == null || question.facts().claimant().isPaidFlat()) {
            return Counting.NOBODY;
        }
        Trace trace = question.tracing().asking("第三子以降算定額算定対象者は何人か", Articles.AMOUNT_OF_PERSONS).by(counting.until());
        if (spans.isEmpty()) {
            return trace.isNone() ? Counting.NOBODY : new Counting(0, List.of(), trace.concluding(0, "人"));
        }
        Set<String> counted = new HashSet<>();
        List<Reason> unclear = List.of();
        for (int i = 0; i < spans.size(); i++) {
            Span span = spans.get(i);
            if (span.covers(month)) {
                trace = trace.given("対象者 " + span.id(), span.supported());
                switch (span.supported()) {
                    case Fact.Known<Boolean>(Boolean supported, _) when supported -> counted.add(span.id());
                    case Fact.Known<Boolean> _ -> {
                    }
                    case Fact.KnownNone<Boolean> _ -> {
                    }
                    case Fact.Unknown<Boolean> _ -> unclear = List.of(ChildAllowanceReason.SUPPORT_DISPUTED);
                }
            }
        }
        return new Counting(counted.size(), unclear, trace.concluding(counted.size(), "人"));
    }

    /** From the April after the school year of 18, once declared and supported, through the March that ends the school year of 22. */
    private void add(ChildAllowanceFacts.CountedSibling sibling, List<Decision.ClaimDecision> claims) {
        YearMonth reform = question.parameters().reformMonth();
        InForce rules = question.parameters().carried(reform);
        InForce.Counting counting = rules.counting();
        if (counting == null) {
            return;
        }
        LocalDate yearEnd = LegalAge.schoolYearEnd(sibling.birthDate(), rules.ages().childUntil().value());
        YearMonth first = later(reform, StatutoryMonth.monthOf(yearEnd).plusMonths(1));
        first = later(first, firstWholeMonth(sibling.from()));
        first = later(first, declared(sibling, yearEnd, counting, claims));
        LocalDate until = sibling.until();
        YearMonth last = StatutoryMonth
                .throughSchoolYear(sibling.birthDate(), counting.until().value(), Articles.AMOUNT_OF_PERSONS).month();
        if (until != null && StatutoryMonth.monthOf(until.minusDays(1)).isBefore(last)) {
            last = StatutoryMonth.monthOf(until.minusDays(1));
        }
        if (!first.isAfter(last)) {
            spans.add(new Span(sibling.id(), first, last, sibling.supported()));
        }
    }

    private static YearMonth firstWholeMonth(LocalDate from) {
        YearMonth month = StatutoryMonth.monthOf(from);
        return from.getDayOfMonth() == 1 ? month : month.plusMonths(1);
    }

    /**
     * The month after the declaration; with a claim made on or after it, the claim's first month; in time after the person's own 31 March, April.
     *
     * <p>OPEN QUESTION (児童手当法第9条第2項, 市の児童手当担当課, 2026-11-22): some municipalities ask for the 確認書 by 31 March instead of within
     * 15 days after it.
     */
    private YearMonth declared(
            ChildAllowanceFacts.CountedSibling sibling,
            LocalDate yearEnd,
            InForce.Counting counting,
            List<Decision.ClaimDecision> claims) {
        LocalDate declared = sibling.declaredOn();
        YearMonth first = StatutoryMonth.afterClaim(declared, Articles.INCREASE).month();
        for (int i = 0; i < claims.size(); i++) {
            Decision.ClaimDecision claim = claims.get(i);
            boolean takesEffect = !(claim.outcome() instanceof Outcome.Refused<YearMonth>) && !claim.receivedOn().isBefore(declared);
            first = takesEffect && claim.startMonth().isBefore(first) ? claim.startMonth() : first;
        }
        var relief = new StatutoryMonth.Relief(yearEnd, yearEnd, counting.declarationDays().value(), question.facts().office());
        YearMonth april = StatutoryMonth.monthOf(yearEnd).plusMonths(1);
        return april.isBefore(first) && !declared.isAfter(relief.lastDay()) ? april : first;
    }

    private static YearMonth later(YearMonth one, YearMonth other) {
        return one.isAfter(other) ? one : other;
    }
}
