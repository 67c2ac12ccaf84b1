package jp.todoke.doubles.persons;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import jp.todoke.doubles.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** The data files as they were at the start, with what was changed since: for each person of a file, the rows in place of those of the file. */
public final class Data {

    private static final String SUFFIX = ".json";
    private final @Nullable Path directory;
    private final Map<String, Map<PersonKey, List<JsonNode>>> changes;
    private final Set<String> files = new LinkedHashSet<>();

    public Data(@Nullable Path directory) {
        this(directory, Map.of());
    }

    private Data(@Nullable Path directory, Map<String, Map<PersonKey, List<JsonNode>>> changes) {
        this.directory = directory;
        this.changes = changes;
    }

    /** The files that are read, by their name without suffix. */
    public Set<String> files() {
        return files;
    }

    /** How many persons were changed, counted once for each file. */
    public int changed() {
        return changes.values().stream().mapToInt(Map::size).sum();
    }

    /** With these rows in place of all that the file has of the persons whom they name. */
    Data with(String file, Map<PersonKey, List<JsonNode>> rows) {
        var all = new LinkedHashMap<>(changes);
        var ofFile = new LinkedHashMap<>(changes.getOrDefault(file, Map.of()));
        ofFile.putAll(rows);
        all.put(file, ofFile);
        return new Data(directory, all);
    }

    Data withoutChanges() {
        return new Data(directory);
    }

    /** What the files hold of a person. */
    public Map<String, List<JsonNode>> of(String municipalityCode, String atenabango) {
        var key = new PersonKey(municipalityCode, atenabango);
        Map<String, List<JsonNode>> rows = new LinkedHashMap<>();
        for (String file : files) {
            List<JsonNode> own = array(file).values().stream().filter(row -> key.equals(key(row))).toList();
            if (!own.isEmpty()) {
                rows.put(file, own);
            }
        }
        return rows;
    }

    static PersonKey key(JsonNode row) {
        return new PersonKey(row.path("municipalityCode").asString(""), row.path("atenabango").asString(""));
    }

    /** A file of the directory, without a directory of the built-in set, each with the changes; null where there is none. */
    @Nullable
    InputStream open(String file) throws IOException {
        String name = file.substring(0, file.length() - SUFFIX.length());
        files.add(name);
        Map<PersonKey, List<JsonNode>> changed = changes.getOrDefault(name, Map.of());
        return changed.isEmpty() ? plain(file) : new ByteArrayInputStream(array(name).toString().getBytes(StandardCharsets.UTF_8));
    }

    private ArrayNode array(String name) {
        Map<PersonKey, List<JsonNode>> changed = changes.getOrDefault(name, Map.of());
        ArrayNode rows = Json.MAPPER.createArrayNode();
        try (InputStream content = plain(name + SUFFIX)) {
            if (content != null) {
                Json.MAPPER.readTree(content).values().stream().filter(row -> !changed.containsKey(key(row))).forEach(rows::add);
            }
        } catch (IOException unreadable) {
            throw new Rows.BadData(name + SUFFIX + " cannot be read");
        }
        changed.values().forEach(own -> own.forEach(rows::add));
        return rows;
    }

    private @Nullable InputStream plain(String file) throws IOException {
        if (directory == null) {
            return Objects.requireNonNull(Data.class.getClassLoader().getResourceAsStream("builtin/" + file), file);
        }
        Path path = directory.resolve(file);
        return Files.exists(path) ? Files.newInputStream(path) : null;
    }
}
