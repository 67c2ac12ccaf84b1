package jp.todoke.doubles.persons;

import java.util.EnumMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Items of 地方税関係情報 beside the total; the names in tax.json are those of TaxDetail in specs/linkage, the codes PROVISIONAL. */
public enum TaxDetailItem {
    SALARY_INCOME("salaryIncomeYen", "0200000500", "給与所得", false),
    PENSION_MISC_INCOME("pensionMiscIncomeYen", "0200000510", "公的年金等雑所得", false),
    OTHER_INCOME("otherIncomeYen", "0200000520", "その他の総所得金額等", false),
    DEPENDANTS("dependants", "0200000530", "扶養親族等の数", false),
    ELDERLY_DEPENDANTS("elderlyDependants", "0200000540", "老人扶養親族の数", false),
    SPECIFIC_DEPENDANTS("specificDependants", "0200000550", "特定扶養親族の数", false),
    DEPENDANTS_16_TO_18("dependants16to18", "0200000560", "16歳以上19歳未満の控除対象扶養親族の数", false),
    ELDERLY_SPOUSE("elderlySpouse", "0200000570", "70歳以上の同一生計配偶者", true),
    CASUALTY_LOSS("casualtyLossYen", "0200000580", "雑損控除額", false),
    MEDICAL_EXPENSES("medicalExpensesYen", "0200000590", "医療費控除額", false),
    SMALL_BUSINESS_MUTUAL_AID("smallBusinessMutualAidYen", "0200000600", "小規模企業共済等掛金控除額", false),
    SPOUSE_SPECIAL_DEDUCTION("spouseSpecialDeductionYen", "0200000610", "配偶者特別控除額", false),
    SPECIFIC_RELATIVE_SPECIAL_DEDUCTION("specificRelativeSpecialDeductionYen", "0200000620", "特定親族特別控除額", false),
    DISABLED_PERSONS("disabledPersons", "0200000630", "障害者控除の人数", false),
    SPECIALLY_DISABLED_PERSONS("speciallyDisabledPersons", "0200000640", "特別障害者控除の人数", false),
    WORKING_STUDENT("workingStudent", "0200000650", "勤労学生", true),
    WIDOW("widow", "0200000660", "寡婦", true),
    SINGLE_PARENT("singleParent", "0200000670", "ひとり親", true);

    private final String field;
    private final String itemCd;
    private final String itemName;
    private final boolean flag;

    TaxDetailItem(String field, String itemCd, String itemName, boolean flag) {
        this.field = field;
        this.itemCd = itemCd;
        this.itemName = itemName;
        this.flag = flag;
    }

    public String itemCd() {
        return itemCd;
    }

    public String itemName() {
        return itemName;
    }

    static Map<TaxDetailItem, String> values(Map<String, JsonNode> fields) {
        Map<TaxDetailItem, String> values = new EnumMap<>(TaxDetailItem.class);
        fields.forEach((name, value) -> {
            TaxDetailItem item = named(name);
            values.put(item, item.text(value));
        });
        return values;
    }

    private static TaxDetailItem named(String field) {
        for (TaxDetailItem item : values()) {
            if (item.field.equals(field)) {
                return item;
            }
        }
        throw new Rows.BadData("detail: unknown field " + field);
    }

    private String text(JsonNode value) {
        Rows.require(flag ? value.isBoolean() : value.isIntegralNumber(),
                "detail." + field + " must be a " + (flag ? "boolean" : "number"));
        return flag ? value.booleanValue() ? "1" : "0" : Long.toString(value.longValue());
    }
}
