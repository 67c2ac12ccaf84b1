package jp.todoke.benefits.programmes.childallowance;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import jp.todoke.benefits.law.Article;
import jp.todoke.benefits.law.Claim;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Outcome;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.StatutoryMonth;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Tracing;
import org.jspecify.annotations.Nullable;

/** 児童手当法 第7条第1項, one child of one claim — from which month it is certified, or why it is not. */
final class ClaimedChild {
    private final ChildAllowanceFacts.Child child;
    private final Claim claim;
    private final ChildRequirement.Finding finding;
    private @Nullable Certification certification;
    private Trace trace = Trace.NONE;
    private final List<Reason> refused = new ArrayList<>(0);
    private final List<Reason> open = new ArrayList<>(0);

    ClaimedChild(ChildAllowanceFacts.Child child, Claim claim, ChildRequirement.Finding finding) {
        this.child = child;
        this.claim = claim;
        this.finding = finding;
    }

    /** No claim starts a child before the month after its own requirement was met, whatever its relief. */
    void decide(PaymentStart.Start start, Outcome<Article> claimant, Tracing tracing) {
        ChildRequirement.Span span = finding.span();
        YearMonth from = startWith(start);
        trace = tracing.asking("何月分から支給対象児童とするか", Articles.CERTIFICATION)
                .because(claimant.trace())
                .because(finding.outcome().trace())
                .because(start.trace());
        collect(claimant);
        collect(finding.outcome());
        if (refused.isEmpty() && from.isAfter(StatutoryMonth.monthOf(span.lastDay()))) {
            refused.add(ChildAllowanceReason.ENDED_BEFORE_START);
        }
        if (refused.isEmpty()) {
            Trace concluded = open.isEmpty() ? trace.concluding(from) : trace.concluding("要確認");
            certification = new Certification(
                    child, claim.receivedOn(), from, span.lastDay(), span.endsBecause(), List.copyOf(open), concluded);
        }
    }

    private YearMonth startWith(PaymentStart.Start start) {
        YearMonth ownStart = StatutoryMonth.afterClaim(finding.span().since(), Articles.PERIOD).month();
        return ownStart.isAfter(start.month()) ? ownStart : start.month();
    }

    /** From which month the children of a refused claim are not paid: when the first whose own requirement is met would have started. */
    static YearMonth refusedFrom(List<ClaimedChild> children, PaymentStart.Start start) {
        YearMonth first = null;
        for (int i = 0; i < children.size(); i++) {
            if (!(children.get(i).finding.outcome() instanceof Outcome.Refused<?>)) {
                YearMonth own = children.get(i).startWith(start);
                first = first == null || own.isBefore(first) ? own : first;
            }
        }
        return first == null ? start.month() : first;
    }

    List<Reason> open() {
        return open;
    }

    @Nullable
    YearMonth from() {
        return certification == null ? null : certification.from();
    }

    Decision.ChildClaim result() {
        Certification won = certification;
        if (won == null) {
            return new Decision.ChildClaim(child.id(), new Outcome.Refused<>(refused, trace.concluding("却下")));
        }
        return new Decision.ChildClaim(
                child.id(),
                open.isEmpty() ? new Outcome.Granted<>(won.from(), won.trace()) : new Outcome.ReferToOfficer<>(open, won.trace()));
    }

    /** Those of the claim whose own requirement is met, or may be, on the day of the claim. */
    static List<ChildAllowanceFacts.Child> qualifying(List<ClaimedChild> children) {
        var qualifying = new ArrayList<ChildAllowanceFacts.Child>(children.size());
        for (int i = 0; i < children.size(); i++) {
            if (!(children.get(i).finding.outcome() instanceof Outcome.Refused<?>)) {
                qualifying.add(children.get(i).child);
            }
        }
        return qualifying;
    }

    static List<Certification> certifications(List<ClaimedChild> children) {
        var won = new ArrayList<Certification>(children.size());
        for (int i = 0; i < children.size(); i++) {
            Certification certification = children.get(i).certification;
            if (certification != null) {
                won.add(certification);
            }
        }
        return won;
    }

    static void refuse(List<ClaimedChild> children, List<Certification> lost, Reason reason) {
        for (int i = 0; i < lost.size(); i++) {
            for (int j = 0; j < children.size(); j++) {
                if (children.get(j).child == lost.get(i).child()) {
                    children.get(j).certification = null;
                    children.get(j).refused.add(reason);
                }
            }
        }
    }

    private void collect(Outcome<?> outcome) {
        switch (outcome) {
            case Outcome.Granted<?> _ -> {
            }
            case Outcome.Refused<?>(List<Reason> reasons, _) -> refused.addAll(reasons);
            case Outcome.Suspended<?>(List<Reason> reasons, _) -> refused.addAll(reasons);
            case Outcome.ReferToOfficer<?>(List<Reason> reasons, _) -> open.addAll(reasons);
        }
    }
}
