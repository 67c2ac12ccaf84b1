package jp.todoke.integration.peers.myna;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import jp.todoke.integration.peers.PeerProperties;
import jp.todoke.integration.peers.PeerUnreachable;
import jp.todoke.peers.myna.api.MynaApi;
import jp.todoke.peers.myna.model.Login;
import jp.todoke.peers.myna.model.Session;
import jp.todoke.tenancy.Municipality;
import org.springframework.stereotype.Component;
import org.springframework.web.client.HttpClientErrorException;

/** ログイン: a token per municipality, used until shortly before it ends. Two that log in at once get two tokens, which does no harm. */
@Component
class MynaSessions {
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private record Token(String value, Instant usableUntil) {
        @Override
        public String toString() {
            return "Token[" + usableUntil + "]";
        }
    }

    private final PeerProperties properties;
    private final Clock clock;
    private final Map<Municipality, Token> tokens = new ConcurrentHashMap<>();

    MynaSessions(PeerProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    String token(MynaApi portal, Municipality municipality) {
        Token known = tokens.get(municipality);
        if (known != null && clock.instant().isBefore(known.usableUntil())) {
            return known.value();
        }
        Token fresh = login(portal, municipality);
        tokens.put(municipality, fresh);
        return fresh.value();
    }

    void forget(Municipality municipality, String value) {
        tokens.computeIfPresent(municipality, (_, token) -> token.value().equals(value) ? null : token);
    }

    /** A refused login says nothing about what was to be asked. */
    private Token login(MynaApi portal, Municipality municipality) {
        Instant now = clock.instant();
        try {
            Session session = portal.login(UUID.randomUUID().toString(), new Login().clientId(properties.clientId())
                    .clientSecret(properties.clientSecret()).municipalityCode(municipality.code()));
            if (session == null || session.getToken() == null || session.getExpiresIn() == null) {
                throw new PeerUnreachable("LOGIN_UNREADABLE");
            }
            return new Token(session.getToken(), now.plusSeconds(session.getExpiresIn()).minus(MARGIN));
        } catch (HttpClientErrorException refused) {
            throw new PeerUnreachable("LOGIN_" + refused.getStatusCode().value());
        }
    }
}
