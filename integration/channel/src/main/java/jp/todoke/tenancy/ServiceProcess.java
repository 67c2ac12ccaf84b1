package jp.todoke.tenancy;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * The start of a service. With {@code TODOKE_MIGRATE=only} it migrates its schema and ends: it then opens no port, does
 * no work of a queue and needs no setting but those of the database.
 */
public final class ServiceProcess {
    private ServiceProcess() {}

    public static void run(Class<?> service, String... arguments) {
        run(service, System.getenv(), arguments);
    }

    static void run(Class<?> service, Map<String, String> environment, String... arguments) {
        if ("only".equalsIgnoreCase(environment.get("TODOKE_MIGRATE"))) {
            new SpringApplicationBuilder(MigrationOnly.class).web(WebApplicationType.NONE).run(arguments).close();
        } else {
            SpringApplication.run(service, arguments);
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ImportAutoConfiguration({DatabaseAutoConfiguration.class, SchemaAutoConfiguration.class, FlywayAutoConfiguration.class})
    static class MigrationOnly {
    }
}
