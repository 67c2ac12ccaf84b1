package jp.todoke.benefits.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatutoryMonthTest {
    private static final Article ORDINARY = Article.parse("児童手当法第8条第2項");
    private static final Article RELIEF = Article.parse("児童手当法第8条第3項");
    private static final OfficeCalendar OFFICE = OfficeCalendar.ofNationalHolidays(Set.of(LocalDate.parse("2026-11-03")));

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            event,      lastDay
            2026-10-31, 2026-11-16
            2026-10-29, 2026-11-13
            2026-10-19, 2026-11-04
            2026-10-17, 2026-11-02
            2026-12-14, 2027-01-04
            """)
    void dayFifteenMovesPastClosedDays(LocalDate event, LocalDate lastDay) {
        assertEquals(lastDay, new StatutoryMonth.Relief(event, event, 15, OFFICE).lastDay());
    }

    @Test
    void aGivenListOfClosedDaysReplacesTheTurnOfTheYear() {
        OfficeCalendar exactly = OfficeCalendar.ofExactly(Set.of());

        assertEquals(LocalDate.parse("2026-12-29"), exactly.openOnOrAfter(LocalDate.parse("2026-12-29")));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            event,      received,   month,   article
            2026-10-31, 2026-11-16, 2026-11, 児童手当法第8条第3項
            2026-10-31, 2026-11-17, 2026-12, 児童手当法第8条第2項
            2026-11-05, 2026-11-30, 2026-12, 児童手当法第8条第2項
            2026-11-20, 2026-11-25, 2026-12, 児童手当法第8条第2項
            """)
    void reliefNeverDelaysAClaim(LocalDate event, LocalDate received, YearMonth month, String article) {
        var relief = new StatutoryMonth.Relief(event, event, 15, OFFICE);

        StatutoryMonth start = StatutoryMonth.afterClaimWithRelief(StatutoryMonth.afterClaim(received, ORDINARY), received, relief, RELIEF);

        assertEquals(month, start.month());
        assertEquals(article, start.article().toString());
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            month,   paidIn
            2026-12, 2027-02
            2027-01, 2027-02
            2027-02, 2027-04
            2026-10, 2026-12
            2026-11, 2026-12
            """)
    void aMonthIsPaidInTheNextPaymentMonth(YearMonth month, YearMonth paidIn) {
        var even = EnumSet.of(Month.FEBRUARY, Month.APRIL, Month.JUNE, Month.AUGUST, Month.OCTOBER, Month.DECEMBER);

        assertEquals(paidIn, StatutoryMonth.paymentOf(month, even, ORDINARY).month());
    }

    @Test
    void endsAndDecreasesFollowTheEvent() {
        LocalDate event = LocalDate.parse("2026-11-30");

        assertEquals(YearMonth.of(2026, 11), StatutoryMonth.throughEvent(event, ORDINARY).month());
        assertEquals(YearMonth.of(2026, 12), StatutoryMonth.decreaseAfterEvent(event, ORDINARY).month());
    }

    @Test
    void withoutAPaymentMonthNothingCanBePaid() {
        assertThrows(IllegalArgumentException.class, () -> StatutoryMonth.paymentOf(YearMonth.of(2026, 12), Set.of(), ORDINARY));
    }
}
