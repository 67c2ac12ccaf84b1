package jp.todoke.local;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import jp.todoke.local.processes.Child;
import jp.todoke.local.processes.Program;
import jp.todoke.local.processes.RunRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MendingTest {
    @TempDir
    private Path root;
    private StubRepository repository;
    private Places places;
    private Instant now = Instant.parse("2026-11-16T00:00:00Z");

    @BeforeEach
    void makeRepository() throws Exception {
        repository = StubRepository.in(root);
        places = repository.places();
    }

    @Test
    void whatWasKilledRunsAgainAndTheRestGoesOn() throws Exception {
        try (var system = LocalSystem.start(Options.of(places), _ -> {
        })) {
            var mending = new Mending(system, () -> now);
            Map<String, Long> before = system.pids();
            kill(before.get("integration"));
            kill(before.get("postgres"));
            awaitEnded(system, 2);

            mending.look();

            assertEquals(List.of(), system.ended());
            Map<String, Long> after = system.pids();
            assertEquals(after, Map.copyOf(pidsOf(RunRecord.read(places.stateDir()).orElseThrow())), "what runs stands in the record");
            for (String name : before.keySet()) {
                boolean killed = List.of("integration", "postgres").contains(name);
                assertEquals(killed, !before.get(name).equals(after.get(name)), name);
            }
            try (var connection = system.database().connect("benefits_app")) {
                assertTrue(connection.isValid(5));
            }
            await("the log of the killed one is kept and goes on")
                    .until(() -> Files.readString(places.log("integration")).split("given TODOKE_DB_URL", -1).length == 3);
        }
    }

    @Test
    void whatDoesNotStayIsTriedAtGrowingDistances() throws Exception {
        try (var system = LocalSystem.start(Options.of(places), _ -> {
        })) {
            var mending = new Mending(system, () -> now);
            repository.breakGateway();
            kill(system.pids().get("gateway"));
            int starts = 0;
            for (int second = 0; second < 60; second++) {
                awaitEnded(system, 1);
                long pid = system.pids().get("gateway");
                mending.look();
                starts += pid == system.pids().get("gateway") ? 0 : 1;
                now = now.plus(Duration.ofSeconds(1));
            }
            // At 0, 1, 4, 11, 26 and 57 seconds.
            assertEquals(6, starts);
        }
    }

    /** A launcher that dies between the start of a child and the note of it. */
    @Test
    void theNextStartEndsAChildThatNobodyHasNoted() throws Exception {
        var program = new Program("gateway", places.jar("gateway", "gateway"), List.of(),
                Map.of("SERVER_PORT", "0", "MANAGEMENT_SERVER_PORT", "0", "TODOKE_STARTED", ""), 0, "/");
        Child unknown = Child.start(program, places.stateDir(), places.log("unknown"));
        Child stranger = Child.start(program, Files.createDirectories(root.resolve("elsewhere")), places.log("stranger"));
        try {
            awaitStarted("unknown");
            awaitStarted("stranger");

            LocalSystem.start(Options.of(places), _ -> {
            }).close();

            unknown.handle().onExit().get(5, TimeUnit.SECONDS);
            assertTrue(stranger.handle().isAlive(), "the child of another instance is spared");
        } finally {
            unknown.handle().destroyForcibly();
            stranger.handle().destroyForcibly();
        }
    }

    private static Map<String, Long> pidsOf(RunRecord record) {
        return record.processes().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().pid()));
    }

    private void awaitStarted(String log) {
        await().until(() -> Files.readString(places.log(log)).contains("given TODOKE_STARTED"));
    }

    private static void kill(long pid) {
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }

    private static void awaitEnded(LocalSystem system, int count) {
        while (system.ended().size() < count) {
            Thread.onSpinWait();
        }
    }
}
