package jp.todoke.benefits.programmes.childallowance;

import static jp.todoke.benefits.programmes.childallowance.ChildAllowanceReason.act;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.todoke.benefits.law.Outcome;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.StatutoryMonth;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Yen;

/**
 * 児童手当法 第5条「児童手当の支給」 — what one month says: the sum over the children certified in it, or why nothing is paid.
 * Source: e-Gov 346AC0000000073. One instance answers all months of one question and names each distinct trace once.
 */
final class MonthAssessment {
    private final ChildAllowanceFacts facts;
    private final ChildAllowanceParameters parameters;
    private final Certifications certifications;
    private final Map<Trace, String> traceIds = new LinkedHashMap<>();

    MonthAssessment(ChildAllowanceFacts facts, ChildAllowanceParameters parameters, Certifications certifications) {
        this.facts = facts;
        this.parameters = parameters;
        this.certifications = certifications;
    }

    ChildAllowanceDecision.MonthDecision assess(YearMonth month) {
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
        var traces = new LinkedHashMap<String, Trace>();
        traceIds.forEach((trace, id) -> traces.put(id, trace));
        return traces;
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

    private ChildAllowanceDecision.MonthDecision granted(
            YearMonth month, List<Certification> paid, CountedSiblings.Counting counting) {
        var children = new ArrayList<ChildAllowanceDecision.ChildMonth>();
        Yen sum = Yen.ZERO;
        int place = counting.count();
        for (Certification certification : paid) {
            place++;
            MonthlyAmount.Amount amount = MonthlyAmount.of(certification.child(), place, facts.claimant().isPaidFlat(), month, parameters);
            Trace trace = amount.trace().because(counting.trace()).because(certification.trace());
            children.add(new ChildAllowanceDecision.ChildMonth(
                    certification.child().id(), amount.yen(), place, ChildAllowanceDecision.MonthOutcome.GRANTED, List.of(), id(trace)));
            sum = sum.plus(amount.yen());
        }
        children.addAll(unpaidChildren(month, paid));
        return new ChildAllowanceDecision.MonthDecision(
                month, ChildAllowanceDecision.MonthOutcome.GRANTED, sum, List.of(), children, null);
    }

    private ChildAllowanceDecision.MonthDecision referred(
            YearMonth month, List<Certification> paid, CountedSiblings.Counting counting, List<Reason> unclear) {
        Trace trace = Trace.asking("その月の額を決められるか", act("第6条第1項"))
                .because(counting.trace())
                .because(paid.stream().map(Certification::trace).toList())
                .concluding("要確認");
        return new ChildAllowanceDecision.MonthDecision(
                month, ChildAllowanceDecision.MonthOutcome.REFER, null, unclear.stream().distinct().toList(), List.of(), id(trace));
    }

    private ChildAllowanceDecision.MonthDecision unpaid(YearMonth month) {
        return latest(month, Optional.empty())
                .map(event -> new ChildAllowanceDecision.MonthDecision(
                        month, event.outcome(), Yen.ZERO, event.reasons(), unpaidChildren(month, List.of()), id(event.trace())))
                .orElseGet(() -> new ChildAllowanceDecision.MonthDecision(
                        month, ChildAllowanceDecision.MonthOutcome.NOT_YET, Yen.ZERO, List.of(), List.of(), null));
    }

    /** Children a claim has named and this month does not pay: each with the reason a notice gives. */
    private List<ChildAllowanceDecision.ChildMonth> unpaidChildren(YearMonth month, List<Certification> paid) {
        var children = new ArrayList<ChildAllowanceDecision.ChildMonth>();
        for (ChildAllowanceFacts.Child child : facts.children()) {
            if (paid.stream().noneMatch(certification -> certification.child().equals(child))) {
                latest(month, Optional.of(child.id()))
                        .ifPresent(event -> children.add(new ChildAllowanceDecision.ChildMonth(
                                child.id(), Yen.ZERO, null, event.outcome(), event.reasons(), id(event.trace()))));
            }
        }
        return children;
    }

    private record Event(YearMonth from, ChildAllowanceDecision.MonthOutcome outcome, List<Reason> reasons, Trace trace) {
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
                        ChildAllowanceDecision.MonthOutcome.ENDED,
                        List.of(certification.endsBecause()),
                        ended(certification)));
            }
        }
        for (ChildAllowanceDecision.ClaimDecision claim : certifications.claims()) {
            refusalIn(claim, childId).ifPresent(refused -> events.add(new Event(
                    claim.startMonth(), ChildAllowanceDecision.MonthOutcome.REFUSED, refused.reasons(), refused.trace())));
        }
        return events.stream()
                .filter(event -> !event.from().isAfter(month))
                .max(Comparator.comparing(Event::from)
                        .thenComparing(event -> event.outcome() == ChildAllowanceDecision.MonthOutcome.REFUSED))
                .map(last -> last.withReasonsOf(events));
    }

    private static Optional<Outcome<YearMonth>> refusalIn(ChildAllowanceDecision.ClaimDecision claim, Optional<String> childId) {
        Optional<Outcome<YearMonth>> outcome = childId.isEmpty()
                ? Optional.of(claim.outcome())
                : claim.children().stream()
                        .filter(child -> child.id().equals(childId.get()))
                        .map(ChildAllowanceDecision.ChildClaim::outcome)
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

    private String id(Trace trace) {
        return traceIds.computeIfAbsent(trace, _ -> "t" + (traceIds.size() + 1));
    }
}
