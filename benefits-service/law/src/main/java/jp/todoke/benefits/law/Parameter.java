package jp.todoke.benefits.law;

import java.time.LocalDate;
import java.time.YearMonth;

/** 法定の値 — an amount, age, number of days or date the law fixes, with its first month, its provision and where it was read. */
public record Parameter<T>(String name, T value, YearMonth from, Article article, Provenance provenance) {
    /** {@code checked} is the last day on which the row was compared with the source. */
    public record Provenance(String amendedBy, LocalDate promulgated, LocalDate recorded, LocalDate checked, String source) {}
}
