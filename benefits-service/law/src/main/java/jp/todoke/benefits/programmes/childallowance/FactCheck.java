package jp.todoke.benefits.programmes.childallowance;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.todoke.benefits.law.ClaimCheck;
import jp.todoke.benefits.law.FactProblems;
import jp.todoke.benefits.law.Income;
import org.jspecify.annotations.Nullable;

/** Refuses facts no decision can rest on: unknown children, claims before their cause, an end on the day of a claim, periods that end before they begin. */
final class FactCheck {
    private static final String ENDS_BEFORE_START = "ENDS_BEFORE_START";
    private static final String NOT_AFTER = "終期が始期より後ではありません。";

    private final ChildAllowanceFacts facts;
    private final FactProblems problems = new FactProblems();

    private FactCheck(ChildAllowanceFacts facts) {
        this.facts = facts;
    }

    static void require(ChildAllowanceFacts facts) {
        var check = new FactCheck(facts);
        check.children();
        check.incomes();
        check.siblings();
        check.claims();
        check.endings();
        check.problems.refuseIfAny();
    }

    private void children() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < facts.children().size(); i++) {
            ChildAllowanceFacts.Child child = facts.children().get(i);
            if (!seen.add(child.id())) {
                problems.add("/children/" + i + "/id", "DUPLICATE_ID", "同じ児童が二度書かれています。");
            }
            if (endsBeforeStart(child.careFrom(), child.careUntil())) {
                problems.add("/children/" + i + "/careUntil", ENDS_BEFORE_START, NOT_AFTER);
            }
            for (int j = 0; j < child.facility().size(); j++) {
                if (endsBeforeStart(child.facility().get(j).from(), child.facility().get(j).until())) {
                    problems.add("/children/" + i + "/facility/" + j + "/until", ENDS_BEFORE_START, NOT_AFTER);
                }
            }
        }
    }

    private void siblings() {
        for (int i = 0; i < facts.countedSiblings().size(); i++) {
            ChildAllowanceFacts.CountedSibling sibling = facts.countedSiblings().get(i);
            if (endsBeforeStart(sibling.from(), sibling.until())) {
                problems.add("/countedSiblings/" + i + "/until", ENDS_BEFORE_START, NOT_AFTER);
            }
        }
    }

    private void incomes() {
        Set<Integer> seen = new HashSet<>();
        List<Income> incomes = facts.claimant().incomes();
        for (int i = 0; i < incomes.size(); i++) {
            if (!seen.add(incomes.get(i).year())) {
                problems.add("/claimant/incomes/" + i + "/year", "DUPLICATE_YEAR", "同じ年の所得が二度書かれています。");
            }
        }
    }

    private void claims() {
        Set<String> known = new HashSet<>();
        for (int i = 0; i < facts.children().size(); i++) {
            known.add(facts.children().get(i).id());
        }
        for (int i = 0; i < facts.countedSiblings().size(); i++) {
            known.add(facts.countedSiblings().get(i).id());
        }
        ClaimCheck.of(facts.claims(), known, problems);
    }

    private void endings() {
        for (int i = 0; i < facts.endings().size(); i++) {
            ChildAllowanceFacts.Ending ending = facts.endings().get(i);
            if (ClaimCheck.isClaimDay(facts.claims(), ending.on())) {
                problems.add("/endings/" + i + "/on", "ENDING_ON_CLAIM_DAY", "請求の日と同じ日の消滅は扱えません。");
            }
            if (ending.kind() == ChildAllowanceFacts.EndingKind.CHILD_DIED && ending.children().isEmpty()) {
                problems.add("/endings/" + i + "/children", "REQUIRED", "亡くなった児童が書かれていません。");
            }
            for (int j = 0; j < ending.children().size(); j++) {
                String id = ending.children().get(j);
                if (facts.children().stream().noneMatch(child -> child.id().equals(id))) {
                    problems.add("/endings/" + i + "/children/" + j, "UNKNOWN_CHILD", "消滅に係る児童が見当たりません。");
                }
            }
        }
    }

    private static boolean endsBeforeStart(LocalDate from, @Nullable LocalDate until) {
        return until != null && !until.isAfter(from);
    }
}
