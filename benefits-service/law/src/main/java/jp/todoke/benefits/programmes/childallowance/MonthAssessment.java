package jp.todoke.benefits.programmes.childallowance;

import static jp.todoke.benefits.programmes.childallowance.ChildAllowanceReason.act;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Outcome;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.StatutoryMonth;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.TraceBook;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.benefits.law.Yen;
import org.jspecify.annotations.Nullable;

/**
 * 児童手当法 第5条「児童手当の支給」 — what one month says: the sum over the children certified in it, or why nothing is paid.
 * Source: e-Gov 346AC0000000073. One instance answers all months of one question and names each distinct trace once.
 */
final class MonthAssessment {
    private final ChildAllowanceFacts facts;
    private final ChildAllowanceParameters parameters;
    private final Certifications certifications;
    private final Tracing tracing;
    private final TraceBook book = new TraceBook();

    MonthAssessment(
            ChildAllowanceFacts facts, ChildAllowanceParameters parameters, Certifications certifications,
            Tracing tracing) {
        this.facts = facts;
        this.parameters = parameters;
        this.certifications = certifications;
        this.tracing = tracing;
    }

    Decision.Month assess(YearMonth month) {
        List<Certification> paid = paidIn(month);
        if (paid.isEmpty()) {
            return unpaid(month);
        }
        CountedSiblings.Counting counting = CountedSiblings.in(month, facts, certifications.claims(), parameters);
        var unclear = new ArrayList<>(counting.unclear());
        paid.forEach(certification -> unclear.addAll(certification.unclear()));
        return unclear.isEmpty() ? granted(month, paid, counting) : referred(month, paid, counting, unclear);
    }

    Map<String, Trace> traces() {
        return book.traces();
    }

    /** Oldest first; children of one birth date in the order of the request. */
    private List<Certification> paidIn(YearMonth month) {
        return facts.children().stream()
                .flatMap(child -> certifications.certified().stream()
                        .filter(certification -> certification.child().equals(child) && certification.covers(month))
                        .limit(1))
                .sorted(Comparator.comparing(certification -> certification.child().birthDate()))
                .toList();
    }

    private Decision.Month granted(
            YearMonth month, List<Certification> paid, CountedSiblings.Counting counting) {
        var children = new ArrayList<Decision.ChildMonth>();
        Yen sum = Yen.ZERO;
        int place = counting.count();
        for (Certification certification : paid) {
            place++;
            MonthlyAmount.Amount amount = MonthlyAmount.of(certification.child(), place, facts.claimant().isPaidFlat(), month, parameters);
            Trace trace = amount.trace().because(counting.trace()).because(certification.trace());
            children.add(new Decision.ChildMonth(
                    certification.child().id(), amount.yen(), place, Decision.MonthOutcome.GRANTED, List.of(), id(trace)));
            sum = sum.plus(amount.yen());
        }
        children.addAll(unpaidChildren(month, paid));
        return new Decision.Month(
                month, Decision.MonthOutcome.GRANTED, sum, List.of(), children, List.of(new Decision.Stage(Decision.StageName.BASE, sum)),
                null);
    }

    private Decision.Month referred(
            YearMonth month, List<Certification> paid, CountedSiblings.Counting counting, List<Reason> unclear) {
        Trace trace = Trace.asking("その月の額を決められるか", act("第6条第1項"))
                .because(counting.trace())
                .because(paid.stream().map(Certification::trace).toList())
                .concluding("要確認");
        return new Decision.Month(
                month, Decision.MonthOutcome.REFER, null, unclear.stream().distinct().toList(), List.of(), List.of(), id(trace));
    }

    private Decision.Month unpaid(YearMonth month) {
        return latest(month, Optional.empty())
                .map(event -> new Decision.Month(
                        month, event.outcome(), Yen.ZERO, event.reasons(), unpaidChildren(month, List.of()), List.of(), id(event.trace())))
                .orElseGet(() -> new Decision.Month(
                        month, Decision.MonthOutcome.NOT_YET, Yen.ZERO, List.of(), List.of(), List.of(), null));
    }

    /** Children a claim has named and this month does not pay: each with the reason a notice gives. */
    private List<Decision.ChildMonth> unpaidChildren(YearMonth month, List<Certification> paid) {
        var children = new ArrayList<Decision.ChildMonth>();
        for (ChildAllowanceFacts.Child child : facts.children()) {
            if (paid.stream().noneMatch(certification -> certification.child().equals(child))) {
                latest(month, Optional.of(child.id()))
                        .ifPresent(event -> children.add(new Decision.ChildMonth(
                                child.id(), Yen.ZERO, null, event.outcome(), event.reasons(), id(event.trace()))));
            }
        }
        return children;
    }

    private record Event(YearMonth from, Decision.MonthOutcome outcome, List<Reason> reasons, Trace trace) {
        /** Children may leave in one month for different reasons: all of them are reasons of the month. */
        Event withReasonsOf(List<Event> events) {
            List<Reason> all = events.stream()
                    .filter(event -> event.from().equals(from) && event.outcome() == outcome)
                    .flatMap(event -> event.reasons().stream())
                    .distinct()
                    .toList();
            return new Event(from, outcome, all, trace);
        }
    }

    /** The last thing that happened by this month: an end, or a refused claim that would have started; for one child or for all. */
    private Optional<Event> latest(YearMonth month, Optional<String> childId) {
        var events = new ArrayList<Event>();
        for (Certification certification : certifications.certified()) {
            if (childId.map(certification.child().id()::equals).orElse(true)) {
                events.add(new Event(
                        StatutoryMonth.decreaseAfterEvent(certification.lastDay(), act("第9条第3項")).month(),
                        Decision.MonthOutcome.ENDED,
                        List.of(certification.endsBecause()),
                        ended(certification)));
            }
        }
        for (Decision.ClaimDecision claim : certifications.claims()) {
            refusalIn(claim, childId).ifPresent(refused -> events.add(new Event(
                    claim.startMonth(), Decision.MonthOutcome.REFUSED, refused.reasons(), refused.trace())));
        }
        return events.stream()
                .filter(event -> !event.from().isAfter(month))
                .max(Comparator.comparing(Event::from)
                        .thenComparing(event -> event.outcome() == Decision.MonthOutcome.REFUSED))
                .map(last -> last.withReasonsOf(events));
    }

    private static Optional<Outcome<YearMonth>> refusalIn(Decision.ClaimDecision claim, Optional<String> childId) {
        Optional<Outcome<YearMonth>> outcome = childId.isEmpty()
                ? Optional.of(claim.outcome())
                : claim.children().stream()
                        .filter(child -> child.id().equals(childId.get()))
                        .map(Decision.ChildClaim::outcome)
                        .findFirst();
        return outcome.filter(result -> result instanceof Outcome.Refused<YearMonth>);
    }

    private static Trace ended(Certification certification) {
        return Trace.asking("何月分まで支給するか", certification.endsBecause().article())
                .given("児童", certification.child().id(), "認定請求")
                .given("最後の日", certification.lastDay(), certification.endsBecause().article().toString())
                .because(certification.trace())
                .concluding(certification.lastMonth() + "分まで（" + certification.endsBecause().code() + "）");
    }

    private @Nullable String id(Trace trace) {
        return tracing == Tracing.ON ? book.id(trace) : null;
    }
}
