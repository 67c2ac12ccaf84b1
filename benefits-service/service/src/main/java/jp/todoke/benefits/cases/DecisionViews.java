package jp.todoke.benefits.cases;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import jp.todoke.api.benefits.model.DecisionDetail;
import jp.todoke.api.benefits.model.DecisionSummary;
import jp.todoke.api.benefits.model.MonthView;
import jp.todoke.api.benefits.model.MonthViewChildrenInner;
import jp.todoke.api.benefits.model.MonthViewStagesInner;
import jp.todoke.api.benefits.model.PaymentPlanRow;
import jp.todoke.api.benefits.model.ProposalView;
import jp.todoke.api.benefits.model.ReasonView;
import jp.todoke.benefits.cases.DecisionMapper.DecisionRow;
import jp.todoke.benefits.cases.DecisionMapper.ProposalRow;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proposals and decisions as the API shows them. */
@Component
class DecisionViews {
    private final Decisions decisions;

    DecisionViews(Decisions decisions) {
        this.decisions = decisions;
    }

    ProposalView proposal(ProposalRow row) {
        Entitled entitled = decisions.entitled(row.result());
        return new ProposalView(
                row.proposalId(), ProposalView.OutcomeEnum.fromValue(row.outcome()), row.proposedBy(),
                row.proposedAt().atOffset(ZoneOffset.UTC),
                reasons(entitled), months(entitled)).firstMonth(text(Decisions.month(row.firstMonth())));
    }

    DecisionSummary summary(DecisionRow row) {
        Entitled entitled = decisions.entitled(row.result());
        return new DecisionSummary(
                row.decisionId(), row.decisionNumber(), DecisionSummary.OutcomeEnum.fromValue(row.outcome()), row.decidedOn(),
                row.proposedBy(),
                row.approvedBy(), reasons(entitled), months(entitled), payments(entitled))
                .firstMonth(text(Decisions.month(row.firstMonth())));
    }

    DecisionDetail detail(DecisionRow row) {
        return new DecisionDetail(
                summary(row), row.ruleVersion(), row.recordedAt().atOffset(ZoneOffset.UTC), decisions.document(row.input()),
                decisions.document(row.trace()));
    }

    private static List<ReasonView> reasons(Entitled entitled) {
        return entitled.reasons().stream().map(reason -> new ReasonView(reason.code(), reason.article(), reason.text())).toList();
    }

    private static List<MonthView> months(Entitled entitled) {
        return entitled.months().stream()
                .map(month -> new MonthView(
                        month.month().toString(), MonthView.OutcomeEnum.fromValue(month.outcome()), month.children().stream()
                                .map(child -> new MonthViewChildrenInner(child.name(), child.outcome()).yen(child.yen()).rank(child.rank()))
                                .toList())
                        .yen(month.yen()).stages(stages(month)))
                .toList();
    }

    private static List<MonthViewStagesInner> stages(IssuedDecision.Month month) {
        return month.stages().stream()
                .map(stage -> new MonthViewStagesInner(MonthViewStagesInner.StageEnum.fromValue(stage.stage()), stage.yen()))
                .toList();
    }

    private static List<PaymentPlanRow> payments(Entitled entitled) {
        return entitled.payments().stream()
                .map(paid -> new PaymentPlanRow(paid.payMonth().toString(), paid.covers().stream().map(YearMonth::toString).toList(),
                        paid.yen()))
                .toList();
    }

    private static @Nullable String text(@Nullable YearMonth month) {
        return month == null ? null : month.toString();
    }
}
