package jp.todoke.local.tokens;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The issuer's token endpoint, and the client-credentials grant of systems. */
public final class TokenEndpoint {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final URI issuer;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

    public TokenEndpoint(URI issuer, Clock clock) {
        this.issuer = issuer;
        this.clock = clock;
    }

    public AccessToken byClientCredentials(String clientId, String secret, String scope) {
        String basic = Base64.getEncoder().encodeToString((encode(clientId) + ":" + encode(secret)).getBytes(StandardCharsets.UTF_8));
        return ask(request(Map.of("grant_type", "client_credentials", "scope", scope)).header("Authorization", "Basic " + basic).build());
    }

    AccessToken byCode(String clientId, String code, String verifier, String redirectUri) {
        return ask(request(
                Map.of("grant_type", "authorization_code", "client_id", clientId, "code", code, "code_verifier", verifier, "redirect_uri",
                        redirectUri))
                .build());
    }

    private HttpRequest.Builder request(Map<String, String> form) {
        return HttpRequest.newBuilder(issuer.resolve("/oauth2/token")).timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encodeForm(form)));
    }

    private AccessToken ask(HttpRequest request) {
        HttpResponse<String> answer = send(http, request);
        JsonNode body = JSON.readTree(answer.body().isEmpty() ? "{}" : answer.body());
        if (answer.statusCode() != 200) {
            throw new TokenRefusedException("the issuer refused: " + answer.statusCode() + " " + body.path("error").asString(""));
        }
        Set<String> scopes = Set.of(body.path("scope").asString("").split(" "));
        return new AccessToken(body.path("access_token").asString(), clock.instant().plusSeconds(body.path("expires_in").asLong()), scopes);
    }

    static HttpResponse<String> send(HttpClient http, HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new TokenRefusedException("the issuer at " + request.uri().getAuthority() + " does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TokenRefusedException("interrupted");
        }
    }

    static String encodeForm(Map<String, String> form) {
        return form.entrySet().stream().map(e -> encode(e.getKey()) + "=" + encode(e.getValue())).collect(Collectors.joining("&"));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
