package jp.todoke.doubles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import jp.todoke.doubles.chukan.LatencyProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the process is started and what it shows besides the peers. */
class StartTest {

    @Test
    void optionsGoBeforeTheEnvironmentAndThatBeforeTheDefaults() {
        Settings plain = Settings.of(List.of(), Map.of());
        assertEquals(LatencyProfile.DEMO, plain.profile());
        assertEquals(Settings.DEFAULT_PORT, plain.port());
        assertEquals("127.0.0.1", plain.address());
        assertNull(plain.data());
        Map<String, String> environment = Map.of("TODOKE_DOUBLES_PORT", "9000", "TODOKE_DOUBLES_PROFILE", "realistic",
                "TODOKE_DOUBLES_DATA", "src");
        Settings mixed = Settings.of(List.of("--profile", "zero"), environment);
        assertEquals(9000, mixed.port());
        assertEquals(LatencyProfile.ZERO, mixed.profile());
        assertEquals(Path.of("src"), mixed.data());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--port 65536", "--port x", "--profile fast", "--profile ZERO", "--data /does/not/exist",
            "--colour red", "zero"})
    void whatIsNotUnderstoodStopsTheStart(String arguments) {
        assertThrows(Settings.Unusable.class, () -> Settings.of(List.of(arguments.split(" ")), Map.of()));
    }

    @Test
    void everyMappingFileIsServed() throws IOException, URISyntaxException {
        URL auth = StartTest.class.getClassLoader().getResource(NationalDoubles.mappings().getFirst());
        Path classes = Path.of(auth.toURI()).getParent().getParent().getParent();
        Set<String> files = new TreeSet<>();
        try (Stream<Path> all = Files.walk(classes)) {
            all.filter(file -> file.getParent().endsWith("mappings")).forEach(file -> files.add(classes.relativize(file).toString()));
        }
        assertEquals(files, new TreeSet<>(NationalDoubles.mappings()));
    }

    @Test
    void readinessIsOpenAndAdministrationIsClosed() {
        try (Asker asker = new Asker(LatencyProfile.ZERO, null)) {
            assertEquals("{\"status\":\"UP\"}", asker.send("GET", "/health", null, Map.of()).body());
            assertEquals(401, asker.send("GET", "/__admin/mappings", null, Map.of()).status());
            assertEquals(401, asker.send("POST", "/__admin/shutdown", "", Map.of()).status());
            Asker.Answer unknown = asker.send("DELETE", "/chukan/inquiries", null, Map.of());
            assertEquals(404, unknown.status());
            assertEquals("N0404", unknown.text("/errors/0/code"));
        }
    }
}
