package jp.todoke.benefits.programmes.childallowance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The facts of all rows, for tests that ask something of every case there is. */
final class ScenarioTable {
    private ScenarioTable() {}

    record Row(String id, ChildAllowanceFacts facts) {}

    static List<Row> rows() {
        var stream = Objects.requireNonNull(ScenarioTable.class.getResourceAsStream("/law/child-allowance.scenarios.csv"));
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(ScenarioTable::cells).map(cells -> new Row(
                    cells.get(0), Scenario.facts(cells.subList(2, 8)))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Cells before the sentence never hold a comma or a quote; empty is absent. */
    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        for (String cell : line.split(",", -1)) {
            cells.add(cell.isEmpty() ? null : cell);
        }
        return cells;
    }
}
