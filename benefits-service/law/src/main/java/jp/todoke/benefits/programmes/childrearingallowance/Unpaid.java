package jp.todoke.benefits.programmes.childrearingallowance;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
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
 * 児童扶養手当法 第7条第1項 — why nothing is paid in a month: the last thing that happened by then, an end or a refused claim
 * that would have started. Source: e-Gov 336AC0000000238.
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

    Decision.Month month(YearMonth month) {
        Event event = latest(month);
        if (event == null) {
            return new Decision.Month(month, Decision.MonthOutcome.NOT_YET, Yen.ZERO, List.of(), List.of(), List.of(), null);
        }
        return new Decision.Month(month, event.outcome(), Yen.ZERO, event.reasons(), List.of(), List.of(), book.id(event.trace()));
    }

    /** In one month a refusal comes after an end. */
    private @Nullable Event latest(YearMonth month) {
        Event latest = null;
        for (Certification certification : certifications.certified()) {
            YearMonth from = certification.lastMonth().plusMonths(1);
            if (!from.isAfter(month)) {
                latest = later(latest, new Event(
                        from, Decision.MonthOutcome.ENDED, List.of(certification.endsBecause()), ended(certification)));
            }
        }
        for (Decision.ClaimDecision claim : certifications.claims()) {
            if (claim.outcome() instanceof Outcome.Refused<YearMonth>(List<Reason> reasons, Trace trace)
                    && !claim.startMonth().isAfter(month)) {
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
        reasons.sort(Comparator.comparing(Reason::code));
        return new Event(one.from(), one.outcome(), reasons, one.trace());
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
