package jp.todoke.doubles.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A dated code table: rows by column name, each with applies_from and applies_to. */
public final class CodeTable {

    /** @param to null while it is open */
    private record Row(LocalDate from, @Nullable LocalDate to, Map<String, String> cells) {

        static Row of(Map<String, String> cells) {
            String to = Objects.requireNonNull(cells.get("applies_to"));
            return new Row(LocalDate.parse(Objects.requireNonNull(cells.get("applies_from"))), to.isEmpty() ? null : LocalDate.parse(to),
                    cells);
        }

        boolean inForce(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }

        boolean agrees(Map<String, String> wanted) {
            return wanted.entrySet().stream()
                    .allMatch(cell -> CodeTable.agrees(Objects.requireNonNull(cells.get(cell.getKey())), cell.getValue()));
        }
    }

    private final List<Row> rows = new ArrayList<>();

    /** @param name below specs/codes */
    public CodeTable(String name) {
        this(name, "specs/codes/");
    }

    /** A table of the doubles' own. */
    public static CodeTable builtin(String name) {
        return new CodeTable(name, "builtin/");
    }

    private CodeTable(String name, String place) {
        String resource = place + name;
        try (InputStream csv = CodeTable.class.getClassLoader().getResourceAsStream(resource)) {
            List<String> lines = new String(Objects.requireNonNull(csv, resource).readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            String[] columns = lines.getFirst().split(",");
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < columns.length; i++) {
                    row.put(columns[i], cells[i]);
                }
                rows.add(Row.of(row));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public List<Map<String, String>> rows() {
        return rows.stream().map(Row::cells).toList();
    }

    /** Whether a row in force on that day agrees with every wanted cell; an empty cell of the table agrees with anything. */
    public boolean allows(LocalDate day, Map<String, String> wanted) {
        return rows.stream().anyMatch(row -> row.inForce(day) && row.agrees(wanted));
    }

    private static boolean agrees(String cell, String wanted) {
        return cell.isEmpty() || cell.equals(wanted);
    }
}
