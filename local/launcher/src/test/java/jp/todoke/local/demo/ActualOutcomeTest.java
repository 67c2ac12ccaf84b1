package jp.todoke.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import jp.todoke.client.benefits.model.ActionPoint;
import jp.todoke.client.benefits.model.ActionPointCode;
import jp.todoke.client.benefits.model.AttachmentKind;
import jp.todoke.client.benefits.model.AttachmentView;
import jp.todoke.client.benefits.model.CaseState;
import jp.todoke.client.benefits.model.CaseView;
import jp.todoke.client.benefits.model.DecisionSummary;
import jp.todoke.client.benefits.model.MonthView;
import jp.todoke.client.benefits.model.PersonView;
import jp.todoke.client.benefits.model.QuestionView;
import jp.todoke.client.benefits.model.ReasonView;
import jp.todoke.local.sample.ApplicationForm;
import jp.todoke.local.sample.ExpectedOutcome;
import jp.todoke.local.sample.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActualOutcomeTest {
    private static final ApplicationForm FORM = Sample.applications().getFirst();
    private static final ExpectedOutcome EXPECTED = new ExpectedOutcome(1, FORM.story(), "ACCEPTED", "DECIDED",
            Set.of("ACCOUNT_NOT_REGISTERED"), "GRANTED",
            "2026-12", "2026-12..2027-03:40650 2027-04..2027-10:ENDED", Map.of("TAX_CERTIFICATE", 2), Set.of(), 30_000, 10_000, "");

    /** Each makes one item differ from what is expected. */
    enum Fault {
        STATE(view -> view.setState(CaseState.PROPOSED)), //
        OUTCOME(view -> view.getDecision().setOutcome(DecisionSummary.OutcomeEnum.REFUSED)), //
        REASON(view -> view.getDecision().outcome(DecisionSummary.OutcomeEnum.REFUSED)
                .setReasons(List.of(new ReasonView().code("PAST_AGE_LIMIT")))), //
        MONTH(view -> view.getDecision().setFirstMonth("2026-11")), //
        ONE_YEN_OF_A_MONTH(view -> view.getDecision().getMonths().get(2).setYen(40_640L)), //
        ONE_MONTH_LESS(view -> view.getDecision().getMonths().removeLast()), //
        NO_YEN(view -> view.getDecision().getMonths().get(3).outcome(MonthView.OutcomeEnum.REFER).setYen(null)), //
        OMITTED(view -> view.getAttachments().getFirst().setState(AttachmentView.StateEnum.PENDING)), //
        ACTION_POINT(view -> view.setActionPoints(List.of()));

        private final Consumer<CaseView> change;

        Fault(Consumer<CaseView> change) {
            this.change = change;
        }
    }

    @Test
    void whatIsAsExpectedDiffersInNothing() {
        assertEquals(List.of(), outcome(view(), 30_000, 10_000).differences(EXPECTED));
    }

    @ParameterizedTest
    @EnumSource
    void eachFaultIsTold(Fault fault) {
        CaseView view = view();
        fault.change.accept(view);
        assertTrue(!outcome(view, 30_000, 10_000).differences(EXPECTED).isEmpty());
    }

    @Test
    void monthsAreNotComparedWhereTheTableHasNone() {
        var without = new ExpectedOutcome(1, FORM.story(), "ACCEPTED", "DECIDED", Set.of("ACCOUNT_NOT_REGISTERED"), "GRANTED", "2026-12",
                "",
                Map.of("TAX_CERTIFICATE", 2), Set.of(), 30_000, 10_000, "");
        assertEquals(List.of(), outcome(view(), 30_000, 10_000).differences(without));
    }

    @Test
    void stretchesOfEqualMonthsAreToldTogether() {
        assertEquals("2026-12..2027-03:40650 2027-04..2027-10:ENDED", outcome(view(), 0, 0).months());
        CaseView view = view();
        view.getDecision().getMonths().removeFirst();
        view.getDecision().getMonths().forEach(month -> month.outcome(MonthView.OutcomeEnum.SUSPENDED).setYen(0L));
        assertEquals("2026-12..2027-10:SUSPENDED", outcome(view, 0, 0).months());
        assertEquals("認定・全部停止", outcome(view, 0, 0).word());
        view.getDecision().setMonths(List.of());
        assertEquals("", outcome(view, 0, 0).months());
        assertEquals("認定", outcome(view, 0, 0).word());
    }

    @Test
    void oneYenIsTold() {
        assertEquals(1, outcome(view(), 30_001, 10_000).differences(EXPECTED).size());
        assertEquals(1, outcome(view(), 30_000, 0).differences(EXPECTED).size());
    }

    @Test
    void anAddressOrAQuestionAboutTheProtectedIsTold() {
        CaseView view = view();
        view.getApplicant().setAddressWithheld(true);
        assertEquals(List.of(), outcome(view, 0, 0).exposures());
        view.getApplicant().setAddress("どこか");
        view.setQuestions(List.of(new QuestionView().channel(QuestionView.ChannelEnum.CHUKAN)));
        assertEquals(2, outcome(view, 0, 0).exposures().size());
    }

    private static ActualOutcome outcome(CaseView view, long paid, long held) {
        return new ActualOutcome(new Submission(FORM, true, UUID.randomUUID(), List.of()), view, paid, held);
    }

    private static CaseView view() {
        var omitted = new AttachmentView().kind(AttachmentKind.TAX_CERTIFICATE).state(AttachmentView.StateEnum.OMITTED);
        var second = new AttachmentView().kind(AttachmentKind.TAX_CERTIFICATE).state(AttachmentView.StateEnum.OMITTED);
        return new CaseView().state(CaseState.DECIDED).applicant(new PersonView().addressWithheld(false))
                .attachments(List.of(omitted, second))
                .actionPoints(List.of(new ActionPoint().code(ActionPointCode.ACCOUNT_NOT_REGISTERED)))
                .decision(new DecisionSummary().outcome(DecisionSummary.OutcomeEnum.GRANTED).firstMonth("2026-12")
                        .months(months()));
    }

    private static List<MonthView> months() {
        var months = new ArrayList<MonthView>();
        months.add(new MonthView().month("2026-11").outcome(MonthView.OutcomeEnum.NOT_YET).yen(0L));
        for (YearMonth month = YearMonth.of(2026, 12); !month.isAfter(YearMonth.of(2027, 10)); month = month.plusMonths(1)) {
            boolean paid = month.isBefore(YearMonth.of(2027, 4));
            months.add(new MonthView().month(month.toString())
                    .outcome(paid ? MonthView.OutcomeEnum.GRANTED : MonthView.OutcomeEnum.ENDED).yen(paid ? 40_650L : 0L));
        }
        return months;
    }
}
