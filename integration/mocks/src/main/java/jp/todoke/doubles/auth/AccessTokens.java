package jp.todoke.doubles.auth;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import jp.todoke.doubles.wire.PeerRequest;
import jp.todoke.doubles.wire.Refusal;
import jp.todoke.doubles.wire.Seal;

/** Access tokens that are opaque to everyone else and say everything to this server, so that introspection needs no memory. */
public final class AccessTokens {

    static final long LIFETIME_SECONDS = 300;

    /** What a token grants. */
    record Grant(String clientId, String audience, String scope, Instant expires) {}

    private final Seal seal;
    private final Clock clock;

    public AccessTokens(String keyMaterial, Clock clock) {
        this.seal = new Seal("access token", keyMaterial);
        this.clock = clock;
    }

    String issue(String clientId, String audience, String scope) {
        long expires = clock.instant().getEpochSecond() + LIFETIME_SECONDS;
        return seal.close(String.join("\n", clientId, audience, Long.toString(expires), scope).getBytes(StandardCharsets.UTF_8));
    }

    /** The grant of a living token; empty for an expired one and for any other string. */
    Optional<Grant> introspect(String token) {
        return seal.open(token).map(content -> new String(content, StandardCharsets.UTF_8).split("\n"))
                .map(part -> new Grant(part[0], part[1], part[3], Instant.ofEpochSecond(Long.parseLong(part[2]))))
                .filter(grant -> grant.expires().isAfter(clock.instant()));
    }

    /** Refuses a request whose bearer token does not carry the scope; the token may travel in the header only. */
    public void require(String scope, PeerRequest request) {
        String authorization = request.header("Authorization");
        if (request.hasQuery("access_token") || request.hasQuery("token")) {
            throw Refusal.token("invalid_request");
        }
        if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            throw Refusal.token("invalid_token");
        }
        Grant grant = introspect(authorization.substring(7).strip()).orElseThrow(() -> Refusal.token("invalid_token"));
        if (!grant.audience().equals(scope.substring(0, scope.indexOf(':')))) {
            throw Refusal.token("invalid_token");
        }
        if (!Arrays.asList(grant.scope().split(" ")).contains(scope)) {
            throw Refusal.token("insufficient_scope");
        }
    }
}
