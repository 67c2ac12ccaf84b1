package jp.todoke.benefits.people;

import jp.todoke.benefits.taxes.TaxDetail;
import org.jspecify.annotations.Nullable;

/** 個人住民税 of one person and year as the own tax office says: not declared and not recorded are two things, and neither is an income of zero. */
public sealed interface TaxRecord {
    /**
     * 申告あり.
     *
     * @param totalIncomeYen 合計所得金額 (円)
     * @param detail 所得・控除の内訳; absent where the feed gives the total only
     */
    record Declared(long totalIncomeYen, @Nullable TaxDetail detail) implements TaxRecord {}

    /** 未申告. */
    record Undeclared() implements TaxRecord {}

    /** The feed holds nothing about this person and year. */
    record Absent() implements TaxRecord {}
}
