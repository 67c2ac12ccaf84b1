package jp.todoke.benefits.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final YearMonth MAY = YearMonth.of(2026, 5);
    private static final YearMonth JUNE = YearMonth.of(2026, 6);
    private static final YearMonth JULY = YearMonth.of(2026, 7);

    @Test
    void tellsAValueFromKnownNoneFromUnknown() {
        Timeline<String> timeline = Timeline.<String>unknown()
                .with(MonthRange.startingWith(JULY), Fact.none("届出"))
                .with(MonthRange.closed(MAY, MAY), Fact.known("在籍", "届出"));

        assertEquals(Fact.known("在籍", "届出"), timeline.at(MAY));
        assertInstanceOf(Fact.Unknown.class, timeline.at(JUNE));
        assertEquals(Fact.none("届出"), timeline.at(YearMonth.of(2030, 1)));
        assertEquals(List.of(MAY, JULY), timeline.segments().stream().map(segment -> segment.months().from()).toList());
    }

    @Test
    void refusesTwoAnswersForOneMonth() {
        Timeline<String> timeline = Timeline.<String>unknown().with(MonthRange.startingWith(JUNE), Fact.none("届出"));

        assertThrows(IllegalArgumentException.class, () -> timeline.with(MonthRange.closed(MAY, JULY), Fact.none("届出")));
    }

    @Test
    void aRangeNeverEndsBeforeItBegins() {
        assertThrows(IllegalArgumentException.class, () -> MonthRange.closed(JULY, MAY));
        assertThrows(IllegalStateException.class, () -> MonthRange.startingWith(JULY).months());
        assertEquals(List.of(MAY, JUNE, JULY), MonthRange.closed(MAY, JULY).months());
    }

    @Test
    void yenIsNeverNegative() {
        assertThrows(IllegalArgumentException.class, () -> Yen.of(-1));
        assertThrows(ArithmeticException.class, () -> Yen.of(Long.MAX_VALUE).plus(Yen.of(1)));
    }
}
