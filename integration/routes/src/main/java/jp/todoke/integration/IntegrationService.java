package jp.todoke.integration;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the integration service. It knows the peers' contracts and no benefit rule. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IntegrationService {

    public static void main(String[] args) {
        // Camel reads this only as a system property; the key in application.yml is ignored.
        System.setProperty("camel.threads.virtual.enabled", "true");
        SpringApplication.run(IntegrationService.class, args);
    }
}
