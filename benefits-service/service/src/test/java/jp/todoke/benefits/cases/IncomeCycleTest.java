package jp.todoke.benefits.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncomeCycleTest {
    @ParameterizedTest(name = "received {0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            received,   first,   last,    incomeYear, taxYear
            2026-11-16, 2026-12, 2027-10, 2025,       2026
            2026-10-01, 2026-11, 2027-10, 2025,       2026
            2026-09-30, 2026-10, 2026-10, 2024,       2025
            2026-12-31, 2027-01, 2027-10, 2025,       2026
            2027-02-01, 2027-03, 2027-10, 2025,       2026
            """)
    void runsFromNovemberToOctober(LocalDate received, YearMonth first, YearMonth last, int incomeYear, int taxYear) {
        IncomeCycle cycle = IncomeCycle.of(received);

        assertThat(cycle).isEqualTo(new IncomeCycle(first, last));
        assertThat(cycle.incomeYear()).isEqualTo(incomeYear);
        assertThat(cycle.taxYear()).isEqualTo(taxYear);
    }
}
