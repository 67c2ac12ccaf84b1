package jp.todoke.benefits.programmes.childrearingallowance;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Fact;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.TraceBook;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.benefits.law.Yen;
import org.jspecify.annotations.Nullable;

/**
 * 児童扶養手当法 第5条「手当額」 — what one month says: the full amount, after incomes, after public pensions, after the suspension for long receipt;
 * or why nothing is paid. Source: e-Gov 336AC0000000238. One instance answers all months of one question and names each trace once.
 */
final class MonthAssessment {
    private final ChildRearingAllowanceFacts facts;
    private final RuleMonths rules;
    private final Certifications certifications;
    private final Unpaid unpaid;
    private final Tracing tracing;
    private final TraceBook book = new TraceBook();

    MonthAssessment(ChildRearingAllowanceFacts facts, RuleMonths rules, Certifications certifications, Tracing tracing) {
        this.facts = facts;
        this.rules = rules;
        this.certifications = certifications;
        this.tracing = tracing;
        this.unpaid = new Unpaid(certifications, tracing, book);
    }

    Map<String, Trace> traces() {
        return book.traces();
    }

    Decision.Month assess(YearMonth month) {
        List<Certification> paid = paidIn(month);
        if (paid.isEmpty()) {
            return unpaid.month(month);
        }
        InForce inForce = rules.at(month);
        List<Reason> unclear = unclear(paid);
        if (!unclear.isEmpty()) {
            return referred(month, unclear, certificationTraces(tracing.asking("その月の額を決められるか", Provisions.REQUIREMENT), paid));
        }
        boolean disability = PensionOffset.hasDisabilityPension(facts.pensions(), month, inForce);
        IncomeTest.Finding income = IncomeTest.of(facts, month, inForce, disability, tracing);
        Trace trace = tracing.asking("その月分の手当の額はいくらか", Provisions.AMOUNT).because(income.trace());
        return switch (income.standing()) {
            case IncomeTest.Standing.Open(List<Reason> reasons) -> referred(month, reasons, certificationTraces(trace, paid));
            case IncomeTest.Standing.Suspended(List<Reason> reasons) ->
                concluded(month, new Amounts(paid, new long[paid.size()], 0, 0), reasons, trace, inForce);
            case IncomeTest.Standing.Full _ -> afterIncome(month, paid, null, trace, inForce);
            case IncomeTest.Standing.Partial(long excess) -> afterIncome(month, paid, excess, trace, inForce);
        };
    }

    private Decision.Month afterIncome(
            YearMonth month, List<Certification> paid, @Nullable Long excess, Trace before, InForce inForce) {
        if (facts.pensions().own() instanceof Fact.Unknown<?>) {
            return referred(month, List.of(ChildRearingAllowanceReason.PENSION_UNKNOWN), certificationTraces(before, paid));
        }
        var reasons = new ArrayList<Reason>(2);
        long[] components = new long[paid.size()];
        long income = 0;
        for (int place = 0; place < components.length; place++) {
            components[place] = excess == null
                    ? FullAmount.of(place, inForce.amounts())
                    : PartialPayment.of(place, excess, inForce.amounts());
            income += components[place];
        }
        Trace trace = before;
        if (excess != null) {
            reasons.add(ChildRearingAllowanceReason.INCOME_OVER_FULL_LIMIT);
            trace = trace.because(PartialPayment.trace(components.length, excess, income, inForce.amounts(), tracing));
        }
        long pension = income;
        if (PensionOffset.inForce(facts.pensions(), month)) {
            PensionOffset.Remainder left = PensionOffset.of(components, ids(paid), facts.pensions(), month, inForce, tracing);
            pension = left.yen();
            reasons.addAll(left.reasons());
            trace = trace.because(left.trace());
        }
        long yen = pension;
        YearMonth begins = pension == 0 ? null : suspensionBegins(month, inForce);
        if (begins != null && !month.isBefore(begins) && !LongReceipt.isExempt(facts.claimant().exemptions(), month)) {
            long full = FullAmount.sum(paidIn(begins).size(), rules.at(begins).amounts());
            LongReceipt.Remainder left = LongReceipt.of(pension, full, begins, inForce, tracing);
            yen = left.yen();
            if (yen < pension) {
                reasons.add(ChildRearingAllowanceReason.HALVED);
            }
            trace = trace.because(left.trace());
        }
        return concluded(month, new Amounts(paid, components, pension, yen), reasons, trace, inForce);
    }

    /** {@code components} are each child's after the income test, oldest first. */
    private record Amounts(List<Certification> paid, long[] components, long pension, long yen) {}

    private Decision.Month concluded(YearMonth month, Amounts amounts, List<Reason> reasons, Trace trace, InForce inForce) {
        List<Certification> paid = amounts.paid();
        int count = paid.size();
        long full = FullAmount.sum(count, inForce.amounts());
        Decision.MonthOutcome outcome = amounts.yen() > 0 ? Decision.MonthOutcome.GRANTED : Decision.MonthOutcome.SUSPENDED;
        List<Reason> childReasons = outcome == Decision.MonthOutcome.GRANTED ? List.of() : reasons;
        Trace whole = trace.because(FullAmount.trace(count, full, inForce.amounts(), tracing)).concluding(amounts.yen());
        var children = new ArrayList<Decision.ChildMonth>(count);
        long income = 0;
        for (int place = 0; place < count; place++) {
            long component = amounts.components()[place];
            income += component;
            Trace childTrace = tracing.asking("その児童の分の額（所得による支給の制限の後）はいくらか", place == 0 ? Provisions.AMOUNT : Provisions.ADDITION)
                    .because(paid.get(place).trace()).concluding(component);
            children.add(new Decision.ChildMonth(
                    paid.get(place).child().id(), Yen.of(component), place + 1, outcome, childReasons, book.id(childTrace)));
        }
        List<Decision.Stage> stages = List.of(
                new Decision.Stage(Decision.StageName.BASE, Yen.of(full)),
                new Decision.Stage(Decision.StageName.INCOME, Yen.of(income)),
                new Decision.Stage(Decision.StageName.PENSION, Yen.of(amounts.pension())),
                new Decision.Stage(Decision.StageName.HALVED, Yen.of(amounts.yen())));
        return new Decision.Month(month, outcome, Yen.of(amounts.yen()), reasons, children, stages, book.id(whole));
    }

    private Decision.Month referred(YearMonth month, List<Reason> reasons, Trace trace) {
        return new Decision.Month(
                month, Decision.MonthOutcome.REFER, null, reasons, List.of(), List.of(), book.id(trace.concluding("要確認")));
    }

    /** Of the entitlement in force in the month: the last one begun. */
    private @Nullable YearMonth suspensionBegins(YearMonth month, InForce inForce) {
        List<Entitlement> entitlements = certifications.entitlements();
        for (int i = entitlements.size() - 1; i >= 0; i--) {
            if (!entitlements.get(i).start().isAfter(month)) {
                return LongReceipt.begins(entitlements.get(i), facts.claimant().kind(), inForce.halving());
            }
        }
        return null;
    }

    /** Oldest first; children of one birth date in the order of the request. */
    private List<Certification> paidIn(YearMonth month) {
        var paid = new ArrayList<Certification>(facts.children().size());
        for (ChildRearingAllowanceFacts.Child child : facts.children()) {
            Certification certification = certificationOf(child, month);
            if (certification != null) {
                int place = paid.size();
                while (place > 0 && child.birthDate().isBefore(paid.get(place - 1).child().birthDate())) {
                    place--;
                }
                paid.add(place, certification);
            }
        }
        return paid;
    }

    private @Nullable Certification certificationOf(ChildRearingAllowanceFacts.Child child, YearMonth month) {
        for (Certification certification : certifications.certified()) {
            if (certification.child() == child && certification.covers(month)) {
                return certification;
            }
        }
        return null;
    }

    private static List<Reason> unclear(List<Certification> paid) {
        List<Reason> unclear = List.of();
        for (Certification certification : paid) {
            for (Reason reason : certification.unclear()) {
                unclear = unclear.isEmpty() ? new ArrayList<>() : unclear;
                if (!unclear.contains(reason)) {
                    unclear.add(reason);
                }
            }
        }
        return unclear;
    }

    private static Trace certificationTraces(Trace trace, List<Certification> paid) {
        Trace all = trace;
        for (Certification certification : paid) {
            all = all.because(certification.trace());
        }
        return all;
    }

    private static List<String> ids(List<Certification> paid) {
        var ids = new ArrayList<String>(paid.size());
        for (Certification certification : paid) {
            ids.add(certification.child().id());
        }
        return ids;
    }
}
