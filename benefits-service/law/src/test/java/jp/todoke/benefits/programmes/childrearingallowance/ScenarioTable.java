package jp.todoke.benefits.programmes.childrearingallowance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The rows of the law's table; an empty cell is absent. */
final class ScenarioTable {
    private static final List<String> HEADER = List.of(
            "id", "article", "claimant", "claims", "household", "endings", "supporters", "pensions", "month", "outcome", "yen", "stages",
            "children", "payments", "reason", "claim", "sentence", "source");

    private ScenarioTable() {}

    /** {@code payments} names the period asked about and every payment of it. */
    record Row(
            String id, ChildRearingAllowanceFacts facts, YearMonth month, String outcome, String yen, Details details, String source) {
        @Override
        public String toString() {
            return id + " " + details.sentence();
        }

        boolean isRefused() {
            return outcome.equals("NO_PARAMETER") || outcome.equals("IMPOSSIBLE");
        }

        YearMonth from() {
            return details.payments == null ? month : YearMonth.parse(details.payments.substring(0, 7));
        }

        YearMonth to() {
            return details.payments == null ? month : YearMonth.parse(details.payments.substring(9, 16));
        }
    }

    record Details(String stages, String children, String payments, String reason, String claim, String sentence) {}

    static List<Row> rows() {
        var stream = Objects.requireNonNull(ScenarioTable.class.getResourceAsStream("/law/child-rearing-allowance.scenarios.csv"));
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            List<String> lines = reader.lines().toList();
            if (!List.of(lines.getFirst().split(",")).equals(HEADER)) {
                throw new IllegalStateException("the columns of the table are " + HEADER);
            }
            return lines.stream().skip(1).map(ScenarioTable::row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Rows whose facts can be decided on. */
    static List<Row> decided() {
        return rows().stream().filter(row -> !row.isRefused()).toList();
    }

    private static Row row(String line) {
        List<String> cells = cells(line);
        return new Row(
                cells.get(0),
                Scenario.facts(cells.get(2), cells.get(3), cells.get(4), cells.get(5), cells.get(6), cells.get(7)),
                YearMonth.parse(cells.get(8)), cells.get(9), cells.get(10),
                new Details(cells.get(11), cells.get(12), cells.get(13), cells.get(14), cells.get(15), cells.get(16)),
                cells.get(17));
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (char letter : (line + ",").toCharArray()) {
            if (letter == '"') {
                quoted = !quoted;
            } else if (letter == ',' && !quoted) {
                cells.add(cell.isEmpty() ? null : cell.toString());
                cell.setLength(0);
            } else {
                cell.append(letter);
            }
        }
        if (cells.size() != HEADER.size()) {
            throw new IllegalStateException(cells.size() + " cells: " + line);
        }
        return cells;
    }
}
