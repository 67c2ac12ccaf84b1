package jp.todoke.local.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.todoke.local.Places;
import jp.todoke.local.processes.Claim;
import jp.todoke.local.processes.RunRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StatusCommandTest {
    @TempDir
    private Path root;
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Clock clock = Clock.fixed(RunRecord.Started.of(ProcessHandle.current()).at().plusSeconds(90), ZoneOffset.UTC);

    @Test
    void nothingRuns() {
        assertEquals(3, status(false));
        assertEquals("Todoke is not running. Start it with ./todoke up\n", text());
    }

    @Test
    void nothingRunsForPrograms() {
        assertEquals(3, status(true));
        assertEquals(json("{schema: 1, state: 'stopped', businessDate: null, gatewayUrl: null, issuerUrl: null, processes: []}"),
                json(text()));
    }

    @Test
    void whatHasEndedIsToldFromWhatRuns() {
        run(true,
                Map.of("launcher", RunRecord.Started.of(ProcessHandle.current()), "gateway",
                        new RunRecord.Started(ProcessHandle.current().pid(),
                                Instant.EPOCH)));
        try (var _ = Claim.on(places().stateDir()).orElseThrow()) {
            assertEquals(1, status(true));
        }

        JsonNode status = json(text());
        assertEquals("degraded", status.get("state").asString());
        assertEquals("2026-11-16", status.get("businessDate").asString());
        assertEquals("http://127.0.0.1:8081", status.get("gatewayUrl").asString());
        JsonNode gateway = status.get("processes").get(0);
        assertEquals(json("{name: 'gateway', state: 'ended', ready: false, pid: " + ProcessHandle.current().pid()
                + ", port: 8081, uptimeSeconds: null, memoryMegabytes: null}"), gateway);
        JsonNode launcher = status.get("processes").get(1);
        assertEquals("launcher", launcher.get("name").asString());
        assertTrue(launcher.get("ready").asBoolean());
        assertTrue(launcher.get("port").isNull());
        assertEquals(90, launcher.get("uptimeSeconds").asLong());
        assertTrue(launcher.get("memoryMegabytes").asLong() > 0);
    }

    @Test
    void startingIsNotReady() {
        run(false, Map.of("launcher", RunRecord.Started.of(ProcessHandle.current())));
        try (var _ = Claim.on(places().stateDir()).orElseThrow()) {
            assertEquals(1, status(true));
        }
        assertEquals("starting", json(text()).get("state").asString());
    }

    @Test
    void aLauncherWithoutItsLockWasKilled() {
        run(true, Map.of("launcher", RunRecord.Started.of(ProcessHandle.current())));

        assertEquals(1, status(true));
        assertEquals("killed", json(text()).get("state").asString());
        assertTrue(json(text()).get("gatewayUrl").isNull());
    }

    @Test
    void theManualExplainsEachMember() throws IOException {
        run(true, Map.of("launcher", RunRecord.Started.of(ProcessHandle.current())));
        status(true);
        JsonNode status = json(text());
        var names = new TreeMap<String, JsonNode>();
        status.properties().forEach(member -> names.put(member.getKey(), member.getValue()));
        status.get("processes").get(0).properties().forEach(member -> names.put(member.getKey(), member.getValue()));

        try (InputStream manual = Places.class.getResourceAsStream("/manual.txt")) {
            String explained = new String(manual.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals("",
                    names.keySet().stream().filter(name -> !explained.contains(" " + name + " ")).collect(Collectors.joining(" ")));
        }
    }

    private void run(boolean ready, Map<String, RunRecord.Started> processes) {
        places().stateDir().toFile().mkdirs();
        new RunRecord(ready, processes, Map.of("gateway", 8081)).write(places().stateDir());
    }

    private Places places() {
        return Places.ofUp(root);
    }

    private int status(boolean json) {
        shown.reset();
        return new StatusCommand(places(), new PrintStream(shown, true, StandardCharsets.UTF_8), clock).run(json);
    }

    private String text() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES).build()
                .readTree(text);
    }
}
