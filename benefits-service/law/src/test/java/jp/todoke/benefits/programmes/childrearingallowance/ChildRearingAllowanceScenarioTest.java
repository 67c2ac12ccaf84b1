package jp.todoke.benefits.programmes.childrearingallowance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Collectors;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.ImpossibleFacts;
import jp.todoke.benefits.law.Outcome;
import jp.todoke.benefits.law.ParameterMissing;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.Tracing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The law's own table: an amendment adds rows there and changes nothing here. */
class ChildRearingAllowanceScenarioTest {
    private static final ChildRearingAllowance RULES = ChildRearingAllowance.load();

    static List<ScenarioTable.Row> rows() {
        return ScenarioTable.rows();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void decidesAsTheTableSays(ScenarioTable.Row row) {
        assertFalse(row.source().isBlank());
        switch (row.outcome()) {
            case "NO_PARAMETER" -> {
                var refusal = assertThrows(ParameterMissing.class, () -> decide(row));
                assertEquals(row.details().reason(), refusal.parameter() + " " + refusal.month());
            }
            case "IMPOSSIBLE" -> {
                var refusal = assertThrows(ImpossibleFacts.class, () -> decide(row));
                assertEquals(row.details().reason(), joined(refusal.problems().stream().map(ImpossibleFacts.Problem::pointer).toList()));
            }
            default -> assertDecided(row, decide(row));
        }
    }

    private static void assertDecided(ScenarioTable.Row row, Decision decision) {
        Decision.Month month = decision.months().stream().filter(one -> one.month().equals(row.month())).findFirst().orElseThrow();
        ScenarioTable.Details expected = row.details();
        assertAll(
                () -> assertEquals(row.outcome(), month.outcome().name()),
                () -> assertEquals(row.yen(), month.yen() == null ? null : String.valueOf(month.yen().value())),
                () -> assertEquals(expected.reason(), month.reasons().isEmpty()
                        ? null
                        : joined(month.reasons().stream().map(Reason::code).toList())),
                () -> assertEquals(expected.stages(), expected.stages() == null ? null : stages(month)),
                () -> assertEquals(expected.children(), expected.children() == null ? null : children(month)),
                () -> assertEquals(expected.claim(), expected.claim() == null ? null : said(decision)),
                () -> assertEquals(expected.payments(), expected.payments() == null
                        ? null
                        : expected.payments().substring(0, 16) + paid(decision)));
    }

    private static Decision decide(ScenarioTable.Row row) {
        return RULES.decide(row.facts(), row.from(), row.to(), Tracing.OFF);
    }

    private static String stages(Decision.Month month) {
        return month.stages().stream().map(stage -> String.valueOf(stage.yen().value())).collect(Collectors.joining("/"));
    }

    private static String children(Decision.Month month) {
        return joined(month.children().stream()
                .map(child -> child.id() + "=" + (child.rank() == null ? child.outcome().name() : child.yen().value() + "#" + child.rank()))
                .toList());
    }

    private static String paid(Decision decision) {
        return decision.payments().stream()
                .map(payment -> " " + payment.payMonth() + "=" + payment.yen().value() + "x" + payment.covers().size())
                .collect(Collectors.joining());
    }

    private static String said(Decision decision) {
        return switch (decision.overall().orElseThrow().outcome()) {
            case Outcome.Granted<?>(Object from, _) -> "GRANTED " + from;
            case Outcome.Refused<?> refused -> "REFUSED " + joined(refused.reasons().stream().map(Reason::code).toList());
            case Outcome.Suspended<?> suspended -> "SUSPENDED " + joined(suspended.reasons().stream().map(Reason::code).toList());
            case Outcome.ReferToOfficer<?> open -> "REFER " + joined(open.reasons().stream().map(Reason::code).toList());
        };
    }

    private static String joined(List<String> words) {
        return String.join(" ", words);
    }
}
