package jp.todoke.telemetry;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** What every process tells, and where, unless its own configuration says otherwise. */
public final class TelemetryDefaults implements EnvironmentPostProcessor, Ordered {
    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            // Health and metrics have a port of their own, which no way from outside leads to.
            Map.entry("management.server.port", "8081"),
            Map.entry("management.endpoints.web.exposure.include", "health,prometheus"),
            Map.entry("management.endpoints.web.discovery.enabled", "false"),
            Map.entry("management.endpoint.health.probes.enabled", "true"),
            Map.entry("management.endpoint.health.show-components", "always"),
            Map.entry("management.endpoint.health.show-details", "never"),
            Map.entry("management.health.diskspace.enabled", "false"),
            Map.entry("management.health.ssl.enabled", "false"),
            Map.entry("logging.structured.format.console", "ecs"),
            // Tomcat quotes what it cannot read, and that may name a person; such a request is recorded by its refusal.
            Map.entry("logging.level.org.apache.coyote", "warn"), Map.entry("logging.level.org.apache.tomcat.util", "warn"),
            // The text of an exception may quote what somebody sent or what a row holds.
            Map.entry("logging.structured.json.exclude", "error.message"),
            Map.entry("logging.structured.json.stacktrace.printer", WordlessStackTrace.class.getName()));

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("todoke telemetry defaults", DEFAULTS));
    }

    /** After the configuration files, before tests replace ports. */
    @Override
    public int getOrder() {
        return ConfigDataEnvironmentPostProcessor.ORDER + 1;
    }
}
