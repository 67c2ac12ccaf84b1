package jp.todoke.benefits.programmes.childallowance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Refuses facts no decision can rest on: unknown children, claims before their cause, an end on the day of a claim, periods that end before they begin. */
final class FactCheck {
    private final ChildAllowanceFacts facts;
    private final List<ImpossibleFacts.Problem> problems = new ArrayList<>();

    private FactCheck(ChildAllowanceFacts facts) {
        this.facts = facts;
    }

    static void require(ChildAllowanceFacts facts) {
        var check = new FactCheck(facts);
        check.children();
        check.siblings();
        check.claims();
        check.endings();
        if (!check.problems.isEmpty()) {
            throw new ImpossibleFacts(check.problems);
        }
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
                ChildAllowanceFacts.Stay stay = child.facility().get(j);
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
        boolean opened = facts.claims().stream().anyMatch(claim -> claim.kind() == ChildAllowanceFacts.ClaimKind.NEW);
        for (int i = 0; i < facts.claims().size(); i++) {
            ChildAllowanceFacts.Claim claim = facts.claims().get(i);
            String at = "/claims/" + i;
            require(opened, at + "/kind", "INCREASE_ALONE", "認定請求のない額改定認定請求です。");
            for (int j = 0; j < claim.children().size(); j++) {
                require(known.contains(claim.children().get(j)), at + "/children/" + j, "UNKNOWN_CHILD", "請求に係る児童が見当たりません。");
            }
            cause(claim, at + "/cause");
        }
    }

    private void cause(ChildAllowanceFacts.Claim claim, String at) {
        LocalDate on = claim.cause().on();
        LocalDate since = claim.cause().since();
        switch (claim.cause().kind()) {
            case NONE -> {
            }
            case BIRTH, MOVED_IN -> require(on != null, at + "/on", "REQUIRED", "事由の生じた日が必要です。");
            case DISASTER, UNAVOIDABLE -> {
                require(on != null, at + "/on", "REQUIRED", "事由のやんだ日が必要です。");
                require(since != null, at + "/since", "REQUIRED", "請求できなくなった最初の日が必要です。");
            }
        }
        require(on == null || !claim.receivedOn().isBefore(on), at + "/on", "CLAIM_BEFORE_CAUSE", "事由の日より前の請求です。");
        require(on == null || since == null || !on.isBefore(since), at + "/since", "ENDS_BEFORE_START", "終期が始期より前です。");
    }

    private void endings() {
        for (int i = 0; i < facts.endings().size(); i++) {
            ChildAllowanceFacts.Ending ending = facts.endings().get(i);
            boolean sameDay = facts.claims().stream().anyMatch(claim -> claim.receivedOn().equals(ending.on()));
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
            problems.add(new ImpossibleFacts.Problem(pointer, code, message));
        }
    }
}
