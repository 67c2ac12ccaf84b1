package jp.todoke.benefits.programmes.childrearingallowance;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import jp.todoke.benefits.law.ClaimCheck;
import jp.todoke.benefits.law.FactProblems;
import jp.todoke.benefits.law.Income;
import jp.todoke.benefits.law.Stay;

/** Refuses facts no decision can rest on; every bad place is named at once. What needs the living entitlement is {@link Certifications}'. */
final class FactCheck {
    private static final String ENDS_BEFORE_START = "終期が始期より後ではありません。";
    private final ChildRearingAllowanceFacts facts;
    private final FactProblems problems = new FactProblems();

    private FactCheck(ChildRearingAllowanceFacts facts) {
        this.facts = facts;
    }

    /** {@code specificRelativeFrom}: the first year of income that knows 特定親族特別控除. */
    static void require(ChildRearingAllowanceFacts facts, int specificRelativeFrom) {
        var check = new FactCheck(facts);
        Set<String> children = check.children();
        ClaimCheck.of(facts.claims(), children, check.problems);
        check.endings(children);
        check.incomes("/claimant", facts.claimant().incomes(), specificRelativeFrom);
        check.supporters(specificRelativeFrom);
        PensionCheck.of(facts.pensions(), children, check.problems);
        for (int i = 0; i < facts.claimant().exemptions().size(); i++) {
            check.period(facts.claimant().exemptions().get(i).valid(), "/exemptions/", i, "/validUntil");
        }
        check.problems.refuseIfAny();
    }

    private Set<String> children() {
        var seen = new HashSet<String>();
        for (int i = 0; i < facts.children().size(); i++) {
            ChildRearingAllowanceFacts.Child child = facts.children().get(i);
            if (!seen.add(child.id())) {
                problems.add("/children/" + i + "/id", "DUPLICATE_ID", "同じ児童が二度書かれています。");
            }
            period(new Stay(child.care().from(), child.care().until()), "/children/", i, "/careUntil");
            for (int j = 0; j < child.care().facility().size(); j++) {
                if (endsBeforeStart(child.care().facility().get(j))) {
                    problems.add("/children/" + i + "/facility/" + j + "/until", "ENDS_BEFORE_START", ENDS_BEFORE_START);
                }
            }
            for (int j = 0; j < child.disability().size(); j++) {
                if (endsBeforeStart(child.disability().get(j))) {
                    problems.add("/children/" + i + "/disability/" + j + "/until", "ENDS_BEFORE_START", ENDS_BEFORE_START);
                }
            }
        }
        return seen;
    }

    private void endings(Set<String> children) {
        for (int i = 0; i < facts.endings().size(); i++) {
            ChildRearingAllowanceFacts.Ending ending = facts.endings().get(i);
            if (ClaimCheck.isClaimDay(facts.claims(), ending.on())) {
                problems.add("/endings/" + i + "/on", "ENDING_ON_CLAIM_DAY", "請求の日と同じ日の消滅は扱えません。");
            }
            for (int j = 0; j < ending.children().size(); j++) {
                if (!children.contains(ending.children().get(j))) {
                    problems.add("/endings/" + i + "/children/" + j, "UNKNOWN_CHILD", "消滅に係る児童が見当たりません。");
                }
            }
        }
    }

    private void supporters(int specificRelativeFrom) {
        for (int i = 0; i < facts.supporters().size(); i++) {
            ChildRearingAllowanceFacts.Supporter supporter = facts.supporters().get(i);
            for (int j = 0; j < i; j++) {
                if (facts.supporters().get(j).id().equals(supporter.id())) {
                    problems.add("/supporters/" + i + "/id", "DUPLICATE_ID", "同じ者が二度書かれています。");
                }
            }
            period(supporter.livesTogether(), "/supporters/", i, "/livesTogether/until");
            if (!supporter.incomes().isEmpty()) {
                incomes("/supporters/" + i, supporter.incomes(), specificRelativeFrom);
            }
        }
    }

    private void incomes(String owner, List<Income> incomes, int specificRelativeFrom) {
        for (int i = 0; i < incomes.size(); i++) {
            Income income = incomes.get(i);
            for (int j = 0; j < i; j++) {
                if (incomes.get(j).year() == income.year()) {
                    problems.add(owner + "/incomes/" + i + "/year", "DUPLICATE_YEAR", "同じ年の所得が二度書かれています。");
                }
            }
            Income.Dependants dependants = income.dependants();
            long special = (long) dependants.elderly() + dependants.specific() + dependants.aged16to18()
                    + (dependants.elderlySpouse() ? 1 : 0);
            if (special > dependants.total()) {
                problems.add(owner + "/incomes/" + i + "/dependants", "FEWER_THAN_ITS_PARTS", "扶養親族等の数が、その内訳の合計より少なくなっています。");
            }
            if (income.year() < specificRelativeFrom && income.content() instanceof Income.Components(_, var deducted, _)
                    && !deducted.specificRelative().isZero()) {
                problems.add(owner + "/incomes/" + i + "/specificRelativeSpecialDeduction", "NOT_IN_FORCE", "その年の所得に特定親族特別控除はありません。");
            }
        }
    }

    private void period(Stay stay, String list, int index, String field) {
        if (endsBeforeStart(stay)) {
            problems.add(list + index + field, "ENDS_BEFORE_START", ENDS_BEFORE_START);
        }
    }

    static boolean endsBeforeStart(Stay stay) {
        LocalDate until = stay.until();
        return until != null && !until.isAfter(stay.from());
    }
}
