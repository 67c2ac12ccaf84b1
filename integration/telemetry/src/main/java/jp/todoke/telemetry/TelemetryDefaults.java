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
            // DEGRADED is no reason to take a process out of service; it is told, and alerted on.
            Map.entry("management.endpoint.health.status.order", "down,out-of-service,degraded,up,unknown"),
            // Spans leave only where an endpoint is configured (management.opentelemetry.tracing.export.otlp.endpoint).
            Map.entry("management.tracing.sampling.probability", "0.1"),
            Map.entry("management.tracing.propagation.type", "w3c"),
            // Baggage is free text of whoever calls.
            Map.entry("management.tracing.baggage.enabled", "false"),
            // A span for each filter of the security chain, or around each call behind a breaker, costs much and says little.
            Map.entry("management.observations.enable.spring.security", "false"),
            Map.entry("management.observations.enable.spring.cloud.circuitbreaker", "false"),
            Map.entry("management.metrics.observations.ignored-meters", "long-task-timer"),
            Map.entry("management.metrics.distribution.slo.http.server.requests", "50ms,200ms,1s,5s"),
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
