package jp.todoke.benefits.programmes.childallowance;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private @Nullable List<Event> ofMonths;
    private @Nullable Map<String, List<Event>> ofChildren;

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
        Event last = latest(month, ofMonths());
        if (last == null) {
            return new Decision.Month(
                    month, Decision.MonthOutcome.NOT_YET, Yen.ZERO, List.of(), List.of(), List.of(), null);
        }
        var children = new ArrayList<Decision.ChildMonth>();
        addChildren(month, List.of(), children);
        return new Decision.Month(
                month, last.outcome(), Yen.ZERO, reasons(last, ofMonths()), children, List.of(), book.id(trace(last)));
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
            List<Event> events = ofChildren().getOrDefault(child.id(), List.of());
            Event last = latest(month, events);
            if (last != null) {
                Trace trace = paid.isEmpty() ? trace(last) : decrease(last);
                children.add(new Decision.ChildMonth(
                        child.id(), Yen.ZERO, null, last.outcome(), reasons(last, events), book.id(trace)));
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

    private static @Nullable Event latest(YearMonth month, List<Event> events) {
        Event last = null;
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            last = !event.from().isAfter(month) && event.isLaterThan(last) ? event : last;
        }
        return last;
    }

    /** Children may leave in one month for different reasons: all of them are reasons of the month. */
    private static List<Reason> reasons(Event last, List<Event> events) {
        Outcome<YearMonth> refused = last.refused();
        if (refused != null) {
            return refused.reasons();
        }
        var reasons = new ArrayList<Reason>(1);
        for (int i = 0; i < events.size(); i++) {
            Certification ended = events.get(i).ended();
            if (ended != null && events.get(i).from().equals(last.from()) && !reasons.contains(ended.endsBecause())) {
                reasons.add(ended.endsBecause());
            }
        }
        return reasons;
    }

    private List<Event> ofMonths() {
        List<Event> events = ofMonths;
        if (events == null) {
            events = new ArrayList<>();
            for (Certification certification : certifications.certified()) {
                events.add(ended(certification));
            }
            for (Decision.ClaimDecision claim : certifications.claims()) {
                addRefusal(claim.outcome(), claim, events);
            }
            ofMonths = events;
        }
        return events;
    }

    private Map<String, List<Event>> ofChildren() {
        Map<String, List<Event>> events = ofChildren;
        if (events == null) {
            events = new HashMap<>();
            for (Certification certification : certifications.certified()) {
                events.computeIfAbsent(certification.child().id(), _ -> new ArrayList<>(2)).add(ended(certification));
            }
            for (Decision.ClaimDecision claim : certifications.claims()) {
                for (Decision.ChildClaim child : claim.children()) {
                    addRefusal(child.outcome(), claim, events.computeIfAbsent(child.id(), _ -> new ArrayList<>(2)));
                }
            }
            ofChildren = events;
        }
        return events;
    }

    private static Event ended(Certification certification) {
        return new Event(certification.lastMonth().plusMonths(1), certification, null);
    }

    private static void addRefusal(Outcome<YearMonth> outcome, Decision.ClaimDecision claim, List<Event> events) {
        if (outcome instanceof Outcome.Refused<YearMonth>) {
            events.add(new Event(claim.startMonth(), null, outcome));
        }
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
