package jp.todoke.benefits.programmes.childrearingallowance;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import jp.todoke.benefits.law.FactProblems;
import jp.todoke.benefits.law.Stay;
import jp.todoke.benefits.law.Yen;

/**
 * Refuses pensions that cannot be: periods that do not begin and end on the first of a month, two 障害基礎年金等 in one month, 子の加算 of another
 * pension beside one, additions above the amount that includes them.
 */
final class PensionCheck {
    private static final String NOT_A_FIRST = "年金の期間は月の初日に始まり、月の初日に終わります。";
    private final FactProblems problems;

    private PensionCheck(FactProblems problems) {
        this.problems = problems;
    }

    static void of(ChildRearingAllowanceFacts.Pensions pensions, Set<String> children, FactProblems problems) {
        var check = new PensionCheck(problems);
        List<ChildRearingAllowanceFacts.OwnPension> own = PensionOffset.own(pensions);
        for (int i = 0; i < own.size(); i++) {
            check.period(own.get(i).period(), "/pensions/" + i);
            check.additions(own, i);
        }
        for (int i = 0; i < pensions.ofChildren().size(); i++) {
            check.period(pensions.ofChildren().get(i).period(), "/childPensions/" + i);
            if (!children.contains(pensions.ofChildren().get(i).childId())) {
                problems.add("/childPensions/" + i + "/childId", "UNKNOWN_CHILD", "年金に係る児童が見当たりません。");
            }
        }
    }

    private void additions(List<ChildRearingAllowanceFacts.OwnPension> own, int index) {
        ChildRearingAllowanceFacts.OwnPension pension = own.get(index);
        String at = "/pensions/" + index;
        long additions = 0;
        for (Yen addition : pension.childAdditions()) {
            additions += addition.value();
        }
        if (additions > pension.annual().value()) {
            problems.add(at + "/childAdditionsAnnualYen", "MORE_THAN_THE_WHOLE", "子の加算の合計が年金の額を超えています。");
        }
        boolean disability = pension.kind() == ChildRearingAllowanceFacts.PensionKind.DISABILITY_BASIC;
        for (int j = 0; j < own.size(); j++) {
            boolean beside = j != index && own.get(j).kind() == ChildRearingAllowanceFacts.PensionKind.DISABILITY_BASIC
                    && overlap(pension.period(), own.get(j).period());
            if (beside && disability && j < index) {
                problems.add(at + "/from", "TWO_DISABILITY_PENSIONS", "同じ月に二つの障害基礎年金等があります。");
            }
            if (beside && !disability && additions > 0) {
                problems.add(at + "/childAdditionsAnnualYen", "BESIDE_DISABILITY_PENSION", "障害基礎年金等のほかの年金の子の加算は扱えません。");
            }
        }
    }

    private void period(Stay period, String at) {
        LocalDate until = period.until();
        if (FactCheck.endsBeforeStart(period)) {
            problems.add(at + "/until", "ENDS_BEFORE_START", "終期が始期より後ではありません。");
        } else if (until != null && until.getDayOfMonth() != 1) {
            problems.add(at + "/until", "NOT_THE_FIRST", NOT_A_FIRST);
        }
        if (period.from().getDayOfMonth() != 1) {
            problems.add(at + "/from", "NOT_THE_FIRST", NOT_A_FIRST);
        }
    }

    private static boolean overlap(Stay one, Stay other) {
        LocalDate until = one.until();
        LocalDate otherUntil = other.until();
        return (until == null || other.from().isBefore(until)) && (otherUntil == null || one.from().isBefore(otherUntil));
    }
}
