package jp.todoke.integration.inquiry.rounds;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.todoke.guard.Problem;
import jp.todoke.guard.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The lines of an upload, one after the other: CSV with a header row, or NDJSON. Not more than one line is held. */
final class PersonLines {
    static final String ATENABANGO = "atenabango";
    static final String PROVIDER = "providerMunicipality";
    static final String WITHHOLD = "withhold";
    static final String CASE_NUMBER = "caseNumber";
    private static final Set<String> COLUMNS = Set.of(ATENABANGO, PROVIDER, WITHHOLD, CASE_NUMBER);
    /** Longer than any line that can be good. */
    private static final int LONGEST = 1_000;
    private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** @param fields by name, blank ones left out; absent when the line cannot be read */
    record Line(long number, @Nullable Map<String, String> fields) {
        @Override
        public String toString() {
            return "Line[" + number + "]";
        }
    }

    private final InputStream in;
    private final @Nullable JsonMapper json;
    private final List<String> columns;
    private long number;
    private boolean longer;

    private PersonLines(InputStream in, @Nullable JsonMapper json) throws IOException {
        this.in = in;
        this.json = json;
        this.columns = json == null ? header() : List.of();
    }

    static PersonLines csv(InputStream in) throws IOException {
        return new PersonLines(withoutBom(in), null);
    }

    static PersonLines ndjson(InputStream in, JsonMapper json) throws IOException {
        return new PersonLines(withoutBom(in), json);
    }

    /** Spreadsheets put it before a CSV. */
    private static InputStream withoutBom(InputStream in) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(in, 64 * 1024);
        buffered.mark(BOM.length);
        if (!Arrays.equals(buffered.readNBytes(BOM.length), BOM)) {
            buffered.reset();
        }
        return buffered;
    }

    private List<String> header() throws IOException {
        byte[] first = bytes();
        String text = first == null ? null : text(first);
        List<String> names = text == null ? List.of() : cells(text);
        boolean known = COLUMNS.containsAll(names) && names.contains(ATENABANGO) && names.stream().distinct().count() == names.size();
        if (!known) {
            throw Problem.invalid(List.of(new FieldError("", "HEADER",
                    "1行目に見出しを書いてください。使える項目は atenabango（必須）、providerMunicipality、withhold、caseNumber です。")));
        }
        return names;
    }

    /** The next line that is not blank; nothing at the end. */
    Optional<Line> next() throws IOException {
        for (byte[] line = bytes(); line != null; line = bytes()) {
            if (line.length > 0 || longer) {
                String text = text(line);
                return Optional.of(new Line(number, text == null ? null : json == null ? fields(text) : fields(line, json)));
            }
        }
        return Optional.empty();
    }

    private @Nullable Map<String, String> fields(String text) {
        List<String> cells = cells(text);
        if (cells.size() != columns.size()) {
            return null;
        }
        Map<String, String> fields = new HashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                fields.put(columns.get(i), cells.get(i));
            }
        }
        return fields;
    }

    private static @Nullable Map<String, String> fields(byte[] line, JsonMapper json) {
        try {
            JsonNode tree = json.readTree(line);
            Map<String, String> fields = new HashMap<>();
            for (Map.Entry<String, JsonNode> field : tree.properties()) {
                JsonNode value = field.getValue();
                boolean flag = field.getKey().equals(WITHHOLD) && value.isBoolean();
                if (!COLUMNS.contains(field.getKey()) || !(value.isString() || value.isNull() || flag)) {
                    return null;
                }
                if (!value.isNull()) {
                    fields.put(field.getKey(), flag ? value.asBoolean() ? "1" : "0" : value.asString());
                }
            }
            return tree.isObject() ? fields : null;
        } catch (JacksonException e) {
            return null;
        }
    }

    /** No cell that can be good holds a comma or a quote. */
    private static List<String> cells(String text) {
        List<String> cells = new ArrayList<>();
        for (String cell : text.split(",", -1)) {
            String bare = cell.strip();
            cells.add(bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"") ? bare.substring(1, bare.length() - 1) : bare);
        }
        return cells;
    }

    private @Nullable String text(byte[] line) {
        if (longer) {
            return null;
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(line)).toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** A line without its end; what is too long is skipped and marked. */
    private byte @Nullable [] bytes() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(64);
        longer = false;
        int next = in.read();
        if (next < 0) {
            return null;
        }
        number++;
        for (; next >= 0 && next != '\n'; next = in.read()) {
            if (line.size() < LONGEST) {
                line.write(next);
            } else {
                longer = true;
            }
        }
        byte[] read = line.toByteArray();
        boolean carriage = read.length > 0 && read[read.length - 1] == '\r';
        return carriage ? Arrays.copyOf(read, read.length - 1) : read;
    }
}
