package jp.todoke.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jp.todoke.local.postgres.EmbeddedCluster;
import jp.todoke.local.processes.Child;
import jp.todoke.local.processes.RunRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSystemTest {
    @TempDir
    private Path root;
    private final List<String> said = new ArrayList<>();
    private StubRepository repository;
    private Places places;

    @BeforeEach
    void makeRepository() throws Exception {
        repository = StubRepository.in(root);
        places = repository.places();
    }

    @Test
    void startsEverythingKeepsDataAndStopsEverything() throws Exception {
        Map<String, Long> pids;
        String issuer;
        try (var system = LocalSystem.start(Options.of(places), said::add)) {
            pids = system.pids();
            issuer = system.url(ProcessNames.ISSUER).toString();
            assertEquals(Set.of("launcher", "postgres", "benefits-service", "integration", "gateway", "national-doubles"), pids.keySet());
            pids.forEach((name, pid) -> assertTrue(alive(pid), name));
            try (HttpClient http = HttpClient.newHttpClient()) {
                assertTrue(Child.isReady(http, system.url("gateway-management").resolve("/actuator/health/readiness")));
            }
            assertEquals(system.token("approver"), system.token("approver"));
            assertFalse(system.clientToken("register-feed").isEmpty());
            try (var owner = system.database().connect("benefits_owner")) {
                owner.createStatement().execute("create table benefits.kept (id int)");
            }
            assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(places.stateDir())),
                    "other users change no program and read no data");
            var record = RunRecord.read(places.stateDir()).orElseThrow();
            assertTrue(record.ready());
            assertEquals(system.url("gateway").getPort(), record.ports().get("gateway"));
        }
        pids.forEach((name, pid) -> assertTrue(name.equals("launcher") || !alive(pid), name + " was left running"));
        assertTrue(RunRecord.read(places.stateDir()).isEmpty());
        try (var system = LocalSystem.start(Options.of(places), said::add); var owner = system.database().connect("benefits_owner")) {
            assertTrue(owner.createStatement().executeQuery("select count(*) from benefits.kept").next());
            assertEquals(issuer, system.url(ProcessNames.ISSUER).toString(), "tokens stay valid only if the issuer keeps its address");
        }
    }

    @Test
    void secretsReachTheServicesByEnvironmentOnlyAndASecondStartIsRefused() throws Exception {
        try (var system = LocalSystem.start(Options.of(places), said::add)) {
            var error = assertThrows(UserError.class, () -> LocalSystem.start(Options.of(places), said::add));
            assertTrue(error.getMessage().contains("already running"), error.getMessage());
            system.pids().forEach((name, pid) -> assertTrue(alive(pid), name + " is unharmed"));
            String secrets = Files.readString(places.secrets());
            for (long pid : system.pids().values()) {
                Path commandLine = Path.of("/proc", Long.toString(pid), "cmdline");
                if (Files.exists(commandLine)) {
                    String shown = Files.readString(commandLine);
                    secrets.lines().filter(line -> line.contains("=")).map(line -> line.substring(line.indexOf('=') + 1))
                            .forEach(secret -> assertFalse(shown.contains(secret), "a secret shows in the process list"));
                }
            }
        }
        String benefits = Files.readString(places.log("benefits-service"));
        for (String name : List.of("TODOKE_DB_APP_PASSWORD", "TODOKE_DB_OWNER_USER", "TODOKE_DB_DISPATCH_USER", "TODOKE_DB_URL",
                "TODOKE_ISSUER_URI",
                "TODOKE_JWK_SET_URI", "TODOKE_TEST_SYSTEM", "TODOKE_BUSINESS_DATE", "TODOKE_INTEGRATION_URL", "TODOKE_CLIENT_SECRET",
                "TODOKE_TOKEN_URI",
                "TODOKE_CRYPTO_KEY_ID", "TODOKE_CRYPTO_KEYS_K1")) {
            assertTrue(benefits.contains("given " + name + "\n"), name);
        }
        assertTrue(Files.readString(places.log("integration")).contains("given TODOKE_PEERS_CLIENT_SECRET\n"));
        assertFalse(Files.readString(places.log("gateway")).contains("TODOKE_DB"), "the gateway knows no database");
    }

    @Test
    void aChildThatEndsIsNamedWithItsLogAndNothingIsLeft() throws Exception {
        repository.breakGateway();

        var error = assertThrows(UserError.class, () -> LocalSystem.start(Options.of(places), said::add));

        assertTrue(error.getMessage().contains("gateway ended during its start with status 7"), error.getMessage());
        assertTrue(error.getMessage().contains("todoke.broken is not set"), error.getMessage());
        assertTrue(error.getMessage().contains(places.log("gateway").toString()), error.getMessage());
        assertNothingIsLeft();
    }

    @Test
    void aJarThatIsMissingIsNamed() throws Exception {
        Files.delete(places.jar("integration/routes", "integration-routes"));

        var error = assertThrows(UserError.class, () -> LocalSystem.start(Options.of(places), said::add));

        assertTrue(error.getMessage().startsWith("integration is not built"), error.getMessage());
        assertNothingIsLeft();
    }

    @Test
    void aPortInUseIsNamedBeforeAnythingStarts() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var options = Options.of(places).withGatewayPort(taken.getLocalPort());

            var error = assertThrows(UserError.class, () -> LocalSystem.start(options, said::add));

            assertTrue(error.getMessage().contains("Port " + taken.getLocalPort() + " is in use"), error.getMessage());
            assertTrue(error.getMessage().contains("./todoke up --port "), error.getMessage());
            assertNothingIsLeft();
        }
    }

    @Test
    void clearsWhatAKilledLauncherLeftAndSparesStrangers() throws Exception {
        var orphan = new ProcessBuilder("sleep", "600").start();
        var stranger = new ProcessBuilder("sleep", "600").start();
        try {
            var startedAtAnotherTime = new RunRecord.Started(stranger.pid(), Instant.parse("2026-01-01T00:00:00Z"));
            // As it looks after the clock of the machine was set by a second.
            var seenLater = new RunRecord.Started(orphan.pid(), RunRecord.Started.of(orphan.toHandle()).at().plusSeconds(1));
            new RunRecord(true, Map.of("gateway", seenLater, "integration", startedAtAnotherTime), Map.of())
                    .write(places.stateDir());

            LocalSystem.start(Options.of(places), said::add).close();

            assertTrue(orphan.waitFor(5, TimeUnit.SECONDS), "the orphan is ended");
            assertTrue(stranger.isAlive(), "a pid that was given to another program is not ours");
            assertTrue(said.stream().anyMatch(line -> line.contains("killed run")), said.toString());
        } finally {
            orphan.destroyForcibly();
            stranger.destroyForcibly();
        }
    }

    private void assertNothingIsLeft() {
        assertEquals(List.of(),
                ProcessHandle.current().descendants().filter(p -> p.info().commandLine().orElse("").contains(root.toString())).toList());
        assertFalse(EmbeddedCluster.stopLeftover(places.postgresData()), "PostgreSQL was left running");
        assertTrue(RunRecord.read(places.stateDir()).isEmpty());
    }

    /** One that has ended keeps its pid until its parent asks for its status; it has no program any more. */
    private static boolean alive(long pid) {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).flatMap(process -> process.info().command()).isPresent();
    }
}
