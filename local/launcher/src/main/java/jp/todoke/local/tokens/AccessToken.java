package jp.todoke.local.tokens;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** An access token as the issuer gave it. */
public record AccessToken(String value, Instant expiresAt, Set<String> scopes) {

    private static final Duration MARGIN = Duration.ofSeconds(60);

    boolean usableAt(Instant instant) {
        return instant.isBefore(expiresAt.minus(MARGIN));
    }

    /** Hides the value: a token in a log is a token given away. */
    @Override
    public String toString() {
        return "AccessToken[expiresAt=" + expiresAt + ", scopes=" + scopes + "]";
    }
}
