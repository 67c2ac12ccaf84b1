package jp.todoke.benefits.programmes.childallowance;

import static jp.todoke.benefits.programmes.childallowance.ChildAllowanceReason.act;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import jp.todoke.benefits.law.Article;
import jp.todoke.benefits.law.Claim;
import jp.todoke.benefits.law.ClaimKind;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.ImpossibleFacts;
import jp.todoke.benefits.law.LegalAge;
import jp.todoke.benefits.law.Outcome;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.StatutoryMonth;
import jp.todoke.benefits.law.Trace;

/**
 * 児童手当法 第7条「認定」・第9条「児童手当の額の改定」 — the claims in the order of receipt, each decided, and the children each one certifies.
 * Source: e-Gov 346AC0000000073. Increases work from the claim, decreases from the event: no single effective date exists here.
 */
final class Certifications {
    private final ChildAllowanceFacts facts;
    private final ChildAllowanceParameters parameters;
    private final List<Certification> certified = new ArrayList<>();
    private final List<Decision.ClaimDecision> claims = new ArrayList<>();
    private final List<ImpossibleFacts.Problem> problems = new ArrayList<>();

    private Certifications(ChildAllowanceFacts facts, ChildAllowanceParameters parameters) {
        this.facts = facts;
        this.parameters = parameters;
    }

    static Certifications of(ChildAllowanceFacts facts, ChildAllowanceParameters parameters) {
        var certifications = new Certifications(facts, parameters);
        facts.claims().stream()
                .sorted(Comparator.comparing(Claim::receivedOn).thenComparing(Claim::kind))
                .forEach(certifications::decide);
        if (!certifications.problems.isEmpty()) {
            throw new ImpossibleFacts(certifications.problems);
        }
        return certifications;
    }

    List<Certification> certified() {
        return certified;
    }

    List<Decision.ClaimDecision> claims() {
        return claims;
    }

    private void decide(Claim claim) {
        boolean living = certified.stream().anyMatch(certification -> certification.livesOn(claim.receivedOn()));
        if (living && claim.kind() == ClaimKind.NEW) {
            problems.add(new ImpossibleFacts.Problem(
                    "/claims/" + facts.claims().indexOf(claim) + "/kind", "ENTITLEMENT_LIVES", "認定を受けている間に、新たな認定請求はできません。"));
            return;
        }
        List<ChildAllowanceFacts.Child> children = claimedChildren(claim);
        var births = children.stream().map(ChildAllowanceFacts.Child::birthDate).toList();
        PaymentStart.Start start = PaymentStart.of(claim, births, facts.office(), parameters);
        Outcome<Article> claimant = ClaimantEligibility.decide(facts.claimant());
        if (!living && claim.kind() == ClaimKind.INCREASE) {
            claimant = new Outcome.Refused<>(
                    List.of(ChildAllowanceReason.NO_LIVING_ENTITLEMENT),
                    Trace.asking("請求の日に受給者であるか", act("第9条第1項")).given("請求の日", claim.receivedOn(), "受付").concluding("受給者でない"));
        }
        var candidates = new ArrayList<Candidate>();
        for (ChildAllowanceFacts.Child child : children) {
            candidates.add(candidate(claim, child, start, claimant));
        }
        candidates.stream().flatMap(candidate -> candidate.certification().stream()).forEach(certified::add);
        claims.add(conclude(claim, start, claimant, candidates));
    }

    private record Candidate(Decision.ChildClaim result, Optional<Certification> certification) {}

    /** A child already paid on the day of the claim, and a person the 確認書 makes a counted sibling, are not claimed for again. */
    private List<ChildAllowanceFacts.Child> claimedChildren(Claim claim) {
        return facts.children().stream()
                .filter(child -> claim.children().contains(child.id()))
                .filter(child -> !isCountedOn(child.id(), claim.receivedOn()))
                .filter(child -> certified.stream()
                        .noneMatch(paid -> paid.child().equals(child) && paid.livesOn(claim.receivedOn())))
                .toList();
    }

    private boolean isCountedOn(String id, LocalDate day) {
        int age = parameters.ages().childUntil().at(YearMonth.from(day)).value();
        return facts.countedSiblings().stream()
                .anyMatch(sibling -> sibling.id().equals(id)
                        && !sibling.declaredOn().isAfter(day)
                        && LegalAge.schoolYearEnd(sibling.birthDate(), age).isBefore(day));
    }

    private Candidate candidate(
            Claim claim, ChildAllowanceFacts.Child child, PaymentStart.Start start, Outcome<Article> claimant) {
        ChildRequirement.Finding finding = ChildRequirement.on(claim.receivedOn(), child, facts, parameters);
        ChildRequirement.Span span = finding.span();
        YearMonth ownStart = StatutoryMonth.afterClaim(span.since(), act("第8条第2項")).month();
        YearMonth from = ownStart.isAfter(start.month()) ? ownStart : start.month();
        Trace trace = Trace.asking("何月分から支給対象児童とするか", act("第7条第1項"))
                .because(claimant.trace())
                .because(finding.outcome().trace())
                .because(start.trace());
        var refused = new ArrayList<Reason>();
        var open = new ArrayList<Reason>();
        collect(claimant, refused, open);
        collect(finding.outcome(), refused, open);
        if (refused.isEmpty() && from.isAfter(YearMonth.from(span.lastDay()))) {
            refused.add(ChildAllowanceReason.ENDED_BEFORE_START);
        }
        if (!refused.isEmpty()) {
            Outcome<YearMonth> outcome = new Outcome.Refused<>(refused, trace.concluding("却下"));
            return new Candidate(new Decision.ChildClaim(child.id(), outcome), Optional.empty());
        }
        Trace concluded = trace.concluding(open.isEmpty() ? from : "要確認");
        Outcome<YearMonth> outcome = open.isEmpty()
                ? new Outcome.Granted<>(from, concluded)
                : new Outcome.ReferToOfficer<>(open, concluded);
        var certification = new Certification(
                child, claim.receivedOn(), from, span.lastDay(), span.endsBecause(), List.copyOf(open), concluded);
        return new Candidate(new Decision.ChildClaim(child.id(), outcome), Optional.of(certification));
    }

    private static void collect(Outcome<?> outcome, List<Reason> refused, List<Reason> open) {
        switch (outcome) {
            case Outcome.Granted<?> _ -> {
            }
            case Outcome.Refused<?>(List<Reason> reasons, _) -> refused.addAll(reasons);
            case Outcome.Suspended<?>(List<Reason> reasons, _) -> refused.addAll(reasons);
            case Outcome.ReferToOfficer<?>(List<Reason> reasons, _) -> open.addAll(reasons);
        }
    }

    private Decision.ClaimDecision conclude(
            Claim claim, PaymentStart.Start start, Outcome<Article> claimant, List<Candidate> candidates) {
        List<Decision.ChildClaim> results = candidates.stream().map(Candidate::result).toList();
        List<Certification> won = candidates.stream().flatMap(candidate -> candidate.certification().stream()).toList();
        Trace trace = Trace.asking("請求を認めるか", act(claim.kind() == ClaimKind.NEW ? "第7条第1項" : "第9条第1項"))
                .because(claimant.trace())
                .because(start.trace())
                .because(results.stream().map(result -> result.outcome().trace()).toList());
        Outcome<YearMonth> outcome;
        if (won.isEmpty() && !(claimant instanceof Outcome.Granted<Article> && addsOnlyCounting(claim))) {
            List<Reason> reasons = results.stream().flatMap(result -> result.outcome().reasons().stream()).distinct().toList();
            List<Reason> given = claimant instanceof Outcome.Refused<Article> refused
                    ? refused.reasons()
                    : reasons.isEmpty() ? List.of(ChildAllowanceReason.NO_QUALIFYING_CHILD) : reasons;
            outcome = new Outcome.Refused<>(given, trace.concluding("却下"));
        } else {
            List<Reason> open = won.stream().flatMap(certification -> certification.unclear().stream()).distinct().toList();
            YearMonth first = won.stream().map(Certification::from).min(Comparator.naturalOrder()).orElse(start.month());
            outcome = open.isEmpty()
                    ? new Outcome.Granted<>(first, trace.concluding(first + "分から"))
                    : new Outcome.ReferToOfficer<>(open, trace.concluding("要確認"));
        }
        return new Decision.ClaimDecision(claim.id(), claim.receivedOn(), start.month(), outcome, results);
    }

    /** An increase may rest on a 確認書 alone: nobody new is paid, somebody more is counted. */
    private boolean addsOnlyCounting(Claim claim) {
        boolean named = claim.children().isEmpty() || claim.children().stream().allMatch(id -> isCountedOn(id, claim.receivedOn()));
        return claim.kind() == ClaimKind.INCREASE
                && named
                && facts.countedSiblings().stream().anyMatch(sibling -> isCountedOn(sibling.id(), claim.receivedOn()));
    }
}
