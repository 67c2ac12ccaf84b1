package jp.todoke.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** First step of the migration job: roles and schemas, as the database's administrator. Settings are environment variables. */
public final class Migration {
    static final String URL = "TODOKE_DB_URL";
    static final String USER = "TODOKE_DB_ADMINISTRATOR_USER";
    static final String PASSWORD = "TODOKE_DB_ADMINISTRATOR_PASSWORD";

    private Migration() {}

    public static void main(String[] arguments) {
        System.exit(run(System.getenv()));
    }

    /** Every setting that this program reads. */
    public static List<String> settings() {
        List<String> settings = new ArrayList<>(List.of(URL, USER, PASSWORD));
        for (Role role : Role.values()) {
            settings.add(passwordOf(role));
        }
        return settings;
    }

    /** @return the exit status: 0 done, 1 the database refused or was not there, 2 settings are missing */
    static int run(Map<String, String> environment) {
        List<String> missing = settings().stream().filter(setting -> environment.getOrDefault(setting, "").isBlank()).toList();
        if (!missing.isEmpty()) {
            System.err.println("not set: " + String.join(", ", missing));
            return 2;
        }
        try (Connection administrator = DriverManager.getConnection(environment.get(URL), environment.get(USER),
                environment.get(PASSWORD))) {
            List<String> warnings = new ArrayList<>(DatabaseSetup.roles(administrator, role -> environment.get(passwordOf(role))));
            warnings.addAll(DatabaseSetup.schemas(administrator));
            warnings.forEach(warning -> System.out.println("warning: " + warning));
            System.out.println("roles, passwords and schemas are in place");
            return 0;
        } catch (SQLException e) {
            System.err.println("the database was not set up: " + e.getMessage());
            return 1;
        }
    }

    private static String passwordOf(Role role) {
        return "TODOKE_ROLES_" + role.name() + "_PASSWORD";
    }
}
