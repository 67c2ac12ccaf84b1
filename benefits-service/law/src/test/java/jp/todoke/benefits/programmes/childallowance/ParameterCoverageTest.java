package jp.todoke.benefits.programmes.childallowance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import jp.todoke.benefits.law.MonthRange;
import jp.todoke.benefits.law.Parameter;
import jp.todoke.benefits.law.ParameterMissing;
import jp.todoke.benefits.law.ParameterSeries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every month has one value of every parameter; it shows gaps and overlaps, not wrong amounts: those are the scenarios' part. */
class ParameterCoverageTest {
    private static final ChildAllowanceParameters PARAMETERS = ChildAllowanceParameters.load();
    private static final YearMonth FIRST = YearMonth.of(2024, 10);

    static Stream<ParameterSeries<?>> series() {
        return PARAMETERS.all().stream();
    }

    @ParameterizedTest
    @MethodSource("series")
    void everyMonthHasExactlyOneRow(ParameterSeries<?> series) {
        List<? extends Parameter<?>> rows = series.rows();
        for (YearMonth month : MonthRange.closed(FIRST, YearMonth.of(2040, 3)).months()) {
            Parameter<?> used = series.at(month);
            Parameter<?> expected = rows.stream().filter(row -> !row.from().isAfter(month)).reduce((_, later) -> later).orElseThrow();
            assertEquals(expected, used, series.name() + " " + month);
        }
    }

    @ParameterizedTest
    @MethodSource("series")
    void everyRowIsCitedAndWasRecordedAfterPromulgationAndChecked(ParameterSeries<?> series) {
        for (Parameter<?> row : series.rows()) {
            Parameter.Provenance provenance = row.provenance();
            assertFalse(row.article().law().isBlank());
            assertTrue(provenance.source().startsWith("https://laws.e-gov.go.jp/law/"), series.name());
            assertFalse(provenance.recorded().isBefore(provenance.promulgated()), series.name());
            assertFalse(provenance.checked().isBefore(provenance.promulgated()), series.name());
        }
    }

    @Test
    void noAmountIsInForceBeforeTheFirstCoveredMonth() {
        assertEquals(FIRST, PARAMETERS.firstMonth());
        var refusal = assertThrows(ParameterMissing.class, () -> PARAMETERS.rates().thirdAndLater().at(YearMonth.of(2024, 9)));
        assertEquals("third_and_later", refusal.parameter());
        assertEquals(YearMonth.of(2024, 9), refusal.month());
    }

    @Test
    void theVersionNamesTheRulesAndTheContentOfTheFile() {
        assertTrue(PARAMETERS.ruleVersion().matches("child-allowance-\\d+\\+[0-9a-f]{12}"), PARAMETERS.ruleVersion());
    }
}
