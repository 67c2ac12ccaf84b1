package jp.todoke.local.issuer;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A system that fetches tokens for itself. A service has no municipality of its own: each envelope names it.
 *
 * @param municipalityCode the municipality whose data the system feeds, null for the services
 */
public record SystemClient(String id, String role, String scope, @Nullable String municipalityCode) {

    public static final String BENEFITS_SERVICE = "benefits-service";
    public static final String INTEGRATION = "integration";

    private static final List<SystemClient> ALL = List.of( //
            new SystemClient(BENEFITS_SERVICE, "service", "linkage:send", null), //
            new SystemClient(INTEGRATION, "service", "linkage:send", null), //
            new SystemClient("register-feed", "system", "feeds:write", Person.TODOKENO), //
            new SystemClient("register-feed-b", "system", "feeds:write", Person.TONARINO));

    public static List<SystemClient> all() {
        return ALL;
    }

    public static Optional<SystemClient> named(String id) {
        return ALL.stream().filter(c -> c.id().equals(id)).findFirst();
    }
}
