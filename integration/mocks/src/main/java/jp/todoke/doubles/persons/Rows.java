package jp.todoke.doubles.persons;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import jp.todoke.doubles.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Reads one data file row by row; a wrong row is named by file and number, never by its content. */
public final class Rows {

    private Rows() {}

    public static <T> List<T> read(@Nullable Path directory, String file, Class<T> type, Consumer<T> check) {
        return read(new Data(directory), file, type, check);
    }

    static <T> List<T> read(Data data, String file, Class<T> type, Consumer<T> check) {
        try (InputStream content = data.open(file)) {
            JsonNode array = content == null ? Json.MAPPER.createArrayNode() : Json.MAPPER.readTree(content);
            require(array.isArray(), file + ": must be an array");
            List<T> rows = new ArrayList<>(array.size());
            for (JsonNode node : array.values()) {
                rows.add(row(node, type, check, file + " row " + (rows.size() + 1)));
            }
            return rows;
        } catch (IOException unreadable) {
            throw new BadData(file + " cannot be read");
        } catch (JacksonException notJson) {
            throw new BadData(file + " is not JSON: line " + notJson.getLocation().getLineNr());
        }
    }

    private static <T> T row(JsonNode node, Class<T> type, Consumer<T> check, String where) {
        try {
            T row = Json.MAPPER.treeToValue(node, type);
            check.accept(row);
            return row;
        } catch (UnrecognizedPropertyException unknown) {
            throw new BadData(where + ": unknown field " + unknown.getPropertyName());
        } catch (JacksonException wrongType) {
            throw new BadData(where + ": a value has the wrong type");
        } catch (BadData | IllegalArgumentException wrong) {
            throw new BadData(where + ": " + wrong.getMessage());
        }
    }

    public static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new BadData(otherwise);
        }
    }

    /** Data that cannot be served; the message is fit for a screen. */
    public static final class BadData extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public BadData(String message) {
            super(message);
        }
    }
}
