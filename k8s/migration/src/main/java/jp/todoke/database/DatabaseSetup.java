package jp.todoke.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.postgresql.PGConnection;

/**
 * What the administrator of a database does before a service can migrate its schema. All of it may be done again at any
 * time: what is there stays, and a password that has changed is set.
 */
public final class DatabaseSetup {
    /** Two jobs at once would both find a role missing and both make it. */
    private static final long LOCK = 0x544f444f4b45L;

    private DatabaseSetup() {}

    /**
     * Makes the roles of the cluster and sets their passwords. Only the SCRAM verifier of a password goes to the server:
     * a log of statements there holds no password.
     *
     * @return what an administrator should read
     */
    public static List<String> roles(Connection administrator, Function<Role, String> passwords) throws SQLException {
        return inTransaction(administrator, () -> {
            List<String> warnings = run(administrator, "/db/roles.sql");
            for (Role role : Role.values()) {
                administrator.unwrap(PGConnection.class).alterUserPassword(role.user(), passwords.apply(role).toCharArray(),
                        "scram-sha-256");
            }
            return warnings;
        });
    }

    /** Makes the schemas in the database of the connection. */
    public static List<String> schemas(Connection administrator) throws SQLException {
        return inTransaction(administrator, () -> run(administrator, "/db/schemas.sql"));
    }

    private interface Work {
        List<String> run() throws SQLException;
    }

    private static List<String> inTransaction(Connection connection, Work work) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
            List<String> warnings = work.run();
            connection.commit();
            return warnings;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static List<String> run(Connection connection, String script) throws SQLException {
        List<String> warnings = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            statement.execute(text(script));
            for (SQLWarning warning = statement.getWarnings(); warning != null; warning = warning.getNextWarning()) {
                // 00000 is a notice, such as that a schema is there already.
                if (!warning.getSQLState().startsWith("00") && !warning.getSQLState().startsWith("42P0")) {
                    warnings.add(warning.getMessage());
                }
            }
        }
        return warnings;
    }

    private static String text(String script) {
        try (InputStream in = DatabaseSetup.class.getResourceAsStream(script)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + script);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
