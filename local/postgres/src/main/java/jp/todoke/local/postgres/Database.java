package jp.todoke.local.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import jp.todoke.database.Role;

/** One database of a cluster with both schemas, and how to log in to it. */
public final class Database {
    private final int port;
    private final String name;
    private final Passwords passwords;

    Database(int port, String name, Passwords passwords) {
        this.port = port;
        this.name = name;
        this.passwords = passwords;
    }

    public String name() {
        return name;
    }

    /** Without user and password: give those of a role beside it. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + name;
    }

    /** With the superuser's credentials; for set-up and assertions, never for a service. */
    public String superuserUrl() {
        return jdbcUrl() + "?user=" + EmbeddedCluster.SUPERUSER + "&password=" + passwords.superuser();
    }

    /** The user name of a role, for example {@code benefits_app}; refuses a name that is not a login role. */
    public String user(String role) {
        return Role.of(role).user();
    }

    public String password(String role) {
        return passwords.of(Role.of(role));
    }

    public Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), user(role), password(role));
    }

    public Connection connectAsSuperuser() throws SQLException {
        return DriverManager.getConnection(superuserUrl());
    }
}
