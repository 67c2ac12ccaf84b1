package jp.todoke.local;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Opaque tokens of the authorisation server of 庁内データ連携, fetched with {@code client_secret_jwt} (E01). */
public final class PeerTokens {
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private PeerTokens() {}

    public static String issued(RunningSystem system) throws IOException, InterruptedException {
        URI endpoint = URI.create(system.url(ProcessNames.DOUBLES) + "/oauth2/token");
        String form = Map.of(
                "grant_type", "client_credentials",
                "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion", assertion(system, endpoint),
                "scope", "032:chukan/inquiries:Create").entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = HTTP.send(HttpRequest.newBuilder(endpoint).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)).build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the authorisation server answered " + answer.statusCode());
        }
        return JSON.readTree(answer.body()).path("access_token").asString();
    }

    private static String assertion(RunningSystem system, URI endpoint) {
        String secret = Secrets.keptIn(new Places(Launcher.root(), system.stateDir()).secrets()).ofPeers();
        Instant now = Instant.now();
        var claims = new JWTClaimsSet.Builder().issuer(Programs.PEER_CLIENT).subject(Programs.PEER_CLIENT).audience(endpoint.toString())
                .jwtID(UUID.randomUUID().toString()).issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(120))).build();
        var assertion = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        try {
            assertion.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return assertion.serialize();
    }
}
