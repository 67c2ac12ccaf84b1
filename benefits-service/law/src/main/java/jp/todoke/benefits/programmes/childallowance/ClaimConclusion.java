package jp.todoke.benefits.programmes.childallowance;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import jp.todoke.benefits.law.Article;
import jp.todoke.benefits.law.Claim;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Outcome;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.Trace;

/** 児童手当法 第7条・第9条 — what a claim as a whole is answered: granted with its first child, refused with all, or left to an officer. */
record ClaimConclusion(Claim claim, PaymentStart.Start start, Outcome<Article> claimant, Question question) {

    Decision.ClaimDecision of(List<ClaimedChild> children, boolean addsOnlyCounting) {
        var results = new ArrayList<Decision.ChildClaim>(children.size());
        Trace trace = question.tracing().asking("請求を認めるか", article()).because(claimant.trace()).because(start.trace());
        YearMonth first = null;
        var reasons = new ArrayList<Reason>(0);
        var open = new ArrayList<Reason>(0);
        for (int i = 0; i < children.size(); i++) {
            Decision.ChildClaim result = children.get(i).result();
            results.add(result);
            trace = trace.because(result.outcome().trace());
            addNew(result.outcome().reasons(), reasons);
            YearMonth from = children.get(i).from();
            if (from != null) {
                first = first == null || from.isBefore(first) ? from : first;
                addNew(children.get(i).open(), open);
            }
        }
        boolean refused = first == null && !(claimant instanceof Outcome.Granted<Article> && addsOnlyCounting);
        YearMonth month = first == null ? start.month() : first;
        if (!refused && isIncomeUnknown(month)) {
            open.add(ChildAllowanceReason.INCOME_UNKNOWN);
        }
        return refused
                ? new Decision.ClaimDecision(claim.id(), claim.receivedOn(), ClaimedChild.refusedFrom(children, start),
                        refusal(reasons, trace), results)
                : new Decision.ClaimDecision(claim.id(), claim.receivedOn(), month, answer(month, open, trace), results);
    }

    private Outcome<YearMonth> refusal(List<Reason> reasons, Trace trace) {
        List<Reason> given = claimant instanceof Outcome.Refused<Article> not ? not.reasons() : reasons;
        return new Outcome.Refused<>(
                given.isEmpty() ? List.of(ChildAllowanceReason.NO_QUALIFYING_CHILD) : given, trace.concluding("却下"));
    }

    private static Outcome<YearMonth> answer(YearMonth first, List<Reason> open, Trace trace) {
        return open.isEmpty()
                ? new Outcome.Granted<>(first, trace.concluding(first, "分から"))
                : new Outcome.ReferToOfficer<>(open, trace.concluding("要確認"));
    }

    private boolean isIncomeUnknown(YearMonth month) {
        return IncomeTest.in(month, question.facts().claimant(), question.parameters().carried(month),
                question.tracing()) instanceof IncomeTest.Standing.Unknown;
    }

    private Article article() {
        if (!claim.isNew()) {
            return Articles.INCREASE;
        }
        return question.facts().claimant().kind() == ChildAllowanceFacts.ClaimantKind.INSTITUTION
                ? Articles.CERTIFICATION_OF_INSTITUTIONS
                : Articles.CERTIFICATION;
    }

    private static void addNew(List<Reason> more, List<Reason> reasons) {
        for (int i = 0; i < more.size(); i++) {
            if (!reasons.contains(more.get(i))) {
                reasons.add(more.get(i));
            }
        }
    }
}
