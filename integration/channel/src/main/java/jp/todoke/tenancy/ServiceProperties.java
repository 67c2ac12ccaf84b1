package jp.todoke.tenancy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which service this process is, and its place in the system.
 *
 * @param service      {@code benefits} or {@code integration}; set in each service's application.yml
 * @param businessDate 業務日付 of a test system
 * @param testSystem   declares that no decision made here concerns a real person
 * @param migrate      who brings the schema to what this build carries
 */
@ConfigurationProperties("todoke")
public record ServiceProperties(String service, @Nullable LocalDate businessDate, @DefaultValue("false") boolean testSystem,
        @DefaultValue("AT_START") Migrate migrate, Database db) {

    public enum Migrate {
        /** This process, whenever it starts. */
        AT_START,
        /** This process, which does nothing else and ends: {@link ServiceProcess}. */
        ONLY,
        /** Somebody else, and has: this process refuses to start on an older schema. It needs no credentials of the owner. */
        NEVER
    }

    public ServiceProperties {
        if (!"benefits".equals(service) && !"integration".equals(service)) {
            throw new IllegalArgumentException("todoke.service must be benefits or integration");
        }
        if (businessDate != null && !testSystem) {
            throw new IllegalArgumentException("todoke.business-date may be set in a test system only (todoke.test-system=true)");
        }
    }

    /** The schema that this service owns. */
    public String schema() {
        return service.equals("benefits") ? "benefits" : "linkage";
    }

    /**
     * @param app      runs the service under row-level security
     * @param owner    owns the schema and migrates it; a process that never migrates has none
     * @param dispatch claims due rows of all tenants' queues, and sees nothing else
     */
    public record Database(String url, Login app, @Nullable Login owner, Login dispatch) {}

    /** A role of the database. A process that only migrates reads the names of the others, not their passwords. */
    public record Login(String user, String password) {
        @Override
        public String toString() {
            return user;
        }
    }
}
