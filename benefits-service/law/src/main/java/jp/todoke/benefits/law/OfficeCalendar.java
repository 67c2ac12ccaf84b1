package jp.todoke.benefits.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * 市の休日（地方自治法第4条の2） — Saturdays, Sundays, the given holidays and, unless the given list already says all, 29 December to 3 January.
 * The holidays are handed in: the law asks no calendar service.
 */
public record OfficeCalendar(Set<LocalDate> holidays, boolean closedAtYearEnd) {
    public static final Article CLOSED_DAY_RULE = new Article("地方自治法", "第4条の2第4項");
    private static final int CLOSED_FROM_DECEMBER = 29;
    private static final int CLOSED_UNTIL_JANUARY = 3;

    public OfficeCalendar {
        holidays = Set.copyOf(holidays);
    }

    /** National holidays are given; the turn of the year is closed too. */
    public static OfficeCalendar ofNationalHolidays(Set<LocalDate> holidays) {
        return new OfficeCalendar(holidays, true);
    }

    /** The list replaces every default but the weekend. */
    public static OfficeCalendar ofExactly(Set<LocalDate> closedDays) {
        return new OfficeCalendar(closedDays, false);
    }

    public boolean isClosed(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY || holidays.contains(day) || isTurnOfYear(day);
    }

    /** The day itself when open, else the next open day. */
    public LocalDate openOnOrAfter(LocalDate day) {
        LocalDate open = day;
        while (isClosed(open)) {
            open = open.plusDays(1);
        }
        return open;
    }

    private boolean isTurnOfYear(LocalDate day) {
        return closedAtYearEnd && switch (day.getMonth()) {
            case DECEMBER -> day.getDayOfMonth() >= CLOSED_FROM_DECEMBER;
            case JANUARY -> day.getDayOfMonth() <= CLOSED_UNTIL_JANUARY;
            default -> false;
        };
    }
}
