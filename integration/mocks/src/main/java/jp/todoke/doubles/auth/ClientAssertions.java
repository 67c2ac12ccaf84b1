package jp.todoke.doubles.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks {@code client_secret_jwt} (HS256) as 共通機能標準仕様書 2.1 §2.2.5 and RFC 7523 ask; remembers jti until it expires. */
final class ClientAssertions {

    static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final long LONGEST_SECONDS = 300;
    private static final long SKEW_SECONDS = 5;

    private final ClientRegistry clients;
    private final Clock clock;
    private final Map<String, Instant> usedUntil = new HashMap<>();

    ClientAssertions(ClientRegistry clients, Clock clock) {
        this.clients = clients;
        this.clock = clock;
    }

    /** The client that made the assertion. {@code here} is the address at which the request arrived. */
    Client authenticated(@Nullable String type, @Nullable String assertion, String here) {
        if (!TYPE.equals(type) || assertion == null) {
            throw refused("client_assertion_type must be " + TYPE);
        }
        try {
            SignedJWT jwt = SignedJWT.parse(assertion);
            JWTClaimsSet claims = jwt.getJWTClaimsSet();
            Client client = clients.named(claims.getIssuer()).orElseThrow(() -> refused("unknown client"));
            if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm())
                    || !jwt.verify(new MACVerifier(client.clientSecret().getBytes(StandardCharsets.UTF_8)))) {
                throw refused("the signature is not HS256 with this client's secret");
            }
            check(claims, here);
            return client;
        } catch (ParseException | JOSEException notAnAssertion) {
            throw refused("client_assertion is not a signed JWT");
        }
    }

    private void check(JWTClaimsSet claims, String here) {
        if (!claims.getIssuer().equals(claims.getSubject())) {
            throw refused("iss and sub must both be the client id");
        }
        if (claims.getAudience().stream().noneMatch(audience -> audience.equals(here) || audience.equals(tokenEndpoint(here)))) {
            throw refused("aud must be the token endpoint");
        }
        if (claims.getExpirationTime() == null || claims.getJWTID() == null) {
            throw refused("exp and jti are required");
        }
        Instant now = clock.instant();
        Instant expires = claims.getExpirationTime().toInstant();
        if (!expires.isAfter(now)) {
            throw refused("the assertion has expired");
        }
        if (expires.isAfter(now.plusSeconds(LONGEST_SECONDS + SKEW_SECONDS))) {
            throw refused("exp must lie within 5 minutes");
        }
        useOnce(claims.getIssuer() + "/" + claims.getJWTID(), expires, now);
    }

    private void useOnce(String id, Instant expires, Instant now) {
        synchronized (usedUntil) {
            // No entry outlives its assertion, so the map is bounded by five minutes of requests.
            usedUntil.values().removeIf(until -> !until.isAfter(now));
            if (usedUntil.putIfAbsent(id, expires) != null) {
                throw refused("jti was used before");
            }
        }
    }

    void forget() {
        synchronized (usedUntil) {
            usedUntil.clear();
        }
    }

    private static String tokenEndpoint(String here) {
        return here.replaceFirst("/oauth2/introspect$", "/oauth2/token");
    }

    private static OAuthRefusal refused(String description) {
        return new OAuthRefusal("invalid_client", description);
    }
}
