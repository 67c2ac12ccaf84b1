package jp.todoke.tenancy;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.todoke.tenancy.ServiceProperties.Migrate;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;

/** The service's own schema: migrated as its owner, or found as this build needs it. */
@AutoConfiguration(after = DatabaseAutoConfiguration.class, before = FlywayAutoConfiguration.class)
public class SchemaAutoConfiguration {

    /** Migrations name the schema and the roles by placeholders: both services run the channel's migrations. */
    @Bean
    FlywayConfigurationCustomizer ownSchema(ServiceProperties properties) {
        return flyway -> flyway.schemas(properties.schema()).defaultSchema(properties.schema()).createSchemas(false)
                .placeholders(Map.of("schema",
                        properties.schema(), "app_role", properties.db().app().user(), "dispatch_role", properties.db().dispatch().user()));
    }

    @Bean
    FlywayMigrationStrategy migrationStrategy(ServiceProperties properties) {
        if (properties.migrate() == Migrate.NEVER) {
            return flyway -> requireCurrent(flyway, properties.schema());
        }
        if (properties.db().owner() == null) {
            throw new IllegalArgumentException("todoke.db.owner is not set, and todoke.migrate is not never");
        }
        return Flyway::migrate;
    }

    /** A schema newer than this build is no obstacle: during an update the processes of the version before go on. */
    private static void requireCurrent(Flyway flyway, String schema) {
        String missing = Stream.of(flyway.info().pending())
                .map(migration -> Objects.requireNonNullElse(migration.getVersion(), migration.getDescription()).toString())
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new SchemaBehindException(schema, missing);
        }
    }
}
