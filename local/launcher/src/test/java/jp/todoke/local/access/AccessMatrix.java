package jp.todoke.local.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The table that an auditor signs, read from {@value #FILE}. */
record AccessMatrix(List<String> columns, Map<String, Row> rows) {
    static final String FILE = "specs/api/access-matrix.csv";
    private static final List<String> BEFORE_ROLES = List.of("operation", "method", "path", "scope");

    /** What stands in a cell. */
    enum Word {
        /** Allowed; the answer does not depend on the municipality. */
        YES("yes"),
        /** Allowed on what belongs to the own municipality; anything else does not exist. */
        OWN("own"),
        /** Not allowed. */
        NO("-");

        private final String written;

        Word(String written) {
            this.written = written;
        }

        static Word of(String written) {
            return Arrays.stream(values()).filter(word -> word.written.equals(written)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(FILE + ": a cell says '" + written + "'; it can say yes, own or -"));
        }
    }

    record Row(String operation, String method, String path, String scope, Map<String, Word> cells) {}

    static AccessMatrix read() {
        try (InputStream in = AccessMatrix.class.getClassLoader().getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("no " + FILE);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AccessMatrix parse(String text) {
        List<List<String>> lines = text.lines().filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Arrays.stream(line.split(",", -1)).map(String::strip).toList()).toList();
        List<String> header = lines.getFirst();
        if (!header.subList(0, BEFORE_ROLES.size()).equals(BEFORE_ROLES)) {
            throw new IllegalArgumentException(FILE + " begins with the columns " + BEFORE_ROLES);
        }
        var rows = new LinkedHashMap<String, Row>();
        for (List<String> line : lines.subList(1, lines.size())) {
            Row row = row(header, line);
            if (rows.put(row.operation(), row) != null) {
                throw new IllegalArgumentException(FILE + " has two rows for " + row.operation());
            }
        }
        return new AccessMatrix(header.subList(BEFORE_ROLES.size(), header.size()), rows);
    }

    private static Row row(List<String> header, List<String> line) {
        if (line.size() != header.size()) {
            throw new IllegalArgumentException(FILE + ": " + line.size() + " cells instead of " + header.size() + " in the row " + line);
        }
        var cells = new LinkedHashMap<String, Word>();
        for (int i = BEFORE_ROLES.size(); i < header.size(); i++) {
            cells.put(header.get(i), Word.of(line.get(i)));
        }
        return new Row(line.get(0), line.get(1), line.get(2), line.get(3), cells);
    }

    Word word(String operation, String column) {
        Row row = rows.get(operation);
        Word word = row == null ? null : row.cells().get(column);
        if (word == null) {
            throw new IllegalArgumentException(FILE + " has no cell for " + operation + " and " + column);
        }
        return word;
    }
}
