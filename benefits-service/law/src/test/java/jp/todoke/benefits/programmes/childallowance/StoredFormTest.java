package jp.todoke.benefits.programmes.childallowance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Facts of every kind, stored and read back; some rows of the table, so that it stays quick where it runs against every changed rule. */
class StoredFormTest {
    private static final int STEP = 12;

    static Stream<ScenarioTable.Row> rows() {
        List<ScenarioTable.Row> all = ScenarioTable.rows();
        return IntStream.range(0, all.size()).filter(i -> i % STEP == 0).mapToObj(all::get);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whatIsReadBackIsWhatWasStored(ScenarioTable.Row row) {
        assertEquals(row.facts(), ChildAllowanceFacts.fromMap(new TreeMap<>(row.facts().toMap())));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void aFieldThatIsMissingIsRefusedByItsName(ScenarioTable.Row row) {
        for (String field : row.facts().toMap().keySet()) {
            Map<String, Object> stored = new TreeMap<>(row.facts().toMap());
            stored.remove(field);

            var refusal = assertThrows(IllegalArgumentException.class, () -> ChildAllowanceFacts.fromMap(stored));

            assertEquals("stored facts: " + field + " is missing or of the wrong kind", refusal.getMessage());
        }
    }
}
