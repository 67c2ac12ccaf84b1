package jp.todoke.benefits.programmes.childallowance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import jp.todoke.benefits.law.Article;
import jp.todoke.benefits.law.Claim;
import jp.todoke.benefits.law.ClaimKind;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.FactProblems;
import jp.todoke.benefits.law.LegalAge;
import jp.todoke.benefits.law.Outcome;
import jp.todoke.benefits.law.Reason;
import org.jspecify.annotations.Nullable;

/**
 * 児童手当法 第7条「認定」・第9条「児童手当の額の改定」 — the claims in the order of receipt, each decided, and the children each one certifies.
 * Source: e-Gov 346AC0000000073. Increases work from the claim, decreases from the event: no single effective date exists here.
 */
final class Certifications {
    private static final Comparator<Claim> BY_RECEIPT = Comparator.comparing(Claim::receivedOn).thenComparing(Claim::kind);

    private final Question question;
    private final List<Certification> certified = new ArrayList<>();
    private final List<Decision.ClaimDecision> claims = new ArrayList<>();
    private final FactProblems problems = new FactProblems();
    private @Nullable Entitlement current;

    private Certifications(Question question) {
        this.question = question;
    }

    static Certifications of(Question question) {
        var certifications = new Certifications(question);
        List<Claim> ordered = question.facts().claims();
        if (ordered.size() > 1) {
            ordered = new ArrayList<>(ordered);
            ordered.sort(BY_RECEIPT);
        }
        for (int i = 0; i < ordered.size(); i++) {
            certifications.decide(ordered.get(i));
        }
        certifications.close();
        certifications.problems.refuseIfAny();
        return certifications;
    }

    List<Certification> certified() {
        return certified;
    }

    List<Decision.ClaimDecision> claims() {
        return claims;
    }

    private void decide(Claim claim) {
        boolean living = current != null && current.livesOn(claim.receivedOn());
        if (living && claim.isNew()) {
            problems.add("/claims/" + question.facts().claims().indexOf(claim) + "/kind", "ENTITLEMENT_LIVES",
                    "認定を受けている間に、新たな認定請求はできません。");
            return;
        }
        List<ClaimedChild> children = claimedChildren(claim);
        PaymentStart.Start start = PaymentStart.of(claim, ClaimedChild.qualifying(children), question);
        Outcome<Article> claimant = living || claim.isNew()
                ? ClaimantEligibility.decide(question.facts().claimant(), question.tracing())
                : notLiving(claim);
        for (int i = 0; i < children.size(); i++) {
            children.get(i).decide(start, claimant, question.tracing());
        }
        admit(claim, children);
        claims.add(new ClaimConclusion(claim, start, claimant, question).of(children, addsOnlyCounting(claim)));
    }

    private Outcome<Article> notLiving(Claim claim) {
        return new Outcome.Refused<>(
                List.of(ChildAllowanceReason.NO_LIVING_ENTITLEMENT),
                question.tracing().asking("請求の日に受給者であるか", Articles.INCREASE)
                        .given("請求の日", claim.receivedOn(), "受付")
                        .concluding("受給者でない"));
    }

    /** The entitlement has the last word: it refuses a claim over the upper limit, and children it ends before. */
    private void admit(Claim claim, List<ClaimedChild> children) {
        List<Certification> claimed = ClaimedChild.certifications(children);
        if (claimed.isEmpty()) {
            return;
        }
        YearMonth first = claim.isNew() ? Entitlement.firstPayable(claimed, question.parameters()) : firstOfIncrease(claimed);
        if (first == null) {
            ClaimedChild.refuse(children, claimed, ChildAllowanceReason.NO_CHILD_OF_MIDDLE_SCHOOL_AGE);
        } else if (question.upperLimit().isReachedIn(first)) {
            ClaimedChild.refuse(children, claimed, ChildAllowanceReason.INCOME_OVER_UPPER_LIMIT);
        } else {
            Entitlement entitlement = claim.isNew() ? opened() : living();
            YearMonth begun = claim.isNew() ? first : entitlement.firstMonth();
            for (int i = 0; i < claimed.size(); i++) {
                claimed.set(i, claimed.get(i).startingIn(begun));
            }
            List<Certification> outside = entitlement.admit(claimed);
            ClaimedChild.refuse(children, outside, ChildAllowanceReason.ENDED_BEFORE_START);
        }
    }

    private Entitlement opened() {
        close();
        Entitlement opened = new Entitlement(question);
        current = opened;
        return opened;
    }

    private Entitlement living() {
        Entitlement living = current;
        if (living == null) {
            throw new IllegalStateException("an increase without a living entitlement certifies nobody");
        }
        return living;
    }

    private void close() {
        if (current != null) {
            current.addTo(certified);
            current = null;
        }
    }

    /** An increase pays nothing before the entitlement opened, however far back its relief reaches. */
    private YearMonth firstOfIncrease(List<Certification> claimed) {
        YearMonth opened = living().firstMonth();
        YearMonth first = earliest(claimed);
        return first.isBefore(opened) ? opened : first;
    }

    private static YearMonth earliest(List<Certification> claimed) {
        YearMonth first = claimed.getFirst().from();
        for (int i = 1; i < claimed.size(); i++) {
            first = claimed.get(i).from().isBefore(first) ? claimed.get(i).from() : first;
        }
        return first;
    }

    /** A child already paid on the day of the claim, and a person the 確認書 makes a counted sibling, are not claimed for again. */
    private List<ClaimedChild> claimedChildren(Claim claim) {
        List<ChildAllowanceFacts.Child> all = question.facts().children();
        var claimed = new ArrayList<ClaimedChild>(claim.children().size());
        Collection<String> named = claim.children().size() > 1 ? new HashSet<>(claim.children()) : claim.children();
        for (int i = 0; i < all.size(); i++) {
            ChildAllowanceFacts.Child child = all.get(i);
            if (named.contains(child.id())
                    && !isCountedOn(child.id(), claim.receivedOn())
                    && (current == null || !current.covers(child, claim.receivedOn()))) {
                claimed.add(new ClaimedChild(child, claim, ChildRequirement.on(claim.receivedOn(), child, question)));
            }
        }
        return claimed;
    }

    private boolean isCountedOn(String id, LocalDate day) {
        List<ChildAllowanceFacts.CountedSibling> siblings = question.facts().countedSiblings();
        int age = question.parameters().carried(day).ages().childUntil().value();
        for (int i = 0; i < siblings.size(); i++) {
            ChildAllowanceFacts.CountedSibling sibling = siblings.get(i);
            if (sibling.id().equals(id)
                    && !sibling.declaredOn().isAfter(day)
                    && LegalAge.schoolYearEnd(sibling.birthDate(), age).isBefore(day)) {
                return true;
            }
        }
        return false;
    }

    /** An increase may rest on a 確認書 alone: nobody new is paid, somebody more is counted. */
    private boolean addsOnlyCounting(Claim claim) {
        if (claim.kind() != ClaimKind.INCREASE || question.facts().countedSiblings().isEmpty()) {
            return false;
        }
        for (String id : claim.children()) {
            if (!isCountedOn(id, claim.receivedOn())) {
                return false;
            }
        }
        return question.facts().countedSiblings().stream().anyMatch(sibling -> isCountedOn(sibling.id(), claim.receivedOn()));
    }
}
