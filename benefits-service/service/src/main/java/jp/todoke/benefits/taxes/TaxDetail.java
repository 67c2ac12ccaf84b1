package jp.todoke.benefits.taxes;

import org.jspecify.annotations.Nullable;

/**
 * 所得・控除の内訳 — the items from which 児童扶養手当 assembles an income (施行令第3条・第4条), in the words of both contracts. An item that is absent
 * was not answered and is not known; it is never a zero.
 *
 * @param salaryIncomeYen 給与所得
 * @param pensionMiscIncomeYen 公的年金等雑所得
 * @param otherIncomeYen その他の総所得金額等
 * @param dependants 扶養親族等の数
 * @param elderlyDependants 老人扶養親族
 * @param specificDependants 特定扶養親族
 * @param dependants16to18 16歳以上19歳未満の控除対象扶養親族
 * @param elderlySpouse 70歳以上の同一生計配偶者
 * @param casualtyLossYen 雑損控除
 * @param medicalExpensesYen 医療費控除
 * @param smallBusinessMutualAidYen 小規模企業共済等掛金控除
 * @param spouseSpecialDeductionYen 配偶者特別控除
 * @param specificRelativeSpecialDeductionYen 特定親族特別控除
 * @param disabledPersons 障害者控除の人数
 * @param speciallyDisabledPersons 特別障害者控除の人数
 * @param workingStudent 勤労学生
 * @param widow 寡婦
 * @param singleParent ひとり親
 */
public record TaxDetail(
        @Nullable Long salaryIncomeYen,
        @Nullable Long pensionMiscIncomeYen,
        @Nullable Long otherIncomeYen,
        @Nullable Integer dependants,
        @Nullable Integer elderlyDependants,
        @Nullable Integer specificDependants,
        @Nullable Integer dependants16to18,
        @Nullable Boolean elderlySpouse,
        @Nullable Long casualtyLossYen,
        @Nullable Long medicalExpensesYen,
        @Nullable Long smallBusinessMutualAidYen,
        @Nullable Long spouseSpecialDeductionYen,
        @Nullable Long specificRelativeSpecialDeductionYen,
        @Nullable Integer disabledPersons,
        @Nullable Integer speciallyDisabledPersons,
        @Nullable Boolean workingStudent,
        @Nullable Boolean widow,
        @Nullable Boolean singleParent) {

    /** Whether no item says less than nothing: such an answer is none to rest on. */
    public boolean isPossible() {
        return notNegative(salaryIncomeYen, pensionMiscIncomeYen, otherIncomeYen, casualtyLossYen, medicalExpensesYen,
                smallBusinessMutualAidYen, spouseSpecialDeductionYen, specificRelativeSpecialDeductionYen)
                && notNegative(dependants, elderlyDependants, specificDependants, dependants16to18, disabledPersons,
                        speciallyDisabledPersons);
    }

    private static boolean notNegative(@Nullable Number... items) {
        for (Number item : items) {
            if (item != null && item.longValue() < 0) {
                return false;
            }
        }
        return true;
    }

    /** Without the figures. */
    @Override
    public String toString() {
        return "TaxDetail";
    }
}
