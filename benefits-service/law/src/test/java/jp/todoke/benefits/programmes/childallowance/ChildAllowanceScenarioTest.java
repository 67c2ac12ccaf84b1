package jp.todoke.benefits.programmes.childallowance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.stream.Collectors;
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
    private static final YearMonth COVERED_FROM = YearMonth.of(2012, 4);

    private static final int FIRST_FACT = 2;
    private static final int FACTS = 6;

    @ParameterizedTest
    @CsvFileSource(resources = "/law/child-allowance.scenarios.csv", useHeadersInDisplayName = true, encoding = "UTF-8")
    void decidesAsTheTableSays(ArgumentsAccessor row) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < FACTS; i++) {
            cells.add(row.getString(FIRST_FACT + i));
        }
        ChildAllowanceFacts facts = Scenario.facts(cells);
        YearMonth month = YearMonth.parse(row.getString(8));
        if (row.getString(9).equals("NO_PARAMETER")) {
            var refusal = assertThrows(ParameterMissing.class, () -> RULES.decide(facts, month, month, Tracing.ON));
            assertEquals(row.getString(13), refusal.parameter());
            return;
        }

        Decision decision = RULES.decide(facts, COVERED_FROM, Scenario.later(month, row.getString(12)), Tracing.ON);

        Decision.Month decided = decision.months().stream().filter(m -> m.month().equals(month)).findFirst().orElseThrow();
        assertAll(
                () -> assertEquals(row.getString(9), decided.outcome().name()),
                () -> assertEquals(row.getLong(10), decided.yen() == null ? null : Long.valueOf(decided.yen().value())),
                () -> assertEquals(row.getString(11), row.getString(11) == null ? null : children(decided)),
                () -> assertEquals(row.getString(13), decided.reasons().isEmpty() ? null : decided.reasons().getFirst().code()),
                () -> assertEquals(row.getString(14), row.getString(14) == null ? null : said(decision)),
                () -> assertEquals(row.getString(12), row.getString(12) == null ? null : paid(decision, row.getString(12))));
    }

    /** The children that have a place, each with its yen and place. */
    private static String children(Decision.Month month) {
        return month.children().stream()
                .filter(child -> child.rank() != null)
                .map(child -> child.id() + "=" + child.yen().value() + "/" + child.rank())
                .collect(Collectors.joining(" "));
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
