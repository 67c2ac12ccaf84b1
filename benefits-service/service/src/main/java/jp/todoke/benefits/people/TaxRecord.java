package jp.todoke.benefits.people;

/** 個人住民税 of one person and year as the own tax office says: not declared and not recorded are two things, and neither is an income of zero. */
public sealed interface TaxRecord {
    /** @param totalIncomeYen 合計所得金額 (円) */
    record Declared(long totalIncomeYen) implements TaxRecord {}

    /** 未申告. */
    record Undeclared() implements TaxRecord {}

    /** The feed holds nothing about this person and year. */
    record Absent() implements TaxRecord {}
}
