package jp.todoke.benefits.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A scenario table with a head line; a cell with commas stands in quotes, unless it is the last. */
final class Csv {
    private Csv() {}

    static List<Map<String, String>> rows(Path file) {
        try {
            List<String> lines = Files.readAllLines(file).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
            List<String> names = List.of(lines.getFirst().split(","));
            var rows = new ArrayList<Map<String, String>>();
            for (String line : lines.subList(1, lines.size())) {
                List<String> cells = cells(line, names.size());
                var row = new LinkedHashMap<String, String>();
                for (int i = 0; i < names.size(); i++) {
                    row.put(names.get(i), i < cells.size() ? cells.get(i) : "");
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(String line, int columns) {
        var cells = new ArrayList<String>();
        String rest = line;
        while (cells.size() < columns && !rest.isEmpty()) {
            boolean quoted = rest.startsWith("\"");
            int end = quoted ? rest.indexOf("\"", 1) : cells.size() == columns - 1 ? rest.length() : rest.indexOf(',');
            if (end < 0) {
                end = rest.length();
            }
            cells.add(rest.substring(quoted ? 1 : 0, end));
            rest = rest.substring(Math.min(rest.length(), end + (quoted ? 2 : 1)));
        }
        return cells;
    }
}
