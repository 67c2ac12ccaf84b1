package jp.todoke.doubles.myna;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jp.todoke.doubles.wire.Digests;
import jp.todoke.doubles.wire.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The applications of the portal: the files {@code <municipality>_<受付番号>.zip} in the folder {@code applications} of the data, looked at with each
 * request, so that an application arrives by being put there. Any bytes are served, also those that are no ZIP.
 */
final class Applications {

    private static final Pattern NAME = Pattern.compile("([0-9]{6})_([0-9A-Za-z-]{1,40})\\.zip");
    private static final int MOST_FILES = 10_000;
    private static final int MOST_MANIFEST = 256 * 1024;
    private static final String USUAL_PROCEDURE = "CHILD_ALLOWANCE_NEW";

    /**
     * An application as the portal knows it.
     *
     * @param arrivedAt from the manifest; of a file that has none to read, its time of change
     */
    record Application(String municipality, String number, String procedure, Instant arrivedAt, long bytes, String sha256, Path file) {
        String key() {
            return municipality + "/" + number;
        }
    }

    private record Seen(Instant changed, long bytes, Application application) {}

    private final @Nullable Path folder;
    private final Map<Path, Seen> seen = new HashMap<>();

    Applications(@Nullable Path data) {
        this.folder = data == null ? null : data.resolve("applications");
    }

    /** In order of their numbers. */
    synchronized List<Application> of(String municipality) {
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        List<Application> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> served = files.limit(MOST_FILES).toList();
            seen.keySet().retainAll(served);
            for (Path file : served) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches() && name.group(1).equals(municipality)) {
                    found.add(application(file, name));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        found.sort(Comparator.comparing(Application::number));
        return found;
    }

    byte[] content(Application application) {
        try {
            return Files.readAllBytes(application.file());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Application application(Path file, Matcher name) throws IOException {
        Instant changed = Files.getLastModifiedTime(file).toInstant();
        long bytes = Files.size(file);
        Seen known = seen.get(file);
        if (known != null && known.changed().equals(changed) && known.bytes() == bytes) {
            return known.application();
        }
        byte[] content = Files.readAllBytes(file);
        JsonNode manifest = manifest(content);
        var application = new Application(name.group(1), name.group(2), manifest.path("procedure").asString(USUAL_PROCEDURE),
                time(manifest, changed), content.length, HexFormat.of().formatHex(Digests.sha256(content)), file);
        seen.put(file, new Seen(changed, bytes, application));
        return application;
    }

    private static Instant time(JsonNode manifest, Instant otherwise) {
        try {
            return OffsetDateTime.parse(manifest.path("arrivedAt").asString("")).toInstant();
        } catch (DateTimeException notATime) {
            return otherwise;
        }
    }

    private static JsonNode manifest(byte[] content) {
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("manifest.json")) {
                    JsonNode tree = Json.MAPPER.readTree(zip.readNBytes(MOST_MANIFEST));
                    return tree == null ? Json.MAPPER.createObjectNode() : tree;
                }
            }
        } catch (IOException | IllegalArgumentException | JacksonException notAPackage) {
            // Served as it is.
        }
        return Json.MAPPER.createObjectNode();
    }
}
