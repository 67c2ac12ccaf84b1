package jp.todoke.benefits.cases;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.todoke.benefits.cases.IssuedDecision.ChildMonth;
import jp.todoke.benefits.cases.IssuedDecision.Month;
import jp.todoke.benefits.cases.IssuedDecision.Payment;
import jp.todoke.benefits.cases.IssuedDecision.Stage;
import jp.todoke.benefits.cases.Participant.Role;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Decision.MonthOutcome;
import jp.todoke.benefits.law.Outcome;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Yen;
import org.jspecify.annotations.Nullable;

/** What is stored with a proposal; {@code answer} is empty when the rules leave it to an officer. */
record Computed(
        Optional<IssuedDecision.Outcome> answer,
        @Nullable YearMonth firstMonth,
        String ruleVersion,
        Map<String, Object> input,
        Map<String, Object> trace,
        Entitled entitled) {

    /** The answer of any programme's rules on a case; {@code input} is the facts that they saw. */
    static Computed of(Basis basis, Map<String, Object> input, Decision decision) {
        Decision.ClaimDecision claim = decision.overall().orElseThrow();
        boolean referred = claim.outcome() instanceof Outcome.ReferToOfficer<YearMonth>
                || decision.months().stream().anyMatch(month -> month.outcome() == MonthOutcome.REFER);
        boolean granted = claim.outcome() instanceof Outcome.Granted<YearMonth>;
        Optional<IssuedDecision.Outcome> answer = referred
                ? Optional.empty()
                : Optional.of(granted ? IssuedDecision.Outcome.GRANTED : IssuedDecision.Outcome.REFUSED);
        YearMonth first = claim.outcome() instanceof Outcome.Granted<YearMonth>(YearMonth value, Trace _) ? value : null;
        return new Computed(
                answer, first, decision.ruleVersion(), input, new LinkedHashMap<>(decision.toMap()), entitled(basis, decision, claim));
    }

    IssuedDecision.Outcome outcome() {
        return answer.orElseThrow();
    }

    /** Whether every month says the same, whatever the facts were. */
    boolean hasSameMonthsAs(Computed other) {
        return answer.equals(other.answer) && entitled.months().equals(other.entitled.months());
    }

    private static Entitled entitled(Basis basis, Decision decision, Decision.ClaimDecision claim) {
        Map<String, Participant> children = new LinkedHashMap<>();
        basis.of(Role.CHILD).forEach(child -> children.put(child.lawId(), child));
        List<Reason> reasons = new ArrayList<>(claim.outcome().reasons());
        claim.children().forEach(child -> reasons.addAll(child.outcome().reasons()));
        decision.months().stream().filter(month -> month.outcome() == MonthOutcome.SUSPENDED || month.outcome() == MonthOutcome.GRANTED)
                .forEach(month -> reasons.addAll(month.reasons()));
        return new Entitled(
                reasons.stream().map(reason -> new IssuedDecision.Reason(reason.code(), reason.article().toString(), reason.sentence()))
                        .distinct().toList(),
                decision.months().stream().map(month -> month(month, children)).toList(),
                decision.payments().stream().map(paid -> new Payment(paid.payMonth(), paid.covers(), paid.yen().value())).toList());
    }

    private static Month month(Decision.Month month, Map<String, Participant> children) {
        Yen yen = month.yen();
        long total = yen == null ? 0 : yen.value();
        return new Month(
                month.month(), month.outcome().name(), total, shares(month, total, children),
                month.stages().stream().map(stage -> new Stage(stage.stage().name(), stage.yen().value())).toList());
    }

    /**
     * The ledger is kept by child. What the whole household's amount loses after the children's components were added up (第13条の2, 第13条の3 of
     * 児童扶養手当) is taken from the last child first, so that the shares are the month's amount.
     */
    private static List<ChildMonth> shares(Decision.Month month, long total, Map<String, Participant> children) {
        List<ChildMonth> shares = new ArrayList<>();
        long left = total;
        for (Decision.ChildMonth child : month.children()) {
            Participant participant = children.get(child.id());
            if (participant != null) {
                long share = Math.min(child.yen().value(), left);
                left -= share;
                MonthOutcome outcome = month.outcome() == MonthOutcome.SUSPENDED && child.outcome() == MonthOutcome.GRANTED
                        ? MonthOutcome.SUSPENDED
                        : child.outcome();
                shares.add(new ChildMonth(participant.atenabango(), participant.name(), outcome.name(), share, child.rank()));
            }
        }
        if (left != 0) {
            throw new IllegalStateException("the children's shares are not the amount of the month");
        }
        return shares;
    }
}
