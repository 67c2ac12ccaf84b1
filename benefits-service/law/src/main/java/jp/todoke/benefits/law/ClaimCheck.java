package jp.todoke.benefits.law;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What no claim of any programme may be: without a first 認定請求, for a child nobody described, before its own cause. */
public final class ClaimCheck {
    private final FactProblems problems;

    private ClaimCheck(FactProblems problems) {
        this.problems = problems;
    }

    public static void of(List<Claim> claims, Set<String> knownChildren, FactProblems problems) {
        var check = new ClaimCheck(problems);
        boolean opened = false;
        for (int i = 0; i < claims.size(); i++) {
            opened |= claims.get(i).isNew();
        }
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            if (!opened) {
                problems.add("/claims/" + i + "/kind", "INCREASE_ALONE", "認定請求のない額改定の請求です。");
            }
            for (int j = 0; j < claim.children().size(); j++) {
                if (!knownChildren.contains(claim.children().get(j))) {
                    problems.add("/claims/" + i + "/children/" + j, "UNKNOWN_CHILD", "請求に係る児童が見当たりません。");
                }
            }
            check.cause(claim, i);
        }
    }

    /** C2 of the neutral form: an end on the very day of a claim says nothing about which came first. */
    public static boolean isClaimDay(List<Claim> claims, LocalDate day) {
        for (int i = 0; i < claims.size(); i++) {
            if (claims.get(i).receivedOn().equals(day)) {
                return true;
            }
        }
        return false;
    }

    private void cause(Claim claim, int index) {
        LocalDate on = claim.cause().on();
        LocalDate since = claim.cause().since();
        switch (claim.cause().kind()) {
            case NONE -> {
            }
            case BIRTH, MOVED_IN -> require(on != null, index, "/on", "REQUIRED", "事由の生じた日が必要です。");
            case DISASTER, UNAVOIDABLE -> {
                require(on != null, index, "/on", "REQUIRED", "事由のやんだ日が必要です。");
                require(since != null, index, "/since", "REQUIRED", "請求できなくなった最初の日が必要です。");
            }
        }
        require(on == null || !claim.receivedOn().isBefore(on), index, "/on", "CLAIM_BEFORE_CAUSE", "事由の日より前の請求です。");
        require(on == null || since == null || !on.isBefore(since), index, "/since", "ENDS_BEFORE_START", "終期が始期より前です。");
    }

    private void require(boolean holds, int claim, String field, String code, String message) {
        if (!holds) {
            problems.add("/claims/" + claim + "/cause" + field, code, message);
        }
    }
}
