package jp.todoke.benefits.programmes.childallowance;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Outcome;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.TraceBook;
import jp.todoke.benefits.law.Yen;
import org.jspecify.annotations.Nullable;

/**
 * 児童手当法 第8条第2項・第9条第3項 — why a month, or a child of it, is not paid: the last end or refusal before it. Nothing before the first claim
 * takes effect.
 */
final class UnpaidMonths {
    private final Question question;
    private final Certifications certifications;
    private final TraceBook book;

    UnpaidMonths(Question question, Certifications certifications, TraceBook book) {
        this.question = question;
        this.certifications = certifications;
        this.book = book;
    }

    /** An end, or a refused claim that would have started; exactly one of the last two is there. */
    private record Event(
            YearMonth from, @Nullable Certification ended, @Nullable Outcome<YearMonth> refused) {
        Decision.MonthOutcome outcome() {
            return ended == null ? Decision.MonthOutcome.REFUSED : Decision.MonthOutcome.ENDED;
        }

        /** Of two events of one month the refusal is the answer. */
        boolean isLaterThan(@Nullable Event other) {
            return other == null || from.isAfter(other.from) || (from.equals(other.from) && ended == null);
        }
    }

    Decision.Month month(YearMonth month) {
        Event last = latest(month, null);
        if (last == null) {
            return new Decision.Month(
                    month, Decision.MonthOutcome.NOT_YET, Yen.ZERO, List.of(), List.of(), List.of(), null);
        }
        var children = new ArrayList<Decision.ChildMonth>();
        addChildren(month, List.of(), children);
        return new Decision.Month(
                month, last.outcome(), Yen.ZERO, reasons(last, null), children, List.of(), book.id(trace(last)));
    }

    /** Children a claim has named and this month does not pay: each with the reason a notice gives. */
    void addChildren(YearMonth month, List<Certification> paid, List<Decision.ChildMonth> children) {
        List<ChildAllowanceFacts.Child> all = question.facts().children();
        if (paid.size() == all.size()) {
            return;
        }
        for (int i = 0; i < all.size(); i++) {
            ChildAllowanceFacts.Child child = all.get(i);
            if (isAmong(paid, child)) {
                continue;
            }
            Event last = latest(month, child.id());
            if (last != null) {
                Trace trace = paid.isEmpty() ? trace(last) : decrease(last);
                children.add(new Decision.ChildMonth(
                        child.id(), Yen.ZERO, null, last.outcome(), reasons(last, child.id()), book.id(trace)));
            }
        }
    }

    private static boolean isAmong(List<Certification> paid, ChildAllowanceFacts.Child child) {
        for (int i = 0; i < paid.size(); i++) {
            if (paid.get(i).child() == child) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Event latest(YearMonth month, @Nullable String childId) {
        Event last = null;
        List<Certification> certified = certifications.certified();
        for (int i = 0; i < certified.size(); i++) {
            Certification one = certified.get(i);
            YearMonth from = one.lastMonth().plusMonths(1);
            if (!from.isAfter(month) && (childId == null || one.child().id().equals(childId))) {
                Event event = new Event(from, one, null);
                last = event.isLaterThan(last) ? event : last;
            }
        }
        List<Decision.ClaimDecision> claims = certifications.claims();
        for (int i = 0; i < claims.size(); i++) {
            Outcome<YearMonth> refused = refusal(claims.get(i), childId);
            if (refused != null && !claims.get(i).startMonth().isAfter(month)) {
                Event event = new Event(claims.get(i).startMonth(), null, refused);
                last = event.isLaterThan(last) ? event : last;
            }
        }
        return last;
    }

    private static @Nullable Outcome<YearMonth> refusal(Decision.ClaimDecision claim, @Nullable String childId) {
        Outcome<YearMonth> outcome = childId == null ? claim.outcome() : null;
        for (int i = 0; childId != null && i < claim.children().size(); i++) {
            outcome = claim.children().get(i).id().equals(childId) ? claim.children().get(i).outcome() : outcome;
        }
        return outcome instanceof Outcome.Refused<YearMonth> ? outcome : null;
    }

    /** Children may leave in one month for different reasons: all of them are reasons of the month. */
    private List<Reason> reasons(Event last, @Nullable String childId) {
        Outcome<YearMonth> refused = last.refused();
        if (refused != null) {
            return refused.reasons();
        }
        var reasons = new ArrayList<Reason>(1);
        for (Certification one : certifications.certified()) {
            boolean concerned = childId == null || one.child().id().equals(childId);
            if (concerned && one.lastMonth().plusMonths(1).equals(last.from()) && !reasons.contains(one.endsBecause())) {
                reasons.add(one.endsBecause());
            }
        }
        return reasons;
    }

    /** While others go on being paid, the end for one child is a decrease. */
    private Trace decrease(Event last) {
        return last.ended() == null
                ? trace(last)
                : question.tracing().asking("何月分から減額するか", Articles.DECREASE).because(trace(last)).concluding(last.from(), "分から");
    }

    private Trace trace(Event last) {
        Certification ended = last.ended();
        Outcome<YearMonth> refused = last.refused();
        if (ended == null) {
            return refused == null ? Trace.NONE : refused.trace();
        }
        Trace trace = question.tracing().asking("何月分まで支給するか", ended.endsBecause().article());
        return trace.isNone()
                ? trace
                : trace.given("児童", ended.child().id(), "認定請求")
                        .given("最後の日", ended.lastDay(), ended.endsBecause().article())
                        .because(ended.trace())
                        .concluding(ended.lastMonth() + "分まで（" + ended.endsBecause().code() + "）");
    }
}
