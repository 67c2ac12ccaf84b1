package jp.todoke.benefits.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;

/** 銀行営業日（銀行法施行令第5条） — banks are closed on Saturdays, Sundays, national holidays and from 31 December to 3 January. */
public final class BankCalendar {
    private static final MonthDay YEAR_END_FROM = MonthDay.of(12, 31);
    private static final MonthDay YEAR_START_UNTIL = MonthDay.of(1, 3);

    private final Holidays holidays;

    public BankCalendar(Holidays holidays) {
        this.holidays = holidays;
    }

    public boolean isBusinessDay(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        MonthDay date = MonthDay.from(day);
        boolean turnOfYear = !date.isBefore(YEAR_END_FROM) || !date.isAfter(YEAR_START_UNTIL);
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !turnOfYear && !holidays.contains(day);
    }

    /** The day itself when banks are open, else the business day before it: a payment is brought forward, never put off. */
    public LocalDate onOrBefore(LocalDate day) {
        LocalDate open = day;
        while (!isBusinessDay(open)) {
            open = open.minusDays(1);
        }
        return open;
    }
}
