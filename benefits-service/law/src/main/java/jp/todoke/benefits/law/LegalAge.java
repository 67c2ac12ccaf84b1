package jp.todoke.benefits.law;

import java.time.LocalDate;
import java.time.Month;

/** 年齢計算ニ関スル法律・民法第143条 — the day on which a person attains an age, and the school year that ends on or after it. */
public final class LegalAge {
    public static final Article LAW = new Article("年齢計算ニ関スル法律", "");
    private static final int LEAP_DAY = 29;
    private static final int LAST_OF_MARCH = 31;

    private LegalAge() {}

    /**
     * The last day of the period of {@code years}, counted from the birthday: the day before the anniversary. Where February has no 29th
     * the period ends on the last day of February (民法第143条第2項但書), so the day before "28 February" would be one day early.
     */
    public static LocalDate attained(LocalDate birth, int years) {
        LocalDate anniversary = birth.plusYears(years);
        boolean leapDayLost = birth.getDayOfMonth() == LEAP_DAY && birth.getMonth() == Month.FEBRUARY && !anniversary.isLeapYear();
        return leapDayLost ? anniversary : anniversary.minusDays(1);
    }

    /** n歳に達する日以後の最初の3月31日; born on 1 April, the age is attained on 31 March and the year ends that very day. */
    public static LocalDate schoolYearEnd(LocalDate birth, int years) {
        LocalDate attained = attained(birth, years);
        boolean after = attained.getMonthValue() > Month.MARCH.getValue();
        return LocalDate.of(attained.getYear() + (after ? 1 : 0), Month.MARCH, LAST_OF_MARCH);
    }
}
