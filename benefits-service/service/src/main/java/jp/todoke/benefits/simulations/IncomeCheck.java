package jp.todoke.benefits.simulations;

import static jp.todoke.benefits.simulations.Findings.listed;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jp.todoke.api.simulations.model.SimulatedIncome;
import org.jspecify.annotations.Nullable;

/** Contradictions within the incomes of one person. */
final class IncomeCheck {
    /** 特定親族特別控除 was made by the tax reform of 2025 and first deducted from that year's income. */
    private static final int FIRST_SPECIFIC_RELATIVE_YEAR = 2025;

    private IncomeCheck() {}

    static void of(@Nullable List<SimulatedIncome> incomes, String pointer, Findings findings) {
        Set<Integer> years = new HashSet<>();
        List<@Nullable SimulatedIncome> listed = listed(incomes);
        for (int i = 0; i < listed.size(); i++) {
            SimulatedIncome income = listed.get(i);
            if (income == null) {
                continue;
            }
            String at = pointer + "/" + i;
            if (income.getYear() != null && !years.add(income.getYear())) {
                findings.add(at + "/year", "DUPLICATE_YEAR", "同じ年の所得が二つ以上あります。");
            }
            check(income, at, findings);
        }
    }

    private static void check(SimulatedIncome income, String at, Findings findings) {
        boolean undeclared = Boolean.TRUE.equals(income.getUndeclared());
        if (income.getDependants() == null && !undeclared) {
            findings.add(at + "/dependants", "REQUIRED", "必須項目です。値を指定してください。");
        }
        if (income.getDependants() != null && special(income) > income.getDependants()) {
            findings.add(at + "/dependants", "TOO_FEW", "老人扶養親族等の内訳の人数が、扶養親族等の総数を超えています。");
        }
        if (income.getAssessedIncome() != null && hasComponents(income)) {
            findings.add(at + "/assessedIncome", "ASSESSED_AND_COMPONENTS", "控除後の所得額と所得の内訳は、どちらか一方だけを指定してください。");
        }
        Long specificRelative = income.getSpecificRelativeSpecialDeduction();
        if (specificRelative != null && specificRelative > 0 && income.getYear() != null
                && income.getYear() < FIRST_SPECIFIC_RELATIVE_YEAR) {
            findings.add(at + "/specificRelativeSpecialDeduction", "NOT_IN_FORCE", "特定親族特別控除は2025年の所得からの控除です。");
        }
    }

    private static long special(SimulatedIncome income) {
        return Stream.of(income.getElderlyDependants(), income.getSpecificDependants(), income.getDependants16to18())
                .filter(Objects::nonNull).mapToLong(Integer::longValue).sum() + (Boolean.TRUE.equals(income.getElderlySpouse()) ? 1 : 0);
    }

    /** Any amount, even zero, and anybody counted; a switch that is off and a count of nobody say nothing. */
    private static boolean hasComponents(SimulatedIncome income) {
        boolean amounts = Stream.of(income.getSalaryIncome(), income.getPensionMiscIncome(), income.getOtherIncome(),
                income.getChildSupportReceived(), income.getCasualtyLoss(), income.getMedicalExpenses(), income.getSmallBusinessMutualAid(),
                income.getSpouseSpecialDeduction(), income.getSpecificRelativeSpecialDeduction(), income.getNonTaxablePension())
                .anyMatch(Objects::nonNull);
        boolean persons = Stream.of(income.getDisabledPersons(), income.getSpeciallyDisabledPersons())
                .anyMatch(count -> count != null && count > 0);
        boolean standing = Stream.of(income.getWorkingStudent(), income.getWidow(), income.getSingleParent())
                .anyMatch(Boolean.TRUE::equals);
        return amounts || persons || standing;
    }
}
