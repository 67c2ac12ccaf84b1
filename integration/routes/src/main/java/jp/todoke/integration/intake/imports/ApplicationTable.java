package jp.todoke.integration.intake.imports;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jp.todoke.guard.Problem;
import jp.todoke.guard.Problem.FieldError;
import jp.todoke.integration.intake.Columns;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A table of applications: CSV (RFC 4180) in UTF-8 with a header. Each row can be had as it stands in the table, with the header before it. */
final class ApplicationTable {
    static final int MOST_ROWS = 5000;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** @param line at which the row begins; the header is line 1 */
    record Row(int line, byte[] original) {
        @Override
        public String toString() {
            return "Row[" + line + "]";
        }
    }

    private final List<Row> rows;

    private ApplicationTable(List<Row> rows) {
        this.rows = rows;
    }

    List<Row> rows() {
        return rows;
    }

    /** @throws Problem naming every wrong column, or the first place after which nothing can be read */
    static ApplicationTable read(byte[] csv) {
        String text = text(csv);
        List<Integer> starts = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        List<String> header = List.of();
        long before = 0;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), Columns.FORMAT)) {
            for (CSVRecord one : parser) {
                if (starts.isEmpty()) {
                    header = one.toList();
                }
                starts.add(Math.toIntExact(one.getCharacterPosition()));
                lines.add(Math.toIntExact(before + 1));
                before = parser.getCurrentLineNumber();
            }
        } catch (IOException | UncheckedIOException e) {
            throw refused(List.of(new FieldError("/" + (before + 1), "UNREADABLE",
                    "この行より後をCSVとして読み取れません。引用符（\"）の対応を確認してください。")));
        }
        check(header, starts.size() - 1);
        starts.add(text.length());
        String first = text.substring(0, starts.get(1)).strip();
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            String row = text.substring(starts.get(i), starts.get(i + 1)).replaceAll("[\\r\\n]+$", "");
            rows.add(new Row(lines.get(i), (first + "\r\n" + row).getBytes(StandardCharsets.UTF_8)));
        }
        return new ApplicationTable(rows);
    }

    private static String text(byte[] csv) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(csv)).toString();
            // Programs for tables write it; it is no part of the first name.
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw refused(List.of(new FieldError("", "ENCODING", "文字コードは UTF-8 にしてください。")));
        }
    }

    private static void check(List<String> header, int rows) {
        List<FieldError> errors = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            if (!Columns.isKnown(header.get(i))) {
                // The name comes from outside: its place is told, not its text.
                errors.add(new FieldError("/1/" + (i + 1), "UNKNOWN_COLUMN", (i + 1) + "列目の見出しは、様式にない項目です。"));
            } else if (!seen.add(header.get(i))) {
                errors.add(new FieldError("/1/" + header.get(i), "REPEATED", "同じ見出しが2回あります。"));
            }
        }
        Columns.REQUIRED.stream().filter(column -> !seen.contains(column))
                .forEach(column -> errors.add(new FieldError("/1/" + column, "REQUIRED", "必須の列がありません。")));
        if (rows < 1) {
            errors.add(new FieldError("", "EMPTY", "見出しの下に申請の行がありません。"));
        } else if (rows > MOST_ROWS) {
            errors.add(new FieldError("", "TOO_MANY_ROWS", "一度に取り込める申請は5000件までです。分けて取り込んでください。"));
        }
        if (!errors.isEmpty()) {
            throw refused(errors);
        }
    }

    private static Problem refused(List<FieldError> errors) {
        return new Problem(400, "TABLE_REFUSED", "取込ファイルを読み取れません。errors に示した箇所をすべて直してください。", errors, Map.of());
    }
}
