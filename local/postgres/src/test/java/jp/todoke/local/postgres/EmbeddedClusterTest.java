package jp.todoke.local.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import jp.todoke.database.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EmbeddedClusterTest {
    @ParameterizedTest
    @EnumSource(Role.class)
    void noServiceRoleIsSuperuserOrBypassesRowLevelSecurity(Role role) throws SQLException {
        var database = EmbeddedCluster.forTests().database();
        try (Connection connection = database.connect(role.user())) {
            assertEquals("f f f f", only(connection, "select rolsuper || ' ' || rolbypassrls || ' ' || rolcreaterole || ' ' || rolcreatedb"
                    + " from pg_roles where rolname = current_user").replace("false", "f").replace("true", "t"));
            assertEquals(role.user().substring(0, role.user().indexOf('_')), only(connection, "select current_schema()"));
        }
    }

    @Test
    void ownersBuildInTheirOwnSchemaOnly() throws SQLException {
        var database = EmbeddedCluster.forTests().newDatabase();
        try (Connection owner = database.connect("benefits_owner"); Connection app = database.connect("benefits_app")) {
            owner.createStatement().execute("create table benefits.sample (id int)");
            assertThrows(SQLException.class, () -> owner.createStatement().execute("create table linkage.sample (id int)"));
            assertThrows(SQLException.class, () -> owner.createStatement().execute("create table public.sample (id int)"));
            assertThrows(SQLException.class, () -> app.createStatement().execute("create table benefits.other (id int)"));
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        var database = EmbeddedCluster.forTests().database();
        var refused = assertThrows(SQLException.class, () -> DriverManager.getConnection(database.jdbcUrl(), "benefits_app", "guess"));
        assertEquals("28P01", refused.getSQLState());
        assertThrows(SQLException.class, () -> DriverManager.getConnection(database.jdbcUrl(), "postgres", "guess"));
    }

    @Test
    void theBatchRoleBypassesRowLevelSecurityButCannotLogIn() throws SQLException {
        try (Connection connection = EmbeddedCluster.forTests().database().connectAsSuperuser()) {
            assertEquals("true false",
                    only(connection, "select rolbypassrls || ' ' || rolcanlogin from pg_roles where rolname = 'todoke_batch'"));
        }
    }

    @Test
    void everyNewDatabaseIsEmptyAndMadeQuickly() throws SQLException {
        var cluster = EmbeddedCluster.forTests();
        var first = cluster.newDatabase();
        try (Connection owner = first.connect("linkage_owner")) {
            owner.createStatement().execute("create table linkage.sample (id int)");
        }
        long started = System.nanoTime();
        var second = cluster.newDatabase();
        assertTrue(Duration.ofNanos(System.nanoTime() - started).toSeconds() < 3, "a fresh database took too long");
        assertNotEquals(first.name(), second.name());
        try (Connection owner = second.connect("linkage_owner")) {
            assertEquals("0", only(owner, "select count(*) from information_schema.tables where table_schema = 'linkage'"));
        }
    }

    @Test
    void keepsDataOverARestartAndAfterAKilledRun(@TempDir Path root) throws Exception {
        Path data = root.resolve("data");
        Path work = Path.of(System.getProperty("java.io.tmpdir"), "todoke-postgres-binaries-" + System.getProperty("user.name"));
        try (var cluster = EmbeddedCluster.start(data, 0, work)) {
            try (Connection owner = cluster.database().connect("benefits_owner")) {
                assertEquals("on", only(owner, "show fsync"));
                assertEquals("on", only(owner, "show synchronous_commit"));
                owner.createStatement().execute("create table benefits.kept (id int); insert into benefits.kept values (7)");
            }
        }
        String password;
        Process orphan = startUnattended(data, work);
        try (var cluster = EmbeddedCluster.start(data, 0, work)) {
            password = cluster.password("benefits_app");
            assertTrue(orphan.waitFor(10, TimeUnit.SECONDS), "the orphan of the killed run is stopped");
            try (Connection owner = cluster.database().connect("benefits_owner")) {
                assertEquals("7", only(owner, "select id from benefits.kept"));
            }
        }
        assertTrue(Files.readString(root.resolve("data.passwords")).contains(password));
        assertFalse(Files.exists(data.resolve("postmaster.pid")));
    }

    /** A session in the middle of a statement notices the death of its server only at the end of it, and would write below the next one. */
    @Test
    void startsAfterAKilledServerOnlyWhenItsSessionsAreGone(@TempDir Path root) throws Exception {
        Path data = root.resolve("data");
        Path work = Path.of(System.getProperty("java.io.tmpdir"), "todoke-postgres-binaries-" + System.getProperty("user.name"));
        var killed = EmbeddedCluster.start(data, 0, work);
        try (Connection busy = killed.database().connect("benefits_owner")) {
            long session = Long.parseLong(only(busy, "select pg_backend_pid()"));
            busy.createStatement().execute("create table benefits.kept (id int); insert into benefits.kept values (7)");
            var statement = CompletableFuture.runAsync(() -> assertThrows(SQLException.class,
                    () -> busy.createStatement().execute("do $$ begin perform count(*) from generate_series(1, 100000000000); end $$")));
            awaitBusy(killed, session);
            ProcessHandle server = ProcessHandle.of(killed.pid()).orElseThrow();
            server.destroyForcibly();
            while (killed.isAlive()) {
                Thread.onSpinWait();
            }
            assertTrue(isPostgres(session), "the session has outlived its server");
            killed.close();
            try (var cluster = EmbeddedCluster.start(data, killed.port(), work);
                    Connection owner = cluster.database().connect("benefits_owner")) {
                assertFalse(isPostgres(session), "the session is gone");
                assertEquals("7", only(owner, "select id from benefits.kept"), "what was answered is there");
            }
            statement.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void endsTheInitdbOfAKilledFirstStart(@TempDir Path root) throws Exception {
        Path data = Files.createDirectories(root.resolve("data"));
        // Any program will do that stands elsewhere and names the directory.
        Path initdb = Files.copy(Path.of("/bin/sh"), Files.createDirectories(root.resolve("postgres")).resolve("initdb"),
                StandardCopyOption.COPY_ATTRIBUTES);
        Process left = new ProcessBuilder(initdb.toString(), "-c", "read line; :", "-D", data.toString()).start();
        try {
            assertTrue(left.isAlive());
            EmbeddedCluster.stopLeftover(data);
            assertTrue(left.waitFor(5, TimeUnit.SECONDS));
        } finally {
            left.destroyForcibly();
        }
    }

    private static void awaitBusy(EmbeddedCluster cluster, long session) throws SQLException {
        try (Connection watching = cluster.database().connectAsSuperuser()) {
            while (!only(watching, "select coalesce(max(state), '') from pg_stat_activity where query like 'do %' and pid = " + session)
                    .equals("active")) {
                Thread.onSpinWait();
            }
        }
    }

    private static boolean isPostgres(long pid) {
        return ProcessHandle.of(pid).flatMap(process -> process.info().command()).filter(command -> command.contains("postgres"))
                .isPresent();
    }

    @Test
    void beginsAgainWhenTheFirstStartWasCutOff(@TempDir Path root) throws Exception {
        Path data = Files.createDirectories(root.resolve("data"));
        Files.writeString(data.resolve("postgresql.conf"), "half written");
        Path work = Path.of(System.getProperty("java.io.tmpdir"), "todoke-postgres-binaries-" + System.getProperty("user.name"));
        try (var cluster = EmbeddedCluster.start(data, 0, work); Connection app = cluster.database().connect("linkage_app")) {
            assertEquals("1", only(app, "select 1"));
        }
    }

    /** Starts the server the way a killed launcher leaves it: running, with nobody to stop it. */
    private static Process startUnattended(Path data, Path work) throws Exception {
        Path postgres = binary(work, "postgres");
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(
                List.of(postgres.toString(), "-D", data.toString(), "-p", Integer.toString(freePort()), "-c", "unix_socket_directories="));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        Path pid = data.resolve("postmaster.pid");
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!(Files.exists(pid) && Files.readString(pid).contains("ready")) && System.nanoTime() < deadline) {
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        assertTrue(process.isAlive(), "the unattended server runs");
        return process;
    }

    private static Path binary(Path work, String name) throws IOException {
        try (var files = Files.walk(work)) {
            return files.filter(f -> f.endsWith(Path.of("bin", name))).findFirst().orElseThrow();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String only(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(sql)) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }
}
