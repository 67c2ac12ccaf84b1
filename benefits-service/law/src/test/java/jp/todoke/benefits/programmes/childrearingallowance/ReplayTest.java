package jp.todoke.benefits.programmes.childrearingallowance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Tracing;
import org.junit.jupiter.api.Test;

/** What is stored with a decision gives the same decision and the same trace again; without traces all else is the same. */
class ReplayTest {
    private static final ChildRearingAllowance RULES = ChildRearingAllowance.load();

    @Test
    void storedFactsGiveTheSameDecisionAndTrace() {
        for (ScenarioTable.Row row : ScenarioTable.decided()) {
            Map<String, Object> stored = row.facts().toMap();

            ChildRearingAllowanceFacts read = ChildRearingAllowanceFacts.fromMap(new TreeMap<>(stored));

            assertEquals(row.facts(), read, row.id());
            assertEquals(decide(row, row.facts()).toMap(), decide(row, read).toMap(), row.id());
            assertPlain(stored);
        }
    }

    @Test
    void everyTraceNamedIsThereAndEndsInAResult() {
        for (ScenarioTable.Row row : ScenarioTable.decided()) {
            Decision decision = decide(row, row.facts());

            decision.months().stream()
                    .flatMap(month -> Stream.concat(
                            Stream.ofNullable(month.traceId()), month.children().stream().map(Decision.ChildMonth::traceId)))
                    .forEach(id -> assertTrue(decision.traces().containsKey(id), row.id() + " " + id));
            decision.months().stream().filter(month -> month.outcome() != Decision.MonthOutcome.NOT_YET)
                    .forEach(month -> assertFalse(month.traceId() == null, row.id() + " " + month.month()));
            decision.traces().values().forEach(trace -> assertTrue(!trace.result().isBlank(), row.id() + " " + trace.question()));
            assertPlain(decision.toMap());
        }
    }

    @Test
    void withoutTracesNothingElseDiffers() {
        for (ScenarioTable.Row row : ScenarioTable.decided()) {
            Decision untraced = RULES.decide(row.facts(), row.from(), row.to(), Tracing.OFF);

            assertTrue(untraced.traces().isEmpty(), row.id());
            assertEquals(bare(decide(row, row.facts())), bare(untraced), row.id());
        }
    }

    @Test
    void aStoredFormWithAWrongFieldIsRefusedByTheFieldsNameOnly() {
        Map<String, Object> stored = new TreeMap<>(ScenarioTable.decided().getFirst().facts().toMap());
        stored.put("claims", "2026-11-16");

        var refusal = assertThrows(IllegalArgumentException.class, () -> ChildRearingAllowanceFacts.fromMap(stored));

        assertEquals("stored facts: claims is missing or of the wrong kind", refusal.getMessage());
    }

    private static String bare(Decision decision) {
        var map = new TreeMap<>(decision.toMap());
        map.remove("traces");
        return map.toString().replaceAll("trace=(t\\d+|null)", "");
    }

    private static Decision decide(ScenarioTable.Row row, ChildRearingAllowanceFacts facts) {
        return RULES.decide(facts, row.from(), row.to(), Tracing.ON);
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
