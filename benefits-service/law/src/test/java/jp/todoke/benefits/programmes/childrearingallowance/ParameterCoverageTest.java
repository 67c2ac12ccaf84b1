package jp.todoke.benefits.programmes.childrearingallowance;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import jp.todoke.benefits.law.MonthRange;
import jp.todoke.benefits.law.Parameter;
import jp.todoke.benefits.law.ParameterFile;
import jp.todoke.benefits.law.ParameterMissing;
import jp.todoke.benefits.law.ParameterSeries;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.benefits.law.Yen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every month has one value of every parameter, the coefficients fit the amounts, and every row is cited. */
class ParameterCoverageTest {
    private static final ParameterFile FILE = ParameterFile.load(ChildRearingAllowance.class, ChildRearingAllowanceParameters.RESOURCE);
    private static final RuleMonths RULES = RuleMonths.of(FILE);
    private static final ChildRearingAllowanceParameters PARAMETERS = RULES.parameters();
    private static final YearMonth FIRST = YearMonth.of(2010, 4);
    private static final List<YearMonth> MONTHS = MonthRange.closed(FIRST, YearMonth.of(2040, 3)).months();

    static Stream<ParameterSeries<?>> series() {
        return PARAMETERS.all().stream();
    }

    static Stream<ParameterSeries<?>> fromTheStart() {
        return PARAMETERS.fromTheStart().stream();
    }

    @ParameterizedTest
    @MethodSource("fromTheStart")
    void everyMonthHasExactlyOneRow(ParameterSeries<?> series) {
        assertEquals(FIRST, series.rows().getFirst().from());
        for (YearMonth month : MONTHS) {
            Parameter<?> expected = series.rows().stream().filter(row -> !row.from().isAfter(month)).reduce((_, later) -> later)
                    .orElseThrow();
            assertEquals(expected, series.at(month), series.name() + " " + month);
        }
    }

    @Test
    void whatCameLaterIsInForceFromItsMonthOn() {
        assertThrows(ParameterMissing.class, () -> RULES.requireFather(YearMonth.of(2010, 7)));
        assertDoesNotThrow(() -> RULES.requireFather(YearMonth.of(2010, 8)));
        YearMonth last = YearMonth.of(2014, 11);
        assertEquals(last, assertThrows(ParameterMissing.class, () -> RULES.at(last).pensions(last)).month());
        PARAMETERS.all().stream().filter(series -> series.name().matches("(pension|disability)_.*")).forEach(series -> assertEquals(
                YearMonth.of(2014, 12), series.rows().getFirst().from(), series.name()));
    }

    @Test
    void theMonthsOfTheRulesAreTheRowsOfTheTable() {
        for (YearMonth month : MONTHS) {
            assertEquals(InForce.at(month, PARAMETERS), RULES.nearest(month), month.toString());
        }
    }

    @Test
    void noAmountIsInForceAfterTheLastFiscalYearFixedByOrder() {
        YearMonth last = YearMonth.of(2027, 3);
        assertDoesNotThrow(() -> RULES.at(last));
        var refusal = assertThrows(ParameterMissing.class, () -> RULES.at(last.plusMonths(1)));
        assertEquals("full_first 2027-04", refusal.parameter() + " " + refusal.month());
        assertDoesNotThrow(() -> RULES.untilRevised().at(last.plusMonths(1)));
    }

    @ParameterizedTest
    @MethodSource("series")
    void everyRowIsCitedFromAnImplementedArticleAndWasRecordedAfterPromulgationAndChecked(ParameterSeries<?> series) {
        for (Parameter<?> row : series.rows()) {
            Parameter.Provenance provenance = row.provenance();
            assertTrue(Provisions.ALL.contains(row.article()), series.name() + " " + row.article());
            assertTrue(provenance.source().startsWith("https://laws.e-gov.go.jp/law/336"), series.name());
            assertFalse(provenance.recorded().isBefore(provenance.promulgated()), series.name());
            assertFalse(provenance.checked().isBefore(provenance.promulgated()), series.name());
        }
    }

    @Test
    void everyCoefficientFitsItsAmountsAndLimits() {
        assertDoesNotThrow(RULES::requireCoefficientIdentity);
        long checked = PARAMETERS.amounts().coefficient().first().rows().size();
        assertEquals(18, checked);
    }

    /** An amount revised without its coefficient is refused: incidents of 2019 and 2025 paid by the year before. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aCoefficientOfAnotherYearIsRefused(int place) {
        var right = PARAMETERS.amounts().coefficient();
        YearMonth revised = YearMonth.of(2026, 4);
        var stale = new ChildRearingAllowanceParameters.ByPlace<>(
                place == 0 ? without(right.first(), revised) : right.first(),
                place == 1 ? without(right.second(), revised) : right.second(),
                place == 2 ? without(right.further(), revised) : right.further());

        var refusal = assertThrows(IllegalStateException.class, () -> CoefficientIdentity.require(RULES.changes(), with(stale)));

        assertEquals(right.in(place).name() + " of 2026-04 does not fit its amounts and limits", refusal.getMessage());
    }

    /** It gives the smallest amount all the same: only the slope tells. */
    @ParameterizedTest
    @ValueSource(strings = {"0.0264028", "0.0264030"})
    void aCoefficientOffByItsLastDecimalIsRefused(String wrong) {
        var right = PARAMETERS.amounts().coefficient();
        Parameter<Coefficient> last = right.first().rows().getLast();
        var rows = new ArrayList<>(without(right.first(), last.from()).rows());
        rows.add(new Parameter<>(last.name(), Coefficient.parse(wrong), last.from(), last.article(), last.provenance()));
        var off = new ChildRearingAllowanceParameters.ByPlace<>(
                ParameterSeries.of(right.first().name(), rows), right.second(), right.further());

        assertThrows(IllegalStateException.class, () -> CoefficientIdentity.require(RULES.changes(), with(off)));
    }

    private static ChildRearingAllowanceParameters with(
            ChildRearingAllowanceParameters.ByPlace<ParameterSeries<Coefficient>> coefficients) {
        var amounts = PARAMETERS.amounts();
        return new ChildRearingAllowanceParameters(
                new ChildRearingAllowanceParameters.Amounts(
                        amounts.full(), amounts.minimum(), coefficients, amounts.step(), amounts.roundingUnit(), amounts.fixedThrough()),
                PARAMETERS.limits(), PARAMETERS.incomes(), PARAMETERS.pensions(), PARAMETERS.halving(), PARAMETERS.requirements());
    }

    private static <T> ParameterSeries<T> without(ParameterSeries<T> series, YearMonth from) {
        return ParameterSeries.of(series.name(), series.rows().stream().filter(row -> !row.from().equals(from)).toList());
    }

    @Test
    void theSecondListOfAmountsAgrees() {
        Object[][] second = {
                {"2022-04", 43_070, 10_160, "0.023007", 10_170, 5_090, "0.0035455", 6_100, 3_050, "0.0021259"},
                {"2023-04", 44_140, 10_410, "0.0235804", 10_420, 5_210, "0.0036364", 6_250, 3_130, "0.0021748"},
                {"2024-04", 45_500, 10_740, "0.0243007", 10_750, 5_380, "0.0037483", 6_450, 3_230, "0.0022448"},
                {"2024-11", 45_500, 10_740, "0.025", 10_750, 5_380, "0.0038561", 10_750, 5_380, "0.0038561"},
                {"2025-04", 46_690, 11_010, "0.0256619", 11_030, 5_520, "0.0039568", 11_030, 5_520, "0.0039568"},
                {"2026-04", 48_050, 11_340, "0.0264029", 11_350, 5_680, "0.0040719", 11_350, 5_680, "0.0040719"}};
        for (Object[] row : second) {
            YearMonth month = YearMonth.parse((String) row[0]);
            for (int place = 0; place < 3; place++) {
                assertEquals(yen(row[1 + 3 * place]), PARAMETERS.amounts().full().in(place).at(month).value());
                assertEquals(yen(row[2 + 3 * place]), PARAMETERS.amounts().minimum().in(place).at(month).value());
                assertEquals(row[3 + 3 * place], PARAMETERS.amounts().coefficient().in(place).at(month).value().toString());
            }
        }
    }

    private static Yen yen(Object value) {
        return Yen.of((Integer) value);
    }

    @Test
    void aTableNotYetRecordedAnswersNothing() {
        ChildRearingAllowance before = ChildRearingAllowance.load().asKnownOn(LocalDate.parse("2026-11-21"));
        ChildRearingAllowance after = ChildRearingAllowance.load().asKnownOn(LocalDate.parse("2026-11-22"));
        ScenarioTable.Row row = ScenarioTable.decided().getFirst();

        var refusal = assertThrows(ParameterMissing.class,
                () -> before.decide(row.facts(), row.from(), row.to(), Tracing.OFF));

        assertEquals("full_first", refusal.parameter());
        assertEquals(ChildRearingAllowance.load().ruleVersion(), after.ruleVersion());
    }

    @Test
    void theVersionNamesTheRulesAndTheContentOfTheFile() {
        String version = ChildRearingAllowance.load().ruleVersion();
        assertTrue(version.matches("child-rearing-allowance-\\d+\\+[0-9a-f]{12}"), version);
    }

    @Test
    void paymentMonthsOfEveryYearAsTheyWere() {
        ChildRearingAllowance rules = ChildRearingAllowance.load();
        assertEquals(List.of(4, 8, 12), payMonths(rules, 2018));
        assertEquals(List.of(4, 8, 11), payMonths(rules, 2019));
        assertEquals(List.of(1, 3, 5, 7, 9, 11), payMonths(rules, 2020));
    }

    private static List<Integer> payMonths(ChildRearingAllowance rules, int year) {
        return Stream.iterate(1, month -> month + 1).limit(12).filter(month -> rules.isPaymentMonth(YearMonth.of(year, month))).toList();
    }
}
