package jp.todoke.integration.peers.chukan;

import java.util.EnumMap;
import java.util.Map;
import jp.todoke.integration.inquiry.Information;
import jp.todoke.integration.inquiry.Information.TaxItem;
import jp.todoke.integration.inquiry.LinkageAnswer;
import jp.todoke.peers.chukan.model.ResultItem;

/** 地方税関係情報. An item without a value is never a number. */
final class TaxItems {
    private static final String YEAR = "0200000010";
    private static final String DECLARED = "0200000020";
    private static final String TOTAL_INCOME = "0200000490";
    private static final String INCOME = "-?[0-9]{1,15}";
    private static final String DEDUCTION = "[0-9]{1,12}";
    private static final String PERSONS = "[0-9]{1,2}";
    private static final String FLAG = "[01]";
    private static final ItemValue NO = new ItemValue(DECLARED, "0");

    /** An item of the layout and what its value looks like. */
    private record Column(String itemCd, String form) {}

    private TaxItems() {}

    static LinkageAnswer answer(Items items, int askedYear, boolean detailed) {
        ItemValue year = items.obligatory(YEAR);
        ResultItem income = items.item(TOTAL_INCOME).orElseThrow(() -> new Items.Unreadable(TOTAL_INCOME));
        if (year.number("[0-9]{4}") != askedYear) {
            return new LinkageAnswer.AnotherPerson();
        }
        if (income.getUnsetReason() == ResultItem.UnsetReasonEnum.NOT_DECLARED || items.optional(DECLARED).filter(NO::equals).isPresent()) {
            return new LinkageAnswer.Undeclared();
        }
        return new LinkageAnswer.Provided(
                new Information.Tax(askedYear, items.obligatory(TOTAL_INCOME).number(INCOME), detailed ? detail(items) : Map.of()));
    }

    private static Map<TaxItem, Long> detail(Items items) {
        Map<TaxItem, Long> detail = new EnumMap<>(TaxItem.class);
        for (TaxItem item : TaxItem.values()) {
            Column column = column(item);
            items.optional(column.itemCd()).ifPresent(value -> detail.put(item, value.number(column.form())));
        }
        return detail;
    }

    private static Column column(TaxItem item) {
        return switch (item) {
            case SALARY_INCOME -> new Column("0200000500", INCOME);
            case PENSION_MISC_INCOME -> new Column("0200000510", INCOME);
            case OTHER_INCOME -> new Column("0200000520", INCOME);
            case DEPENDANTS -> new Column("0200000530", PERSONS);
            case ELDERLY_DEPENDANTS -> new Column("0200000540", PERSONS);
            case SPECIFIC_DEPENDANTS -> new Column("0200000550", PERSONS);
            case DEPENDANTS_16_TO_18 -> new Column("0200000560", PERSONS);
            case ELDERLY_SPOUSE -> new Column("0200000570", FLAG);
            case CASUALTY_LOSS -> new Column("0200000580", DEDUCTION);
            case MEDICAL_EXPENSES -> new Column("0200000590", DEDUCTION);
            case SMALL_BUSINESS_MUTUAL_AID -> new Column("0200000600", DEDUCTION);
            case SPOUSE_SPECIAL_DEDUCTION -> new Column("0200000610", DEDUCTION);
            case SPECIFIC_RELATIVE_SPECIAL_DEDUCTION -> new Column("0200000620", DEDUCTION);
            case DISABLED_PERSONS -> new Column("0200000630", PERSONS);
            case SPECIALLY_DISABLED_PERSONS -> new Column("0200000640", PERSONS);
            case WORKING_STUDENT -> new Column("0200000650", FLAG);
            case WIDOW -> new Column("0200000660", FLAG);
            case SINGLE_PARENT -> new Column("0200000670", FLAG);
        };
    }
}
