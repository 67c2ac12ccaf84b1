package jp.todoke.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;

/** A Todoke that can be used as its users do: through its gateway, with their tokens. */
public interface ReachableSystem {
    URI gatewayUrl();

    /**
     * An access token of a seeded user ({@code caseworker}, {@code approver}, {@code payments}, {@code auditor},
     * {@code vendor}, {@code caseworker-b}, {@code approver-b}), fetched by authorization code and PKCE and kept until
     * shortly before it ends.
     */
    String token(String user);

    /** An access token of a system client ({@code register-feed}, {@code register-feed-b}) by client credentials. */
    String clientToken(String clientId);

    /** Where this instance keeps data, logs and output. */
    Path stateDir();

    /** Where results for people go, for example bank files and notices that a run fetched. */
    default Path outDir() {
        return stateDir().resolve("out");
    }

    /** The fixed day of intake of this test system. */
    LocalDate businessDate();
}
