package jp.todoke.local.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A CSV text with a header line, read as rows of column → value; quotes as in RFC 4180, one row per line. */
final class CsvTable {
    private CsvTable() {}

    static List<Map<String, String>> read(String text) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        List<String> columns = cells(lines.getFirst());
        return lines.stream().skip(1).map(line -> row(columns, line)).toList();
    }

    private static Map<String, String> row(List<String> columns, String line) {
        List<String> cells = cells(line);
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException(cells.size() + " cells instead of " + columns.size() + " in the line " + line);
        }
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < columns.size(); i++) {
            row.put(columns.get(i), cells.get(i));
        }
        return row;
    }

    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean doubled = quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"';
            if (doubled) {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
