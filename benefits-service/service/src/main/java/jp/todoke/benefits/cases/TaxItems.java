package jp.todoke.benefits.cases;

import java.util.ArrayList;
import java.util.List;
import jp.todoke.benefits.taxes.TaxDetail;
import org.jspecify.annotations.Nullable;

/** The items of a tax answer as a caseworker reads them: what is above zero, and what was not answered. */
final class TaxItems {
    private final List<String> shown = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();

    private TaxItems() {}

    static String of(TaxDetail detail) {
        TaxItems items = new TaxItems();
        items.yen("給与所得", detail.salaryIncomeYen());
        items.yen("公的年金等雑所得", detail.pensionMiscIncomeYen());
        items.yen("その他の所得", detail.otherIncomeYen());
        items.persons("扶養親族等", detail.dependants());
        items.persons("うち老人扶養親族", detail.elderlyDependants());
        items.persons("うち特定扶養親族", detail.specificDependants());
        items.persons("うち16歳以上19歳未満", detail.dependants16to18());
        items.applies("70歳以上の同一生計配偶者", detail.elderlySpouse());
        items.yen("雑損控除", detail.casualtyLossYen());
        items.yen("医療費控除", detail.medicalExpensesYen());
        items.yen("小規模企業共済等掛金控除", detail.smallBusinessMutualAidYen());
        items.yen("配偶者特別控除", detail.spouseSpecialDeductionYen());
        items.yen("特定親族特別控除", detail.specificRelativeSpecialDeductionYen());
        items.persons("障害者", detail.disabledPersons());
        items.persons("特別障害者", detail.speciallyDisabledPersons());
        items.applies("勤労学生", detail.workingStudent());
        items.applies("寡婦", detail.widow());
        items.applies("ひとり親", detail.singleParent());
        return items.text();
    }

    private void yen(String name, @Nullable Long value) {
        add(name, value, value == null || value == 0 ? "" : " %,d円".formatted(value));
    }

    private void persons(String name, @Nullable Integer value) {
        add(name, value, value == null || value == 0 ? "" : " " + value + "人");
    }

    private void applies(String name, @Nullable Boolean value) {
        add(name, value, Boolean.TRUE.equals(value) ? " 該当" : "");
    }

    private void add(String name, @Nullable Object value, String text) {
        if (value == null) {
            missing.add(name);
        } else if (!text.isEmpty()) {
            shown.add(name + text);
        }
    }

    private String text() {
        String known = shown.isEmpty() ? "" : "（" + String.join("、", shown) + "）";
        return missing.isEmpty() ? known : known + "【回答なし: " + String.join("、", missing) + "】";
    }
}
