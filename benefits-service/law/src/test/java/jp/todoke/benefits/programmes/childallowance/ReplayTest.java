package jp.todoke.benefits.programmes.childallowance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Tracing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is stored with a decision gives the same decision and the same trace again. */
class ReplayTest {
    private static final YearMonth FROM = YearMonth.of(2012, 4);
    private static final YearMonth TO = YearMonth.of(2028, 6);

    static Stream<ScenarioTable.Row> rows() {
        return ScenarioTable.rows().stream();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void storedFactsGiveTheSameDecisionAndTrace(ScenarioTable.Row row) {
        Map<String, Object> stored = row.facts().toMap();

        ChildAllowanceFacts read = ChildAllowanceFacts.fromMap(new TreeMap<>(stored));

        assertEquals(row.facts(), read);
        assertEquals(decide(row.facts()).toMap().toString(), decide(read).toMap().toString());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void thePlainFormHoldsNothingButMapsListsTextsNumbersAndFlags(ScenarioTable.Row row) {
        assertPlain(row.facts().toMap());
        assertPlain(decide(row.facts()).toMap());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void everyTraceNamedByAMonthIsThereAndEndsInAResult(ScenarioTable.Row row) {
        Decision decision = decide(row.facts());

        decision.months().stream()
                .flatMap(month -> Stream.concat(Stream.ofNullable(month.traceId()),
                        month.children().stream().map(Decision.ChildMonth::traceId)))
                .forEach(id -> assertTrue(decision.traces().containsKey(id), id));
        decision.traces().values()
                .forEach(trace -> assertTrue(!trace.result().isBlank() && !trace.article().toString().isBlank(), trace.question()));
    }

    @Test
    void aStoredFormWithAWrongFieldIsRefusedByTheFieldsNameOnly() {
        Map<String, Object> stored = new TreeMap<>(ScenarioTable.rows().getFirst().facts().toMap());
        stored.put("claims", "2026-11-16");

        var refusal = assertThrows(IllegalArgumentException.class, () -> ChildAllowanceFacts.fromMap(stored));

        assertEquals("stored facts: claims is missing or of the wrong kind", refusal.getMessage());
    }

    private static Decision decide(ChildAllowanceFacts facts) {
        return ChildAllowance.load().decide(facts, FROM, TO, Tracing.ON);
    }

    private static void assertPlain(Object value) {
        switch (value) {
            case null -> {
            }
            case String _,Long _,Boolean _ -> {
            }
            case List<?> list -> list.forEach(ReplayTest::assertPlain);
            case Map<?, ?> map -> map.forEach((key, entry) -> {
                assertTrue(key instanceof String);
                assertPlain(entry);
            });
            default -> throw new AssertionError(value.getClass());
        }
    }
}
