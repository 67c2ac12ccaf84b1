package jp.todoke.benefits.programmes.childrearingallowance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.todoke.benefits.law.Article;
import jp.todoke.benefits.law.Claim;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.FactProblems;
import jp.todoke.benefits.law.Outcome;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Tracing;
import org.jspecify.annotations.Nullable;

/**
 * 児童扶養手当法 第6条「認定」・第8条「手当の額の改定時期」 — the claims in the order of receipt, each decided, and the children each one certifies.
 * Source: e-Gov 336AC0000000238. Increases work from the claim, decreases from the event: no single effective date exists here.
 */
final class Certifications {
    private final ChildRearingAllowanceFacts facts;
    private final RuleMonths rules;
    private final Tracing tracing;
    private final List<Certification> certified = new ArrayList<>();
    private final List<Entitlement> entitlements = new ArrayList<>(1);
    private final List<Decision.ClaimDecision> claims = new ArrayList<>(2);
    private final FactProblems problems = new FactProblems();

    private Certifications(ChildRearingAllowanceFacts facts, RuleMonths rules, Tracing tracing) {
        this.facts = facts;
        this.rules = rules;
        this.tracing = tracing;
    }

    static Certifications of(ChildRearingAllowanceFacts facts, RuleMonths rules, Tracing tracing) {
        var certifications = new Certifications(facts, rules, tracing);
        List<Claim> claims = facts.claims();
        if (claims.size() > 1) {
            claims = new ArrayList<>(claims);
            claims.sort(Comparator.comparing(Claim::receivedOn).thenComparing(Claim::kind));
        }
        for (Claim claim : claims) {
            certifications.decide(claim);
        }
        certifications.problems.refuseIfAny();
        return certifications;
    }

    List<Certification> certified() {
        return certified;
    }

    /** In the order of their claims. */
    List<Entitlement> entitlements() {
        return entitlements;
    }

    List<Decision.ClaimDecision> claims() {
        return claims;
    }

    private void decide(Claim claim) {
        Entitlement living = livingOn(claim.receivedOn());
        if (living != null && claim.isNew()) {
            problems.add("/claims/" + placeOf(claim) + "/kind", "ENTITLEMENT_LIVES", "認定を受けている間に、新たな認定請求はできません。");
            return;
        }
        InForce.Requirements inForce = rules.nearest(YearMonth.from(claim.receivedOn())).requirements();
        PaymentStart.Start relieved = PaymentStart.of(claim, facts.office(), inForce, tracing);
        // 額改定: an increase changes the amount of an entitlement, so it starts no child before that has begun
        PaymentStart.Start start = living != null && relieved.month().isBefore(living.start())
                ? new PaymentStart.Start(living.start(), relieved.trace())
                : relieved;
        Outcome<Article> claimant = living == null && !claim.isNew()
                ? noEntitlement(claim)
                : ClaimantRequirement.decide(
                        facts.claimant(), tracing);
        var results = new ArrayList<Decision.ChildClaim>(facts.children().size());
        var won = new ArrayList<Certification>(facts.children().size());
        for (ChildRearingAllowanceFacts.Child child : facts.children()) {
            if (claim.children().contains(child.id()) && !isCertifiedOn(child, claim.receivedOn())) {
                results.add(decide(claim, child, start, claimant, inForce, won));
            }
        }
        certified.addAll(won);
        if (living != null) {
            living.added().addAll(won);
        } else if (!won.isEmpty()) {
            entitlements.add(new Entitlement(won));
        }
        YearMonth first = won.isEmpty() ? refusedFrom(claim, start.month(), inForce) : start.month();
        claims.add(conclude(claim, start.trace(), first, claimant, results, won));
    }

    /** The month with which a refused claim would have begun: relief starts no child before the month after its own requirement was met. */
    private YearMonth refusedFrom(Claim claim, YearMonth start, InForce.Requirements inForce) {
        @Nullable
        YearMonth earliest = null;
        for (ChildRearingAllowanceFacts.Child child : facts.children()) {
            if (claim.children().contains(child.id()) && !isCertifiedOn(child, claim.receivedOn())) {
                ChildRequirement.Finding finding = ChildRequirement.on(claim.receivedOn(), child, facts.endings(), inForce, Tracing.OFF);
                YearMonth own = YearMonth.from(finding.span().since()).plusMonths(1);
                boolean qualifies = !(finding.outcome() instanceof Outcome.Refused<?>);
                if (qualifies && (earliest == null || own.isBefore(earliest))) {
                    earliest = own;
                }
            }
        }
        return earliest == null || earliest.isBefore(start) ? start : earliest;
    }

    private Outcome<Article> noEntitlement(Claim claim) {
        return new Outcome.Refused<>(
                List.of(ChildRearingAllowanceReason.NO_LIVING_ENTITLEMENT),
                tracing.asking("請求の日に受給資格の認定を受けているか", Provisions.INCREASE).given("請求の日", claim.receivedOn(), "受付").concluding("受けていない"));
    }

    private Decision.ChildClaim decide(
            Claim claim,
            ChildRearingAllowanceFacts.Child child,
            PaymentStart.Start start,
            Outcome<Article> claimant,
            InForce.Requirements inForce,
            List<Certification> won) {
        ChildRequirement.Finding finding = ChildRequirement.on(claim.receivedOn(), child, facts.endings(), inForce, tracing);
        ChildRequirement.Span span = finding.span();
        YearMonth ownStart = YearMonth.from(span.since()).plusMonths(1);
        YearMonth from = ownStart.isAfter(start.month()) ? ownStart : start.month();
        Trace trace = tracing.asking("何月分からその児童の分を支給するか", claim.isNew() ? Provisions.START_AND_END : Provisions.INCREASE)
                .because(claimant.trace())
                .because(finding.outcome().trace())
                .because(start.trace());
        var refused = new ArrayList<Reason>(0);
        var open = new ArrayList<Reason>(0);
        collect(claimant, refused, open);
        collect(finding.outcome(), refused, open);
        if (refused.isEmpty() && from.isAfter(YearMonth.from(span.lastDay()))) {
            refused.add(ChildRearingAllowanceReason.ENDED_BEFORE_START);
        }
        if (!refused.isEmpty()) {
            return new Decision.ChildClaim(child.id(), new Outcome.Refused<>(refused, trace.concluding("却下")));
        }
        Trace concluded = trace.concluding(open.isEmpty() ? from : "要確認");
        won.add(new Certification(child, claim.receivedOn(), from, span.lastDay(), span.endsBecause(), open, concluded));
        return new Decision.ChildClaim(
                child.id(), open.isEmpty() ? new Outcome.Granted<>(from, concluded) : new Outcome.ReferToOfficer<>(open, concluded));
    }

    private Decision.ClaimDecision conclude(
            Claim claim, Trace startTrace, YearMonth start, Outcome<Article> claimant, List<Decision.ChildClaim> results,
            List<Certification> won) {
        Trace trace = tracing.asking("請求を認めるか", claim.isNew() ? Provisions.CERTIFICATION : Provisions.INCREASE)
                .because(claimant.trace())
                .because(startTrace);
        var reasons = new ArrayList<Reason>(0);
        for (Decision.ChildClaim result : results) {
            trace = trace.because(result.outcome().trace());
            if (won.isEmpty() || result.outcome() instanceof Outcome.ReferToOfficer<YearMonth>) {
                result.outcome().reasons().stream().filter(reason -> !reasons.contains(reason)).forEach(reasons::add);
            }
        }
        // Whatever the order in which the children are named.
        reasons.sort(Comparator.comparing(Reason::code));
        Outcome<YearMonth> outcome;
        if (won.isEmpty()) {
            List<Reason> given = claimant instanceof Outcome.Refused<Article>(List<Reason> refused, _)
                    ? refused
                    : reasons.isEmpty() ? List.of(ChildRearingAllowanceReason.NO_QUALIFYING_CHILD) : reasons;
            outcome = new Outcome.Refused<>(given, trace.concluding("却下"));
        } else if (reasons.isEmpty()) {
            YearMonth first = new Entitlement(won).start();
            outcome = new Outcome.Granted<>(first, trace.concluding(first, "分から"));
        } else {
            outcome = new Outcome.ReferToOfficer<>(reasons, trace.concluding("要確認"));
        }
        return new Decision.ClaimDecision(claim.id(), claim.receivedOn(), start, outcome, results);
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

    private @Nullable Entitlement livingOn(LocalDate day) {
        for (Entitlement entitlement : entitlements) {
            if (anyLivesOn(entitlement.opened(), day) || anyLivesOn(entitlement.added(), day)) {
                return entitlement;
            }
        }
        return null;
    }

    private static boolean anyLivesOn(List<Certification> certifications, LocalDate day) {
        for (Certification certification : certifications) {
            if (certification.livesOn(day)) {
                return true;
            }
        }
        return false;
    }

    /** A child already certified on the day of the claim is not claimed for again. */
    private boolean isCertifiedOn(ChildRearingAllowanceFacts.Child child, LocalDate day) {
        for (Certification certification : certified) {
            if (certification.child() == child && certification.livesOn(day)) {
                return true;
            }
        }
        return false;
    }

    /** The very claim, not one that says the same. */
    private int placeOf(Claim claim) {
        int place = 0;
        while (facts.claims().get(place) != claim) {
            place++;
        }
        return place;
    }
}
