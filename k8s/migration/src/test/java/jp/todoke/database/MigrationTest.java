package jp.todoke.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A real server, asked for passwords, and the administrators that a database is handed over with. */
class MigrationTest {
    private static final String SUPERUSER_PASSWORD = "superuser-of-the-test";

    enum Administrator {
        /** An own server. */
        SUPERUSER("superuser", true),
        /** What a managed database gives. */
        CREATES_ROLES("createrole createdb", false),
        /** A managed database that gives more. */
        CREATES_ROLES_AND_BYPASSES("createrole createdb bypassrls", true);

        final String attributes;
        final boolean givesBypass;

        Administrator(String attributes, boolean givesBypass) {
            this.attributes = attributes;
            this.givesBypass = givesBypass;
        }
    }

    @TempDir
    static Path root;
    private static EmbeddedPostgres server;
    private final Map<String, String> settings = new HashMap<>();
    private String said = "";

    @BeforeAll
    static void start() throws IOException {
        Path secret = Files.writeString(root.resolve("secret"), SUPERUSER_PASSWORD);
        server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        Path.of(System.getProperty("java.io.tmpdir"), "todoke-postgres-binaries-" + System.getProperty("user.name"))
                                .toFile())
                .setDataDirectory(root.resolve("data")).setConnectConfig("password", SUPERUSER_PASSWORD)
                .setLocaleConfig("auth", "scram-sha-256").setLocaleConfig("pwfile", secret.toString())
                .setServerConfig("unix_socket_directories", "").setServerConfig("log_statement", "all")
                .setServerConfig("logging_collector", "on").setServerConfig("log_directory", root.resolve("log").toString()).start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @BeforeEach
    void forgetEverything() throws SQLException {
        try (Connection superuser = superuser("postgres"); var statement = superuser.createStatement()) {
            statement.execute("drop database if exists todoke with (force)");
            statement.execute("drop role if exists benefits_owner, benefits_app, benefits_dispatch, linkage_owner, linkage_app,"
                    + " linkage_dispatch, todoke_batch, administrator, somebody");
        }
        settings.put(Migration.URL, url("todoke"));
        settings.put(Migration.USER, "administrator");
        settings.put(Migration.PASSWORD, "administrator-of-the-test");
        for (Role role : Role.values()) {
            settings.put("TODOKE_ROLES_" + role.name() + "_PASSWORD", "first-" + role.user());
        }
    }

    @ParameterizedTest
    @EnumSource
    void makesRolesAndSchemasOnceAndAgain(Administrator administrator) throws SQLException {
        databaseOf(administrator);

        for (String time : new String[]{"first", "again"}) {
            assertEquals(0, migrate(), time + ": " + said);
            for (Role role : Role.values()) {
                String service = role.user().substring(0, role.user().indexOf('_'));
                assertEquals(service + " f f f f f t", only(as(role.user(), "first-" + role.user()),
                        "select concat_ws(' ', current_schema, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolinherit)"
                                + " from pg_roles where rolname = current_user"));
            }
            assertEquals(administrator.givesBypass + " false", only(superuser("todoke"),
                    "select rolbypassrls || ' ' || rolcanlogin from pg_roles where rolname = 'todoke_batch'"));
            assertEquals(!administrator.givesBypass, said.contains("alter role todoke_batch bypassrls"), said);
            assertEquals("benefits_owner linkage_owner", only(superuser("todoke"),
                    "select string_agg(pg_get_userbyid(nspowner), ' ' order by nspname) from pg_namespace where nspname in ('benefits','linkage')"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void leavesEachRoleItsOwnSchemaAndTheAdministratorNone(Administrator administrator) throws SQLException {
        databaseOf(administrator);
        assertEquals(0, migrate(), said);

        assertDone("benefits_owner", "create table benefits.sample (id int)");
        assertRefused("benefits_owner", "create table linkage.sample (id int)");
        assertRefused("benefits_owner", "create table public.sample (id int)");
        assertRefused("benefits_app", "create table benefits.other (id int)");
        assertRefused("linkage_app", "select * from benefits.sample");
        assertEquals("f", only(superuser("todoke"), "select bool_or(has_database_privilege('todoke_batch', 'todoke', p))"
                + " from unnest(array['connect', 'temporary']) p"));
        if (administrator != Administrator.SUPERUSER) {
            try (Connection connection = as("administrator", settings.get(Migration.PASSWORD));
                    var statement = connection.createStatement()) {
                assertThrows(SQLException.class, () -> statement.execute("select * from benefits.sample"));
            }
        }
    }

    @Test
    void setsAChangedPasswordAndTellsItToNoLog() throws Exception {
        databaseOf(Administrator.CREATES_ROLES);
        assertEquals(0, migrate(), said);
        settings.put("TODOKE_ROLES_LINKAGE_APP_PASSWORD", "second'; drop schema linkage; --");

        assertEquals(0, migrate(), said);

        assertEquals("1", only(as("linkage_app", "second'; drop schema linkage; --"), "select 1"));
        assertEquals("28P01", assertThrows(SQLException.class, () -> as("linkage_app", "first-linkage_app")).getSQLState());
        String log;
        try (var files = Files.list(root.resolve("log"))) {
            log = Files.readString(files.findFirst().orElseThrow());
        }
        assertTrue(log.contains("ALTER USER \"linkage_app\""), "statements are logged");
        for (Role role : Role.values()) {
            assertFalse(log.contains("first-" + role.user()), role.user());
        }
        assertFalse(log.contains("drop schema"));
        assertFalse(said.contains("first-") || said.contains("second"), said);
    }

    @Test
    void goesOnFromWhatAnEarlierVersionMade() throws SQLException {
        databaseOf(Administrator.CREATES_ROLES);
        try (Connection administrator = as("administrator", settings.get(Migration.PASSWORD));
                var statement = administrator.createStatement()) {
            statement.execute("create role benefits_owner login; create role benefits_app nologin createdb; create role todoke_batch");
            statement.execute("grant benefits_owner to administrator with set true, inherit true");
            statement.execute("create schema benefits authorization benefits_owner");
            statement.execute("set role benefits_owner; create table benefits.kept (id int); insert into benefits.kept values (7)");
        }

        assertEquals(0, migrate(), said);

        assertEquals("7", only(as("benefits_owner", "first-benefits_owner"), "select id from benefits.kept"));
        assertEquals("f", only(as("benefits_app", "first-benefits_app"),
                "select rolcreatedb from pg_roles where rolname = current_user"));
    }

    @Test
    void saysWhatAnotherAdministratorMustDo() throws SQLException {
        databaseOf(Administrator.CREATES_ROLES);
        try (Connection superuser = superuser("todoke"); var statement = superuser.createStatement()) {
            statement.execute("create role linkage_app");
        }
        assertEquals(1, migrate());
        assertTrue(said.contains("grant linkage_app to administrator with admin option"), said);

        try (Connection superuser = superuser("todoke"); var statement = superuser.createStatement()) {
            statement.execute("grant linkage_app to administrator with admin option");
            statement.execute("alter database todoke owner to postgres");
        }
        assertEquals(1, migrate());
        assertTrue(said.contains("alter database todoke owner to administrator"), said);

        try (Connection superuser = superuser("todoke"); var statement = superuser.createStatement()) {
            statement.execute("alter database todoke owner to administrator");
            statement.execute("create role somebody; create schema linkage authorization somebody");
        }
        assertEquals(1, migrate());
        assertTrue(said.contains("linkage"), said);
    }

    @Test
    void namesEveryMissingSettingAtOnce() {
        settings.remove(Migration.URL);
        settings.put("TODOKE_ROLES_BENEFITS_APP_PASSWORD", " ");

        assertEquals(2, migrate());

        assertEquals("not set: TODOKE_DB_URL, TODOKE_ROLES_BENEFITS_APP_PASSWORD", said.strip());
    }

    private int migrate() {
        var written = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        try (var stream = new PrintStream(written, true, StandardCharsets.UTF_8)) {
            System.setOut(stream);
            System.setErr(stream);
            return Migration.run(settings);
        } finally {
            System.setOut(out);
            System.setErr(err);
            said = written.toString(StandardCharsets.UTF_8);
        }
    }

    private void databaseOf(Administrator administrator) throws SQLException {
        try (Connection superuser = superuser("postgres"); var statement = superuser.createStatement()) {
            statement.execute("set log_statement = none");
            statement.execute(
                    "create role administrator login password '" + settings.get(Migration.PASSWORD) + "' " + administrator.attributes);
            statement.execute("create database todoke owner administrator");
        }
    }

    private void assertDone(String role, String sql) throws SQLException {
        try (Connection connection = as(role, "first-" + role); var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void assertRefused(String role, String sql) {
        assertThrows(SQLException.class, () -> assertDone(role, sql), sql);
    }

    private static String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }

    private static Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", SUPERUSER_PASSWORD);
    }

    private static Connection as(String role, String password) throws SQLException {
        return DriverManager.getConnection(url("todoke"), role, password);
    }

    private static String only(Connection open, String sql) throws SQLException {
        try (open; var statement = open.createStatement(); var rows = statement.executeQuery(sql)) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }
}
