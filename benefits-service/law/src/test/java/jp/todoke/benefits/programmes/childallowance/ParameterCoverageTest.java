package jp.todoke.benefits.programmes.childallowance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
    private static final YearMonth FIRST = YearMonth.of(2012, 4);

    private static final YearMonth REFORM = YearMonth.of(2024, 10);
    private static final Set<String> ABOLISHED = Set.of(
            "middle_school", "primary_school_until_age", "middle_school_until_age", "special_benefit", "income_limit", "upper_income_limit",
            "income_limit_per_dependant", "income_limit_per_elderly_dependant", "income_year_begins_in", "uniform_deduction",
            "earned_income_deduction", "disabled_deduction", "specially_disabled_deduction", "working_student_deduction",
            "widow_deduction", "single_parent_deduction");

    static Stream<ParameterSeries<?>> series() {
        return PARAMETERS.all().stream();
    }

    /** From its first row on; what the table below abolishes has none afterwards. */
    @ParameterizedTest
    @MethodSource("series")
    void everyMonthHasExactlyOneRow(ParameterSeries<?> series) {
        List<? extends Parameter<?>> rows = series.rows();
        YearMonth end = ABOLISHED.contains(series.name()) ? REFORM : YearMonth.of(2040, 4);
        for (YearMonth month : new MonthRange(rows.getFirst().from(), end).months()) {
            Parameter<?> used = series.at(month);
            Parameter<?> expected = rows.stream().filter(row -> !row.from().isAfter(month)).reduce((_, later) -> later).orElseThrow();
            assertEquals(expected, used, series.name() + " " + month);
        }
        assertEquals(ABOLISHED.contains(series.name()), series.find(REFORM) == null, series.name());
        assertNull(series.find(rows.getFirst().from().minusMonths(1)), series.name());
    }

    /** Each month belongs to the former rules or to the reformed ones, with an income test where there was one. */
    @Test
    void everyMonthBelongsToOneRegime() {
        for (YearMonth month : MonthRange.closed(FIRST, YearMonth.of(2040, 3)).months()) {
            InForce rules = PARAMETERS.at(month);
            boolean former = month.isBefore(REFORM);
            assertEquals(former, rules.former() != null, month.toString());
            assertEquals(!former, rules.counting() != null, month.toString());
            assertEquals(former && !month.isBefore(YearMonth.of(2012, 6)), rules.limits() != null, month.toString());
            boolean upper = rules.limits() != null && rules.limits().upper() != null;
            assertEquals(former && !month.isBefore(YearMonth.of(2022, 6)), upper, month.toString());
        }
    }

    /** Changing any row here is a change of the law: the first month of every value, as the Acts of 2012, 2021 and 2024 fix them. */
    @Test
    void nothingChangesInAnyOtherMonth() {
        Set<YearMonth> changes = series().flatMap(one -> one.changes().stream()).collect(Collectors.toSet());

        assertEquals(
                Set.of(FIRST, YearMonth.of(2012, 6), YearMonth.of(2021, 6), YearMonth.of(2022, 6), REFORM), changes);
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
        var refusal = assertThrows(ParameterMissing.class, () -> PARAMETERS.at(YearMonth.of(2012, 3)));
        assertEquals("under_three", refusal.parameter());
        assertEquals(YearMonth.of(2012, 3), refusal.month());
    }

    @Test
    void theVersionNamesTheRulesAndTheContentOfTheFile() {
        assertTrue(PARAMETERS.ruleVersion().matches("child-allowance-\\d+\\+[0-9a-f]{12}"), PARAMETERS.ruleVersion());
    }
}
