package jp.todoke.tenancy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Whether the database answers and its schema has every migration that this program brings. Later ones do no harm: while a new version is rolled out,
 * the old one goes on to serve. Asked on a connection of its own: a pool that is busy is not a database that is away.
 */
final class DatabaseHealth implements HealthIndicator {
    private static final Pattern VERSIONED = Pattern.compile("V([0-9]+)__.+\\.sql");
    private static final int PATIENCE_SECONDS = 2;

    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private final String history;
    private final Set<Integer> expected;

    DatabaseHealth(ServiceProperties properties, String locations) {
        database.setUrl(properties.db().url());
        database.setUser(properties.db().app().user());
        database.setPassword(properties.db().app().password());
        database.setConnectTimeout(PATIENCE_SECONDS);
        database.setLoginTimeout(PATIENCE_SECONDS);
        database.setSocketTimeout(PATIENCE_SECONDS);
        this.history = "select version from " + properties.schema() + ".flyway_schema_history where success and version is not null";
        this.expected = migrations(List.of(locations.split(",")));
    }

    @Override
    public Health health() {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(history)) {
            Set<Integer> applied = new HashSet<>();
            while (rows.next()) {
                applied.add(Integer.valueOf(rows.getString(1)));
            }
            return (applied.containsAll(expected) ? Health.up() : Health.outOfService()).build();
        } catch (SQLException e) {
            return Health.down().build();
        }
    }

    private static Set<Integer> migrations(List<String> locations) {
        try {
            Set<Integer> versions = new HashSet<>();
            for (String location : locations) {
                for (Resource file : new PathMatchingResourcePatternResolver().getResources(location.strip() + "/V*.sql")) {
                    versions.add(version(file.getFilename()));
                }
            }
            return versions;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Integer version(@Nullable String file) {
        Matcher name = VERSIONED.matcher(file == null ? "" : file);
        if (!name.matches()) {
            throw new IllegalStateException("not the name of a migration: " + file);
        }
        return Integer.valueOf(name.group(1));
    }
}
