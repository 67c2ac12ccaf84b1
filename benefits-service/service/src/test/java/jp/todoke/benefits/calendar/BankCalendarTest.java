package jp.todoke.benefits.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BankCalendarTest {
    private final BankCalendar banks = new BankCalendar(Holidays.published());

    @ParameterizedTest(name = "事故-20 {0} {1}: paid on {2}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            day,        what,                    onOrBefore
            2027-02-10, ordinary Wednesday,      2027-02-10
            2027-02-11, 建国記念の日,            2027-02-10
            2027-02-14, Sunday,                  2027-02-12
            2026-11-23, 勤労感謝の日 on a Monday, 2026-11-20
            2026-12-30, last open day,           2026-12-30
            2026-12-31, year end,                2026-12-30
            2027-01-03, Sunday after New Year,   2026-12-30
            2027-01-04, first open day,          2027-01-04
            2027-03-22, substitute holiday,      2027-03-19
            2026-09-22, between two holidays,    2026-09-18
            2019-05-06, the ten days of 2019,    2019-04-26
            """)
    void bringsAPaymentForwardToTheBusinessDayBefore(LocalDate day, String what, LocalDate onOrBefore) {
        assertThat(banks.onOrBefore(day)).as(what).isEqualTo(onOrBefore);
        assertThat(banks.isBusinessDay(day)).as(what).isEqualTo(day.equals(onOrBefore));
    }

    @Test
    void refusesAYearThatTheListDoesNotCover() {
        assertThatThrownBy(() -> banks.isBusinessDay(LocalDate.of(2051, 2, 10))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knowsTheNameOfAHoliday() {
        assertThat(Holidays.published().nameOf(LocalDate.of(2027, 2, 11))).contains("建国記念の日");
        assertThat(Holidays.published().days()).hasSize(1329);
    }
}
