package jp.todoke.integration;

import jp.todoke.tenancy.ServiceProcess;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the integration service. It knows the peers' contracts and no benefit rule. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class IntegrationService {

    public static void main(String[] args) {
        // Camel reads this only as a system property; the key in application.yml is ignored.
        System.setProperty("camel.threads.virtual.enabled", "true");
        ServiceProcess.run(IntegrationService.class, args);
    }
}
