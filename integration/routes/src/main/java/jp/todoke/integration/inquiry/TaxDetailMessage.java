package jp.todoke.integration.inquiry;

import java.util.Map;
import jp.todoke.api.linkage.model.TaxDetail;
import jp.todoke.integration.inquiry.Information.TaxItem;
import org.jspecify.annotations.Nullable;

/** {@code TaxDetail} of specs/linkage. */
final class TaxDetailMessage {
    private TaxDetailMessage() {}

    /** What was answered item by item; nothing when no item was. */
    static @Nullable TaxDetail of(Map<TaxItem, Long> items) {
        if (items.isEmpty()) {
            return null;
        }
        var detail = new TaxDetail();
        items.forEach((item, value) -> set(detail, item, value));
        return detail;
    }

    private static void set(TaxDetail detail, TaxItem item, long value) {
        switch (item) {
            case SALARY_INCOME -> detail.salaryIncomeYen(value);
            case PENSION_MISC_INCOME -> detail.pensionMiscIncomeYen(value);
            case OTHER_INCOME -> detail.otherIncomeYen(value);
            case DEPENDANTS -> detail.dependants(Math.toIntExact(value));
            case ELDERLY_DEPENDANTS -> detail.elderlyDependants(Math.toIntExact(value));
            case SPECIFIC_DEPENDANTS -> detail.specificDependants(Math.toIntExact(value));
            case DEPENDANTS_16_TO_18 -> detail.dependants16to18(Math.toIntExact(value));
            case ELDERLY_SPOUSE -> detail.elderlySpouse(value == 1);
            case CASUALTY_LOSS -> detail.casualtyLossYen(value);
            case MEDICAL_EXPENSES -> detail.medicalExpensesYen(value);
            case SMALL_BUSINESS_MUTUAL_AID -> detail.smallBusinessMutualAidYen(value);
            case SPOUSE_SPECIAL_DEDUCTION -> detail.spouseSpecialDeductionYen(value);
            case SPECIFIC_RELATIVE_SPECIAL_DEDUCTION -> detail.specificRelativeSpecialDeductionYen(value);
            case DISABLED_PERSONS -> detail.disabledPersons(Math.toIntExact(value));
            case SPECIALLY_DISABLED_PERSONS -> detail.speciallyDisabledPersons(Math.toIntExact(value));
            case WORKING_STUDENT -> detail.workingStudent(value == 1);
            case WIDOW -> detail.widow(value == 1);
            case SINGLE_PARENT -> detail.singleParent(value == 1);
        }
    }
}
