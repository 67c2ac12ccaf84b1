package jp.todoke.benefits.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table on the class path: CSV with a header, no quotes, empty cells as empty strings. A broken row stops the start, not a decision. */
public final class Table {
    private Table() {}

    public static List<Map<String, String>> read(String resource) {
        try (InputStream in = Table.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not on the class path");
            }
            List<String> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines()
                    .filter(line -> !line.startsWith("#")).toList();
            String[] names = lines.getFirst().split(",", -1);
            List<Map<String, String>> rows = new ArrayList<>();
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.split(",", -1);
                if (cells.length != names.length) {
                    throw new IllegalStateException(resource + " row " + (rows.size() + 1) + " has " + cells.length + " cells");
                }
                Map<String, String> row = new HashMap<>();
                for (int index = 0; index < names.length; index++) {
                    row.put(names[index], cells[index].strip());
                }
                rows.add(Map.copyOf(row));
            }
            return List.copyOf(rows);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
