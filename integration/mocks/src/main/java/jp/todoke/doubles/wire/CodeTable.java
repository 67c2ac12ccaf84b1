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

/** A dated code table of specs/codes: rows by column name, each with applies_from and applies_to. */
public final class CodeTable {

    private final List<Map<String, String>> rows = new ArrayList<>();

    public CodeTable(String name) {
        String resource = "specs/codes/" + name;
        try (InputStream csv = CodeTable.class.getClassLoader().getResourceAsStream(resource)) {
            List<String> lines = new String(Objects.requireNonNull(csv, resource).readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            String[] columns = lines.getFirst().split(",");
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                Map<String, String> row = new HashMap<>();
                for (int i = 0; i < columns.length; i++) {
                    row.put(columns[i], cells[i]);
                }
                rows.add(row);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether a row in force on that day agrees with every wanted cell; an empty cell of the table agrees with anything. */
    public boolean allows(LocalDate day, Map<String, String> wanted) {
        return rows.stream().filter(row -> inForce(row, day))
                .anyMatch(row -> wanted.entrySet().stream()
                        .allMatch(cell -> agrees(Objects.requireNonNull(row.get(cell.getKey())), cell.getValue())));
    }

    private static boolean agrees(String cell, String wanted) {
        return cell.isEmpty() || cell.equals(wanted);
    }

    private static boolean inForce(Map<String, String> row, LocalDate day) {
        String to = Objects.requireNonNull(row.get("applies_to"));
        return !day.isBefore(LocalDate.parse(Objects.requireNonNull(row.get("applies_from"))))
                && (to.isEmpty() || !day.isAfter(LocalDate.parse(to)));
    }
}
