package jp.todoke.local.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import jp.todoke.database.DatabaseSetup;

/**
 * A PostgreSQL server of one machine, started from binaries on the class path. It listens on loopback only and asks
 * every role for its password (SCRAM). Meant for development, tests and the demo system; a municipality's production
 * brings its own PostgreSQL.
 */
public final class EmbeddedCluster implements AutoCloseable {
    /** The name of the database that the services use. */
    public static final String DATABASE = "todoke";
    static final String SUPERUSER = "postgres";
    private static final String TEMPLATE = "todoke_template";

    private final Path data;
    private final EmbeddedPostgres server;
    private final Passwords passwords;
    private final Database database;
    private final AtomicInteger copies = new AtomicInteger();

    private EmbeddedCluster(Path data, EmbeddedPostgres server, Passwords passwords) {
        this.data = data;
        this.server = server;
        this.passwords = passwords;
        this.database = new Database(server.getPort(), DATABASE, passwords);
    }

    /**
     * Starts the server on a data directory that outlives it, stopping first what a killed run left on it.
     *
     * @param port 0 for any free port
     * @param workDir where the binaries are unpacked; kept for the next start
     * @return the server; nothing but {@link #close()} stops it, so that its owner decides what ends first
     */
    public static EmbeddedCluster start(Path dataDir, int port, Path workDir) {
        return start(dataDir, port, workDir, true);
    }

    /**
     * The one cluster of this JVM's tests, in a temporary directory, without fsync. Use {@link #newDatabase()} for
     * tables of your own; the cluster goes with the JVM.
     */
    public static EmbeddedCluster forTests() {
        return ForTests.CLUSTER;
    }

    /**
     * Stops the server that a killed run left on a data directory, if there is one.
     *
     * @return true when there was one
     */
    public static boolean stopLeftover(Path dataDir) {
        try {
            return Orphan.stop(dataDir.toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** The services' database on the server that another process started on a data directory. */
    public static Database databaseOn(Path dataDir, int port) {
        Path data = dataDir.toAbsolutePath();
        try {
            return new Database(port, DATABASE, Passwords.keptIn(passwordsOf(data)));
        } catch (IOException e) {
            throw new UncheckedIOException("the passwords of " + data + " cannot be read", e);
        }
    }

    /** A fresh database with both schemas, copied from a template in some tens of milliseconds. */
    public Database newDatabase() {
        String name = "todoke_" + copies.incrementAndGet();
        synchronized (this) {
            execute(admin("postgres"), "create database " + name + " template " + TEMPLATE);
        }
        var copy = new Database(server.getPort(), name, passwords);
        // Settings and grants of a database are not part of a template.
        on(copy, DatabaseSetup::schemas);
        return copy;
    }

    /** The process id of the server. */
    public long pid() {
        try {
            return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL is not running", e);
        }
    }

    /** Whether the server still runs; somebody may have killed it. */
    public boolean isAlive() {
        try {
            return Orphan.running(data).isPresent();
        } catch (IOException e) {
            return false;
        }
    }

    public int port() {
        return server.getPort();
    }

    /** The database that the services use. */
    public Database database() {
        return database;
    }

    public String jdbcUrl() {
        return database.jdbcUrl();
    }

    public String superuserUrl() {
        return database.superuserUrl();
    }

    public String user(String role) {
        return database.user(role);
    }

    public String password(String role) {
        return database.password(role);
    }

    @Override
    public void close() {
        try {
            Optional<ProcessHandle> process = Orphan.running(data);
            server.close();
            // The server removes its pid file a moment before it ends.
            Orphan.awaitEnd(process.stream().toList(), "PostgreSQL did not stop");
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL did not stop", e);
        }
    }

    private static EmbeddedCluster start(Path dataDir, int port, Path workDir, boolean durable) {
        Path data = dataDir.toAbsolutePath();
        // Written last in the first start: a data directory without it is a first start that was cut off.
        Path complete = data.resolveSibling(data.getFileName() + ".complete");
        Path secrets = passwordsOf(data);
        try {
            Files.createDirectories(workDir);
            Files.createDirectories(data.getParent());
            Orphan.stop(data);
            if (!Files.exists(complete)) {
                delete(data);
                Files.deleteIfExists(secrets);
            }
            var passwords = Passwords.keptIn(secrets);
            var cluster = new EmbeddedCluster(data, launch(data, port, workDir, passwords, durable), passwords);
            try {
                cluster.prepare();
                if (!Files.exists(complete)) {
                    Files.createFile(complete);
                }
            } catch (IOException | RuntimeException e) {
                cluster.close();
                throw e;
            }
            return cluster;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start on " + data + ": " + e.getMessage(), e);
        }
    }

    private static Path passwordsOf(Path data) {
        return data.resolveSibling(data.getFileName() + ".passwords");
    }

    private static EmbeddedPostgres launch(Path data, int port, Path workDir, Passwords passwords, boolean durable) throws IOException {
        Path superuserSecret = Files.createTempFile(data.getParent(), "initdb", ".tmp");
        try {
            Files.writeString(superuserSecret, passwords.superuser());
            String sync = durable ? "on" : "off";
            return EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(workDir.toFile())
                    .setRegisterShutdownHook(false).setPort(port).setPGStartupWait(Duration.ofSeconds(60))
                    .setConnectConfig("password", passwords.superuser())
                    // Options of initdb: the library's own "-A trust" comes first and is overruled by these.
                    .setLocaleConfig("auth", "scram-sha-256").setLocaleConfig("pwfile", superuserSecret.toString())
                    .setLocaleConfig("locale-provider", "builtin").setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C")
                    // The library switches fsync off by default.
                    .setServerConfig("fsync", sync).setServerConfig("synchronous_commit", sync).setServerConfig("full_page_writes", sync)
                    .setServerConfig("listen_addresses", "127.0.0.1").setServerConfig("unix_socket_directories", "")
                    .setServerConfig("timezone", "UTC")
                    // DETAIL and CONTEXT quote rows.
                    .setServerConfig("log_error_verbosity", "terse")
                    .setServerConfig("max_connections", "200").start();
        } finally {
            Files.deleteIfExists(superuserSecret);
        }
    }

    private void prepare() {
        Database admin = admin("postgres");
        on(admin, connection -> DatabaseSetup.roles(connection, passwords::of));
        for (String name : new String[]{DATABASE, TEMPLATE}) {
            if (!exists(name)) {
                execute(admin, "create database " + name);
            }
            on(admin(name), DatabaseSetup::schemas);
        }
    }

    private boolean exists(String name) {
        try (Connection connection = admin("postgres").connectAsSuperuser();
                var query = connection.prepareStatement("select 1 from pg_catalog.pg_database where datname = ?")) {
            query.setString(1, name);
            try (var rows = query.executeQuery()) {
                return rows.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot list the databases", e);
        }
    }

    private Database admin(String name) {
        return new Database(server.getPort(), name, passwords);
    }

    private interface SetUp {
        Object run(Connection connection) throws SQLException;
    }

    private static void execute(Database database, String sql) {
        on(database, connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql);
            }
        });
    }

    private static void on(Database database, SetUp setUp) {
        try (Connection connection = database.connectAsSuperuser()) {
            setUp.run(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("setting up database " + database.name() + " failed: " + e.getMessage(), e);
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (var paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Started on first use, stopped by a shutdown hook together with its files. */
    private static final class ForTests {
        static final EmbeddedCluster CLUSTER = begin();

        private static EmbeddedCluster begin() {
            try {
                Path root = Files.createTempDirectory("todoke-test-postgres");
                Path binaries = Path.of(System.getProperty("java.io.tmpdir"),
                        "todoke-postgres-binaries-" + System.getProperty("user.name"));
                var cluster = start(root.resolve("data"), 0, binaries, false);
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    cluster.close();
                    try {
                        delete(root);
                    } catch (IOException e) {
                        System.err.println("left behind: " + root);
                    }
                }));
                return cluster;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
