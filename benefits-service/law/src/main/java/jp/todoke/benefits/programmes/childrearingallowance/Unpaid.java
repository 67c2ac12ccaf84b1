package jp.todoke.benefits.programmes.childrearingallowance;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Outcome;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.TraceBook;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.benefits.law.Yen;
import org.jspecify.annotations.Nullable;

/**
 * 児童扶養手当法 第7条第1項・第8条第3項 — why nothing is paid in a month, or for one child in it: the last thing that happened by then, an end or a refused
 * claim that would have started. Source: e-Gov 336AC0000000238.
 */
final class Unpaid {
    private final Certifications certifications;
    private final Tracing tracing;
    private final TraceBook book;

    Unpaid(Certifications certifications, Tracing tracing, TraceBook book) {
        this.certifications = certifications;
        this.tracing = tracing;
        this.book = book;
    }

    private record Event(YearMonth from, Decision.MonthOutcome outcome, List<Reason> reasons, Trace trace) {}

    Decision.Month month(YearMonth month, List<ChildRearingAllowanceFacts.Child> children) {
        Event event = latest(month, null);
        if (event == null) {
            return new Decision.Month(month, Decision.MonthOutcome.NOT_YET, Yen.ZERO, List.of(), List.of(), List.of(), null);
        }
        var named = new ArrayList<Decision.ChildMonth>(children.size());
        children(month, children, List.of(), named);
        return new Decision.Month(month, event.outcome(), Yen.ZERO, event.reasons(), named, List.of(), book.id(event.trace()));
    }

    /** Adds the children a claim has named and this month does not pay, each with the reason a notice gives. */
    void children(
            YearMonth month,
            List<ChildRearingAllowanceFacts.Child> children,
            List<Certification> paid,
            List<Decision.ChildMonth> named) {
        if (paid.size() == children.size()) {
            return;
        }
        for (ChildRearingAllowanceFacts.Child child : children) {
            if (!isPaid(child, paid)) {
                Event event = latest(month, child);
                if (event != null) {
                    named.add(new Decision.ChildMonth(
                            child.id(), Yen.ZERO, null, event.outcome(), event.reasons(), book.id(event.trace())));
                }
            }
        }
    }

    private static boolean isPaid(ChildRearingAllowanceFacts.Child child, List<Certification> paid) {
        for (Certification certification : paid) {
            if (certification.child() == child) {
                return true;
            }
        }
        return false;
    }

    /** For one child, or for all; in one month a refusal comes after an end. */
    private @Nullable Event latest(YearMonth month, ChildRearingAllowanceFacts.@Nullable Child child) {
        Event latest = null;
        for (Certification certification : certifications.certified()) {
            YearMonth from = certification.lastMonth().plusMonths(1);
            if ((child == null || certification.child() == child) && !from.isAfter(month)) {
                latest = later(latest, new Event(
                        from, Decision.MonthOutcome.ENDED, List.of(certification.endsBecause()), ended(certification)));
            }
        }
        for (Decision.ClaimDecision claim : certifications.claims()) {
            Outcome<YearMonth> outcome = outcomeOf(claim, child);
            if (outcome instanceof Outcome.Refused<YearMonth>(List<Reason> reasons, Trace trace) && !claim.startMonth().isAfter(month)) {
                latest = later(latest, new Event(claim.startMonth(), Decision.MonthOutcome.REFUSED, reasons, trace));
            }
        }
        return latest;
    }

    /** Children may leave in one month for different reasons: all of them are reasons of the month. */
    private static Event later(@Nullable Event one, Event other) {
        if (one == null || other.from().isAfter(one.from())
                || other.from().equals(one.from()) && one.outcome() != other.outcome()) {
            return other;
        }
        if (one.from().isAfter(other.from())) {
            return one;
        }
        var reasons = new ArrayList<>(one.reasons());
        for (Reason reason : other.reasons()) {
            if (!reasons.contains(reason)) {
                reasons.add(reason);
            }
        }
        return new Event(one.from(), one.outcome(), reasons, one.trace());
    }

    private static @Nullable Outcome<YearMonth> outcomeOf(
            Decision.ClaimDecision claim, ChildRearingAllowanceFacts.@Nullable Child child) {
        if (child == null) {
            return claim.outcome();
        }
        for (Decision.ChildClaim answer : claim.children()) {
            if (answer.id().equals(child.id())) {
                return answer.outcome();
            }
        }
        return null;
    }

    private Trace ended(Certification certification) {
        Trace trace = tracing.asking("何月分まで支給するか", certification.endsBecause().article());
        return trace.isNone()
                ? trace
                : trace.given("児童", certification.child().id(), "認定請求")
                        .given("最後の日", certification.lastDay(), certification.endsBecause().article())
                        .because(certification.trace())
                        .concluding(certification.lastMonth() + "分まで（" + certification.endsBecause().code() + "）");
    }
}
