package jp.todoke.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Systems come in by {@code /app_submit/**}: opaque tokens of the authorisation server, checked there by introspection (E01, E02). */
class SystemTokenIT {
    private static final String OPERATION = "/app_submit/v10/jutogaishaatenabangofuban";
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final RunningSystem system = SystemUnderTest.running();

    @Test
    void aTokenOfTheAuthorisationServerIsKnownAndFindsNoOperationYet() throws Exception {
        HttpResponse<String> answer = submit(issued());
        assertEquals(404, answer.statusCode());
        assertEquals(OPERATION, JSON.readTree(answer.body()).at("/_links/self/href").asString());
    }

    @Test
    void anInventedTokenIsRefusedInTheEnvelopeOfTheStandard() throws Exception {
        HttpResponse<String> answer = submit(issued() + "x");
        assertEquals(401, answer.statusCode());
        JsonNode body = JSON.readTree(answer.body());
        assertEquals("アクセストークンが無効です。", body.path("detail").asString());
        assertEquals(OPERATION, body.at("/_links/self/href").asString());
    }

    private HttpResponse<String> submit(String token) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(system.gatewayUrl().resolve(OPERATION)).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}")).build(), BodyHandlers.ofString());
    }

    private String issued() throws IOException, InterruptedException, JOSEException {
        URI endpoint = URI.create(system.url(ProcessNames.DOUBLES) + "/oauth2/token");
        String form = Map.of(
                "grant_type", "client_credentials",
                "client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion", assertion(endpoint),
                "scope", "032:chukan/inquiries:Create").entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> answer = HTTP.send(HttpRequest.newBuilder(endpoint).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)).build(), BodyHandlers.ofString());
        assertEquals(200, answer.statusCode());
        return JSON.readTree(answer.body()).path("access_token").asString();
    }

    private String assertion(URI endpoint) throws JOSEException {
        String secret = Secrets.keptIn(new Places(Launcher.root(), system.stateDir()).secrets()).ofPeers();
        Instant now = Instant.now();
        var claims = new JWTClaimsSet.Builder().issuer(Programs.PEER_CLIENT).subject(Programs.PEER_CLIENT).audience(endpoint.toString())
                .jwtID(UUID.randomUUID().toString()).issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(120))).build();
        var assertion = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        assertion.sign(new MACSigner(secret.getBytes(StandardCharsets.UTF_8)));
        return assertion.serialize();
    }
}
