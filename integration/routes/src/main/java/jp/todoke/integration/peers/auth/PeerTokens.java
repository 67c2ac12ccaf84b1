package jp.todoke.integration.peers.auth;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import jp.todoke.integration.peers.PeerCalls;
import jp.todoke.integration.peers.PeerHttp;
import jp.todoke.integration.peers.PeerProperties;
import jp.todoke.integration.peers.PeerRejection;
import jp.todoke.integration.peers.PeerUnreachable;
import jp.todoke.peers.auth.ApiClient;
import jp.todoke.peers.auth.api.AuthApi;
import jp.todoke.peers.auth.model.TokenResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Access tokens by client credentials with {@code client_secret_jwt}. One token per provider system, used until shortly
 * before it expires; a token for several providers is never asked for.
 */
@Component
public class PeerTokens {
    private static final String PEER = "auth";
    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Duration ASSERTION_LIFE = Duration.ofMinutes(2);
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private record Token(String value, Instant fetchedAt, Instant usableUntil) {
        /** A clock that was put back would make it last too long. */
        boolean usableAt(Instant now) {
            return !now.isBefore(fetchedAt) && now.isBefore(usableUntil);
        }
    }

    /** One scope's token; the lock lets one caller fetch while the others wait for it. */
    private static final class Slot {
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable Token token;
    }

    private final AuthApi api;
    private final PeerCalls calls;
    private final PeerProperties properties;
    private final Clock clock;
    private final Map<String, Slot> slots = new ConcurrentHashMap<>();

    PeerTokens(PeerHttp http, PeerCalls calls, PeerProperties properties, Clock clock) {
        this.api = new AuthApi(new ApiClient(http.to(PEER, properties.auth().url()).build()));
        this.calls = calls;
        this.properties = properties;
        this.clock = clock;
    }

    String token(String scope) {
        Slot slot = slots.computeIfAbsent(scope, _ -> new Slot());
        slot.lock.lock();
        try {
            Token token = slot.token;
            if (token == null || !token.usableAt(clock.instant())) {
                token = calls.call(PEER, () -> fetch(scope));
                slot.token = token;
            }
            return token.value();
        } catch (PeerRejection refusal) {
            // A refused token says nothing about the inquiry for which it was wanted.
            throw new PeerUnreachable("TOKEN_" + refusal.code());
        } finally {
            slot.lock.unlock();
        }
    }

    /** The peer no longer takes this token, for example after its restart. */
    void forget(String scope, String value) {
        Slot slot = slots.computeIfAbsent(scope, _ -> new Slot());
        slot.lock.lock();
        try {
            Token token = slot.token;
            if (token != null && token.value().equals(value)) {
                slot.token = null;
            }
        } finally {
            slot.lock.unlock();
        }
    }

    private Token fetch(String scope) {
        Instant now = clock.instant();
        TokenResponse response = api.issueToken("client_credentials", ASSERTION_TYPE, assertion(now), scope);
        return new Token(response.getAccessToken(), now, now.plusSeconds(response.getExpiresIn()).minus(MARGIN));
    }

    private String assertion(Instant now) {
        var claims = new JWTClaimsSet.Builder().issuer(properties.clientId()).subject(properties.clientId())
                .audience(properties.auth().url() + "/oauth2/token").jwtID(UUID.randomUUID().toString()).issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ASSERTION_LIFE))).build();
        var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            jwt.sign(new MACSigner(properties.clientSecret().getBytes(StandardCharsets.UTF_8)));
        } catch (JOSEException e) {
            throw new IllegalStateException("the client secret of the peers cannot sign (at least 32 characters)", e);
        }
        return jwt.serialize();
    }
}
