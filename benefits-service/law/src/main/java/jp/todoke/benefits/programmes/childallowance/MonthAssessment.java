package jp.todoke.benefits.programmes.childallowance;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.TraceBook;
import jp.todoke.benefits.law.Yen;

/**
 * 児童手当法 第5条「児童手当の支給」 — what one month says: the sum over the children certified in it, or why nothing is paid.
 * Source: e-Gov 346AC0000000073. One instance answers all stretches of one question and names each distinct trace once.
 */
final class MonthAssessment {
    private final Question question;
    private final PaidChildren paid;
    private final UnpaidMonths unpaid;
    private final CountedSiblings counted;
    private final TraceBook book = new TraceBook();

    MonthAssessment(Question question, Certifications certifications, CountedSiblings counted) {
        this.question = question;
        this.paid = new PaidChildren(question.facts().children(), certifications.certified());
        this.unpaid = new UnpaidMonths(question, certifications, book);
        this.counted = counted;
    }

    Map<String, Trace> traces() {
        return book.traces();
    }

    /** The answer for {@code month}, and for every month of its stretch. */
    Decision.Month assess(YearMonth month) {
        List<Certification> children = paid.in(month);
        if (children.isEmpty()) {
            return unpaid.month(month);
        }
        InForce rules = question.parameters().at(month);
        CountedSiblings.Counting counting = counted.in(month, rules);
        IncomeTest.Standing income = IncomeTest.in(month, question.facts().claimant(), rules, question.tracing());
        List<Reason> unclear = unclear(children, counting, income);
        return unclear.isEmpty()
                ? granted(new Grounds(month, rules, counting, income), children)
                : referred(month, children, counting, income, unclear);
    }

    /** What the amounts of one stretch rest on. */
    private record Grounds(YearMonth month, InForce rules, CountedSiblings.Counting counting, IncomeTest.Standing income) {}

    private Decision.Month granted(Grounds grounds, List<Certification> children) {
        var months = new ArrayList<Decision.ChildMonth>(children.size());
        long sum = 0;
        for (int i = 0; i < children.size(); i++) {
            Decision.ChildMonth month = child(children.get(i), grounds.counting().count() + i + 1, grounds);
            months.add(month);
            sum += month.yen().value();
        }
        unpaid.addChildren(grounds.month(), children, months);
        Yen total = Yen.of(sum);
        List<Reason> reasons = grounds.income() instanceof IncomeTest.Standing.SpecialBenefit
                ? List.of(ChildAllowanceReason.INCOME_OVER_LIMIT)
                : List.of();
        return new Decision.Month(
                grounds.month(), Decision.MonthOutcome.GRANTED, total, reasons, months,
                List.of(new Decision.Stage(Decision.StageName.BASE, total)), null);
    }

    private Decision.ChildMonth child(Certification certification, int place, Grounds grounds) {
        ChildAllowanceFacts.Claimant claimant = question.facts().claimant();
        FormerRules former = grounds.rules().former();
        if (former == null) {
            MonthlyAmount.Amount amount = MonthlyAmount.of(
                    certification.child(), place, claimant.isPaidFlat(), grounds.month(), grounds.rules(), question.tracing());
            Trace trace = claimant.isCorporate() ? amount.trace().under(Articles.AMOUNT_OF_CORPORATE_GUARDIANS) : amount.trace();
            return paid(certification, place, amount.yen(), trace.because(grounds.counting().trace()));
        }
        boolean instead = grounds.income() instanceof IncomeTest.Standing.SpecialBenefit;
        FormerMonthlyAmount.Amount amount = FormerMonthlyAmount.of(
                certification.child(), new FormerMonthlyAmount.Place(place, claimant.isPaidFlat(), instead), grounds.month(),
                grounds.rules(), former, question.tracing());
        Trace trace = claimant.isCorporate() ? amount.trace().under(Articles.FORMER_AMOUNT_OF_CORPORATE_GUARDIANS) : amount.trace();
        trace = trace.because(grounds.income().trace());
        return amount.payable() ? paid(certification, place, amount.yen(), trace) : takesAPlace(certification, place, trace);
    }

    private Decision.ChildMonth paid(Certification certification, int place, Yen yen, Trace trace) {
        return new Decision.ChildMonth(
                certification.child().id(), yen, place, Decision.MonthOutcome.GRANTED, List.of(),
                book.id(trace.because(certification.trace())));
    }

    /** 高校生年代 before 2024-10: the entitlement covers the child, nothing is paid for it. */
    private Decision.ChildMonth takesAPlace(Certification certification, int place, Trace trace) {
        return new Decision.ChildMonth(
                certification.child().id(), Yen.ZERO, place, Decision.MonthOutcome.SUSPENDED,
                List.of(ChildAllowanceReason.COUNTED_NOT_PAID), book.id(trace.because(certification.trace())));
    }

    private Decision.Month referred(
            YearMonth month,
            List<Certification> children,
            CountedSiblings.Counting counting,
            IncomeTest.Standing income,
            List<Reason> unclear) {
        Trace trace = question.tracing().asking("その月の額を決められるか", Articles.AMOUNT)
                .because(counting.trace())
                .because(income.trace());
        for (Certification certification : children) {
            trace = trace.because(certification.trace());
        }
        return new Decision.Month(
                month, Decision.MonthOutcome.REFER, null, unclear, List.of(), List.of(), book.id(trace.concluding("要確認")));
    }

    private static List<Reason> unclear(
            List<Certification> children, CountedSiblings.Counting counting, IncomeTest.Standing income) {
        boolean unknown = income instanceof IncomeTest.Standing.Unknown;
        boolean clear = counting.unclear().isEmpty() && !unknown;
        for (int i = 0; i < children.size(); i++) {
            clear &= children.get(i).unclear().isEmpty();
        }
        if (clear) {
            return List.of();
        }
        var unclear = new ArrayList<>(counting.unclear());
        children.forEach(child -> unclear.addAll(child.unclear()));
        if (unknown) {
            unclear.add(ChildAllowanceReason.INCOME_UNKNOWN);
        }
        return unclear.stream().distinct().toList();
    }
}
