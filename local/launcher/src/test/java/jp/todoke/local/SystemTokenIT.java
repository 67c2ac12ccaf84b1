package jp.todoke.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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
        HttpResponse<String> answer = submit(PeerTokens.issued(system));
        assertEquals(404, answer.statusCode());
        assertEquals(OPERATION, JSON.readTree(answer.body()).at("/_links/self/href").asString());
    }

    @Test
    void anInventedTokenIsRefusedInTheEnvelopeOfTheStandard() throws Exception {
        refused(submit(PeerTokens.issued(system) + "x"));
    }

    @Test
    void aTokenOfAPersonIsWorthNothingThere() throws Exception {
        refused(submit(system.token("caseworker")));
    }

    private static void refused(HttpResponse<String> answer) {
        assertEquals(401, answer.statusCode());
        JsonNode body = JSON.readTree(answer.body());
        assertEquals("アクセストークンが無効です。", body.path("detail").asString());
        assertEquals(OPERATION, body.at("/_links/self/href").asString());
    }

    private HttpResponse<String> submit(String token) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(system.gatewayUrl().resolve(OPERATION)).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}")).build(), BodyHandlers.ofString());
    }
}
