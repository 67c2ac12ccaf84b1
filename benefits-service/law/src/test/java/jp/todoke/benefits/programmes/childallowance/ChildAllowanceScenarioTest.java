package jp.todoke.benefits.programmes.childallowance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.YearMonth;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Outcome;
import jp.todoke.benefits.law.ParameterMissing;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.benefits.law.Yen;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The law's own table: an amendment adds rows there and changes nothing here. */
class ChildAllowanceScenarioTest {
    private static final ChildAllowance RULES = ChildAllowance.load();
    private static final YearMonth COVERED_FROM = YearMonth.of(2024, 10);

    @ParameterizedTest
    @CsvFileSource(resources = "/law/child-allowance.scenarios.csv", useHeadersInDisplayName = true, encoding = "UTF-8")
    void decidesAsTheTableSays(ArgumentsAccessor row) {
        ChildAllowanceFacts facts = Scenario.facts(row.getString(2), row.getString(3), row.getString(4), row.getString(5),
                row.getString(6));
        YearMonth month = YearMonth.parse(row.getString(7));
        if (row.getString(8).equals("NO_PARAMETER")) {
            assertEquals(row.getString(11),
                    assertThrows(ParameterMissing.class, () -> RULES.decide(facts, month, month, Tracing.ON)).parameter());
            return;
        }

        Decision decision = RULES.decide(facts, COVERED_FROM, Scenario.later(month, row.getString(10)), Tracing.ON);

        Decision.Month decided = decision.months().stream().filter(m -> m.month().equals(month)).findFirst()
                .orElseThrow();
        assertAll(
                () -> assertEquals(row.getString(8), decided.outcome().name()),
                () -> assertEquals(row.getLong(9), decided.yen() == null ? null : Long.valueOf(decided.yen().value())),
                () -> assertEquals(row.getString(11), decided.reasons().isEmpty() ? null : decided.reasons().getFirst().code()),
                () -> assertEquals(row.getString(12) == null ? null : row.getString(12), row.getString(12) == null ? null : said(decision)),
                () -> assertEquals(row.getString(10), row.getString(10) == null ? null : paid(decision, row.getString(10))));
    }

    private static String paid(Decision decision, String payment) {
        YearMonth payMonth = YearMonth.parse(payment.split("=")[0]);
        Yen sum = decision.payments().stream()
                .filter(paid -> paid.payMonth().equals(payMonth))
                .map(Decision.Payment::yen)
                .reduce(Yen.ZERO, Yen::plus);
        return payMonth + "=" + sum.value();
    }

    private static String said(Decision decision) {
        return switch (decision.overall().orElseThrow().outcome()) {
            case Outcome.Granted<YearMonth>(YearMonth from, _) -> "GRANTED " + from;
            case Outcome.Refused<YearMonth> refused -> "REFUSED " + refused.reasons().getFirst().code();
            case Outcome.Suspended<YearMonth> suspended -> "SUSPENDED " + suspended.reasons().getFirst().code();
            case Outcome.ReferToOfficer<YearMonth> open -> "REFER " + open.reasons().getFirst().code();
        };
    }
}
