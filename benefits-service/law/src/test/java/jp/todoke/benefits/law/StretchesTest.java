package jp.todoke.benefits.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class StretchesTest {
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);

    @Test
    void eachWayToNameAChangeCutsAtItsOwnMonth() {
        Stretches stretches = Stretches.between(JANUARY, YearMonth.of(2027, 12))
                .changeWith(YearMonth.of(2026, 3))
                .changeWith(null)
                .changeAfter(YearMonth.of(2026, 3))
                .changeAfterMonthOf(LocalDate.parse("2026-12-31"))
                .changeEvery(Month.NOVEMBER);

        assertEquals(
                List.of("2026-01 2", "2026-03 1", "2026-04 7", "2026-11 2", "2027-01 10", "2027-11 2"),
                stretches.list().stream().map(stretch -> stretch.from() + " " + stretch.length()).toList());
    }

    @Test
    void aPeriodInReverseIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Stretches.between(JANUARY, JANUARY.minusMonths(1)));
    }

    @Test
    void manyChangesFit() {
        Stretches stretches = Stretches.between(JANUARY, JANUARY.plusMonths(99));
        for (int i = 0; i < 100; i++) {
            stretches.changeWith(JANUARY.plusMonths(99 - i));
        }

        assertEquals(100, stretches.list().size());
    }
}
