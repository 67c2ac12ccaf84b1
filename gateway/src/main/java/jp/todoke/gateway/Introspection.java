package jp.todoke.gateway;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.security.oauth2.core.DefaultOAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OAuth2IntrospectionException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Asks the authorisation server of 庁内データ連携 about a token, with {@code client_secret_jwt} (HS256) as
 * 共通機能標準仕様書 §2.2.5 has it. An answer is used once: a revoked token must not live on in a cache.
 */
final class Introspection implements OpaqueTokenIntrospector {
    private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
    private static final Duration ASSERTION_LIFETIME = Duration.ofSeconds(60);
    private static final Set<String> TIMES = Set.of("exp", "iat", "nbf");
    private static final ParameterizedTypeReference<Map<String, Object>> MAP = new ParameterizedTypeReference<>() {
    };

    private final GatewaySettings.@Nullable Peers peers;
    private final RestClient http;
    private final Clock clock;

    Introspection(GatewaySettings.@Nullable Peers peers, ClientHttpRequestFactory http, Clock clock) {
        this.peers = peers;
        this.clock = clock;
        this.http = RestClient.builder().requestFactory(http).build();
    }

    @Override
    public OAuth2AuthenticatedPrincipal introspect(String token) {
        if (peers == null || peers.auth() == null || peers.clientId() == null || peers.clientSecret() == null) {
            throw new OAuth2IntrospectionException("no authorisation server is configured");
        }
        Map<String, Object> state = ask(token, peers.auth().url() + "/oauth2/introspect", peers.clientId(), peers.clientSecret());
        if (!Boolean.TRUE.equals(state.get("active"))) {
            throw new BadOpaqueTokenException("the token is not active");
        }
        return new DefaultOAuth2AuthenticatedPrincipal(String.valueOf(state.getOrDefault("client_id", "-")), attributes(state), List.of());
    }

    /** Spring Security expects times as instants, which JSON has as seconds. */
    private static Map<String, Object> attributes(Map<String, Object> state) {
        Map<String, Object> attributes = new HashMap<>();
        state.forEach((name, value) -> {
            if (value instanceof Number seconds && TIMES.contains(name)) {
                attributes.put(name, Instant.ofEpochSecond(seconds.longValue()));
            } else if (value != null) {
                attributes.put(name, value);
            }
        });
        return attributes;
    }

    private Map<String, Object> ask(String token, String endpoint, String clientId, String clientSecret) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("token", token);
        form.add("client_assertion_type", ASSERTION_TYPE);
        form.add("client_assertion", assertion(endpoint, clientId, clientSecret));
        try {
            Map<String, Object> state = http.post().uri(endpoint).contentType(MediaType.APPLICATION_FORM_URLENCODED).body(form).retrieve()
                    .body(MAP);
            return state == null ? Map.of() : state;
        } catch (RestClientException e) {
            throw new OAuth2IntrospectionException("the authorisation server did not answer", e);
        }
    }

    private String assertion(String endpoint, String clientId, String clientSecret) {
        Instant now = clock.instant();
        SignedJWT assertion = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256),
                new JWTClaimsSet.Builder().issuer(clientId).subject(clientId).audience(endpoint).jwtID(UUID.randomUUID().toString())
                        .issueTime(Date.from(now)).expirationTime(Date.from(now.plus(ASSERTION_LIFETIME))).build());
        try {
            assertion.sign(new MACSigner(clientSecret.getBytes(StandardCharsets.UTF_8)));
        } catch (JOSEException e) {
            throw new OAuth2IntrospectionException("the client secret cannot sign", e);
        }
        return assertion.serialize();
    }
}
