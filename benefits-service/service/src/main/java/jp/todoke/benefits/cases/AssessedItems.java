package jp.todoke.benefits.cases;

import jp.todoke.benefits.law.Income;
import jp.todoke.benefits.law.Income.Components;
import jp.todoke.benefits.law.Income.Deducted;
import jp.todoke.benefits.law.Income.Dependants;
import jp.todoke.benefits.law.Income.Earned;
import jp.todoke.benefits.law.Income.Persons;
import jp.todoke.benefits.law.Yen;
import jp.todoke.benefits.taxes.TaxDetail;
import org.jspecify.annotations.Nullable;

/** The items of a confirmed tax answer as the rules take them. An item may be absent only where it cannot matter; that was seen to at the answer. */
final class AssessedItems {
    private AssessedItems() {}

    /** @return the income of the calendar year before the 課税年度; absent where the answer gave the total only */
    static @Nullable Income income(FactRecord fact, Yen childSupport, Yen nonTaxablePension, String source) {
        FactValue.Income given = (FactValue.Income) fact.value();
        TaxDetail items = given.detail();
        if (items == null) {
            return null;
        }
        var dependants = new Dependants(
                persons(items.dependants()), persons(items.elderlyDependants()), persons(items.specificDependants()),
                persons(items.dependants16to18()), applies(items.elderlySpouse()));
        var earned = new Earned(
                yen(items.salaryIncomeYen()), yen(items.pensionMiscIncomeYen()), yen(items.otherIncomeYen()), childSupport,
                nonTaxablePension);
        var deducted = new Deducted(
                yen(items.casualtyLossYen()), yen(items.medicalExpensesYen()), yen(items.smallBusinessMutualAidYen()),
                yen(items.spouseSpecialDeductionYen()), yen(items.specificRelativeSpecialDeductionYen()));
        var persons = new Persons(
                persons(items.disabledPersons()), persons(items.speciallyDisabledPersons()), applies(items.workingStudent()),
                applies(items.widow()), applies(items.singleParent()));
        return new Income(given.taxYear() - 1, dependants, new Components(earned, deducted, persons), source);
    }

    private static Yen yen(@Nullable Long amount) {
        return amount == null ? Yen.ZERO : Yen.of(amount);
    }

    private static int persons(@Nullable Integer count) {
        return count == null ? 0 : count;
    }

    private static boolean applies(@Nullable Boolean answer) {
        return Boolean.TRUE.equals(answer);
    }
}
