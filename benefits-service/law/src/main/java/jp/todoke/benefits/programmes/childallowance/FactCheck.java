package jp.todoke.benefits.programmes.childallowance;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import jp.todoke.benefits.law.ClaimCheck;
import jp.todoke.benefits.law.FactProblems;
import jp.todoke.benefits.law.Stay;

/** Refuses facts no decision can rest on: unknown children, claims before their cause, an end on the day of a claim, periods that end before they begin. */
final class FactCheck {
    private final ChildAllowanceFacts facts;
    private final FactProblems problems = new FactProblems();

    private FactCheck(ChildAllowanceFacts facts) {
        this.facts = facts;
    }

    static void require(ChildAllowanceFacts facts) {
        var check = new FactCheck(facts);
        check.children();
        check.siblings();
        check.claims();
        check.endings();
        check.problems.refuseIfAny();
    }

    private void children() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < facts.children().size(); i++) {
            ChildAllowanceFacts.Child child = facts.children().get(i);
            String at = "/children/" + i;
            require(seen.add(child.id()), at + "/id", "DUPLICATE_ID", "同じ児童が二度書かれています。");
            LocalDate until = child.careUntil();
            require(until == null || until.isAfter(child.careFrom()), at + "/careUntil", "ENDS_BEFORE_START", "終期が始期より後ではありません。");
            for (int j = 0; j < child.facility().size(); j++) {
                Stay stay = child.facility().get(j);
                LocalDate left = stay.until();
                require(left == null || left.isAfter(stay.from()), at + "/facility/" + j + "/until", "ENDS_BEFORE_START",
                        "終期が始期より後ではありません。");
            }
        }
    }

    private void siblings() {
        for (int i = 0; i < facts.countedSiblings().size(); i++) {
            ChildAllowanceFacts.CountedSibling sibling = facts.countedSiblings().get(i);
            LocalDate until = sibling.until();
            require(until == null || until.isAfter(sibling.from()), "/countedSiblings/" + i + "/until", "ENDS_BEFORE_START",
                    "終期が始期より後ではありません。");
        }
    }

    private void claims() {
        Set<String> known = new HashSet<>();
        facts.children().forEach(child -> known.add(child.id()));
        facts.countedSiblings().forEach(sibling -> known.add(sibling.id()));
        ClaimCheck.of(facts.claims(), known, problems);
    }

    private void endings() {
        for (int i = 0; i < facts.endings().size(); i++) {
            ChildAllowanceFacts.Ending ending = facts.endings().get(i);
            boolean sameDay = ClaimCheck.isClaimDay(facts.claims(), ending.on());
            require(!sameDay, "/endings/" + i + "/on", "ENDING_ON_CLAIM_DAY", "請求の日と同じ日の消滅は扱えません。");
            boolean named = ending.kind() != ChildAllowanceFacts.EndingKind.CHILD_DIED || !ending.children().isEmpty();
            require(named, "/endings/" + i + "/children", "REQUIRED", "亡くなった児童が書かれていません。");
            for (int j = 0; j < ending.children().size(); j++) {
                String id = ending.children().get(j);
                boolean known = facts.children().stream().anyMatch(child -> child.id().equals(id));
                require(known, "/endings/" + i + "/children/" + j, "UNKNOWN_CHILD", "消滅に係る児童が見当たりません。");
            }
        }
    }

    private void require(boolean holds, String pointer, String code, String message) {
        if (!holds) {
            problems.add(pointer, code, message);
        }
    }
}
