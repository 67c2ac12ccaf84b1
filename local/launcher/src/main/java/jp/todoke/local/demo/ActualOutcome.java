package jp.todoke.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.todoke.client.benefits.model.ActionPoint;
import jp.todoke.client.benefits.model.AttachmentView;
import jp.todoke.client.benefits.model.CaseView;
import jp.todoke.client.benefits.model.DecisionSummary;
import jp.todoke.client.benefits.model.MonthView;
import jp.todoke.client.benefits.model.PersonView;
import jp.todoke.client.benefits.model.QuestionView;
import jp.todoke.client.benefits.model.ReasonView;
import jp.todoke.client.intake.model.FieldError;
import jp.todoke.local.sample.ExpectedOutcome;
import org.jspecify.annotations.Nullable;

/** What came of one application, as the API tells it at the end. */
public record ActualOutcome(Submission submission, @Nullable CaseView view, long paidYen, long heldYen) {

    private static final Set<QuestionView.ChannelEnum> OUTSIDE = Set.of(QuestionView.ChannelEnum.JUKI, QuestionView.ChannelEnum.CHUKAN);

    ProgrammePart part() {
        return ProgrammePart.of(submission.form());
    }

    int no() {
        return submission.form().no();
    }

    String packageState() {
        return submission.accepted() ? "ACCEPTED" : "REFUSED";
    }

    String caseState() {
        return view == null ? "" : view.getState().getValue();
    }

    /** What waits for a person; a task beside the way holds nothing up. */
    Set<String> actionPoints() {
        return view == null
                ? Set.of()
                : view.getActionPoints()
                        .stream()
                        .filter(point -> point.getClosedAt() == null && point.getBlocks() != ActionPoint.BlocksEnum.NOTHING)
                        .map(ActionPoint::getCode)
                        .map(code -> code.getValue())
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    String outcome() {
        DecisionSummary decision = decision();
        return decision == null ? "" : decision.getOutcome().getValue();
    }

    String firstMonth() {
        DecisionSummary decision = decision();
        return decision == null || decision.getFirstMonth() == null || !"GRANTED".equals(outcome()) ? "" : decision.getFirstMonth();
    }

    /** From the start on, stretches of equal months, {@code 2026-12..2027-03:40650 2027-04..2027-10:ENDED}; the amount where something is paid. */
    String months() {
        DecisionSummary decision = decision();
        List<MonthView> months = decision == null
                ? List.of()
                : decision.getMonths().stream().filter(month -> month.getOutcome() != MonthView.OutcomeEnum.NOT_YET).toList();
        var stretches = new ArrayList<String>();
        for (int i = 0; i < months.size(); i++) {
            if (i + 1 == months.size() || !what(months.get(i)).equals(what(months.get(i + 1)))) {
                String first = months.get(i - length(months, i) + 1).getMonth();
                stretches.add(first + ".." + months.get(i).getMonth() + ":" + what(months.get(i)));
            }
        }
        return String.join(" ", stretches);
    }

    /** How many months up to this one are as it. */
    private static int length(List<MonthView> months, int last) {
        int length = 1;
        while (length <= last && what(months.get(last - length)).equals(what(months.get(last)))) {
            length++;
        }
        return length;
    }

    private static String what(MonthView month) {
        return month.getOutcome() == MonthView.OutcomeEnum.GRANTED ? String.valueOf(month.getYen()) : month.getOutcome().getValue();
    }

    /** 認定, with nothing to be paid in any month: 全部支給停止. */
    private boolean isSuspended() {
        DecisionSummary decision = decision();
        Set<MonthView.OutcomeEnum> outcomes = decision == null
                ? Set.of()
                : decision.getMonths().stream().map(MonthView::getOutcome).collect(Collectors.toSet());
        return outcomes.contains(MonthView.OutcomeEnum.SUSPENDED) && !outcomes.contains(MonthView.OutcomeEnum.GRANTED);
    }

    Map<String, Integer> omitted() {
        var omitted = new TreeMap<String, Integer>();
        if (view != null) {
            view.getAttachments()
                    .stream()
                    .filter(attachment -> attachment.getState() == AttachmentView.StateEnum.OMITTED)
                    .forEach(attachment -> omitted.merge(attachment.getKind().getValue(), 1, Integer::sum));
        }
        return omitted;
    }

    Set<String> reasons() {
        return reasonViews().stream().map(ReasonView::getCode).collect(Collectors.toCollection(TreeSet::new));
    }

    boolean needsPerson() {
        return submission.accepted() && outcome().isEmpty();
    }

    /** 結果 in one word. */
    String word() {
        if (!submission.accepted()) {
            return "差戻し";
        }
        return switch (outcome()) {
            case "GRANTED" -> heldYen > 0 ? "認定・支払保留" : isSuspended() ? "認定・全部停止" : "認定";
            case "REFUSED" -> "却下";
            default -> "職員対応";
        };
    }

    /** Why, in the words of the office; empty where it was granted and paid. */
    String why() {
        if (!submission.accepted()) {
            return submission.errors().stream().map(ActualOutcome::located).distinct().collect(Collectors.joining("・"));
        }
        String withheld = isWithheld() ? "支援措置（住所を出さず、外部に照会しない）" : "";
        String open = withheld + actionPoints().stream().map(Wording::actionPoint).collect(Collectors.joining("・"));
        String held = heldYen > 0 ? "（" + Wording.yen(heldYen) + "）" : "";
        String reasons = reasonViews().stream().map(reason -> reason.getArticle() + " " + reason.getText())
                .collect(Collectors.joining("・"));
        return Stream.of(open + held, reasons).filter(text -> !text.isEmpty()).collect(Collectors.joining("・"));
    }

    /** 支援措置. */
    boolean isWithheld() {
        return view != null && view.getApplicant().getAddressWithheld();
    }

    /** What must never happen to a household under 支援措置. */
    List<String> exposures() {
        if (view == null || !isWithheld()) {
            return List.of();
        }
        var exposures = new ArrayList<String>();
        List<PersonView> supporters = view.getSupporters() == null ? List.of() : view.getSupporters();
        boolean addressShown = Stream.of(List.of(view.getApplicant()), view.getChildren(), supporters).flatMap(List::stream)
                .anyMatch(one -> one.getAddress() != null);
        if (addressShown) {
            exposures.add("支援措置の世帯の住所が表示された");
        }
        boolean askedOutside = view.getQuestions().stream().map(QuestionView::getChannel).anyMatch(OUTSIDE::contains);
        if (askedOutside) {
            exposures.add("支援措置の世帯について外部に照会した");
        }
        return exposures;
    }

    /** Every item in which this differs from what the Act gives. */
    List<String> differences(ExpectedOutcome expected) {
        var differences = new ArrayList<String>();
        compare(differences, "申請データ", expected.packageState(), packageState());
        compare(differences, "案件の状態", expected.caseState(), caseState());
        compare(differences, "職員対応", expected.actionPoints(), actionPoints());
        compare(differences, "結果", expected.outcome(), outcome());
        compare(differences, "開始月", expected.firstMonth(), firstMonth());
        if (!expected.months().isEmpty()) {
            compare(differences, "各月", expected.months(), months());
        }
        compare(differences, "省略した添付", expected.omitted(), omitted());
        compare(differences, "理由", expected.reasons(), reasons());
        compare(differences, "支払額", expected.paidYen(), paidYen);
        compare(differences, "保留額", expected.heldYen(), heldYen);
        return differences;
    }

    private static void compare(List<String> differences, String item, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            differences.add(item + " 予定=" + expected + " 実際=" + actual);
        }
    }

    private static String located(FieldError error) {
        return error.getMessage() + (error.getPointer() == null || error.getPointer().isEmpty() ? "" : "（" + error.getPointer() + "）");
    }

    /** Of a refusal; in 児童扶養手当 also of each reduction. */
    private List<ReasonView> reasonViews() {
        DecisionSummary decision = decision();
        boolean told = "REFUSED".equals(outcome()) || submission.form().content().childRearing() != null;
        return decision == null || !told ? List.of() : decision.getReasons();
    }

    private @Nullable DecisionSummary decision() {
        return view == null ? null : view.getDecision();
    }
}
