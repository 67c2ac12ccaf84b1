package jp.todoke.tenancy;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** What holds for every service unless its own configuration says otherwise. */
public final class ServiceDefaults implements EnvironmentPostProcessor {
    private static final Map<String, Object> DEFAULTS = Map.ofEntries(Map.entry("spring.threads.virtual.enabled", "true"),
            Map.entry("server.shutdown", "graceful"), Map.entry("spring.lifecycle.timeout-per-shutdown-phase", "10s"),
            Map.entry("spring.servlet.multipart.enabled", "false"), Map.entry("spring.mvc.log-resolved-exception", "false"),
            Map.entry("spring.web.resources.add-mappings", "false"),
            Map.entry("spring.flyway.locations", "classpath:db/channel,classpath:db/migration"),
            Map.entry("mybatis.mapper-locations", "classpath*:db/mapper/**/*.xml"),
            Map.entry("management.health.db.enabled", "false"),
            Map.entry("management.endpoint.health.group.readiness.include", "readinessState,issuer,database"));

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("todoke service defaults", DEFAULTS));
    }
}
