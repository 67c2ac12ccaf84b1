package jp.todoke.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static jp.todoke.gateway.AccessTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Bodies of many lines pass as they come. */
class StreamTest extends GatewayTest {
    private static final String BATCH = "/api/v1/simulations:batch";
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** The answer takes longer than the gateway's patience with one read (three seconds here). */
    @Test
    void handsLinesOnBeforeTheLastOneIsThere() throws IOException, InterruptedException {
        String lines = ("x".repeat(4_095) + "\n").repeat(40);
        BENEFITS.stubFor(post(urlEqualTo(BATCH)).willReturn(aResponse().withHeader("Content-Type", "application/x-ndjson").withBody(lines)
                .withChunkedDribbleDelay(40, 4_000)));

        Instant sent = Instant.now();
        HttpResponse<java.io.InputStream> response = HTTP.send(
                request(BATCH, ISSUER.token("simulations:run")).header("Content-Type", "application/x-ndjson")
                        .POST(BodyPublishers.ofString("{}\n{}\n")).build(),
                BodyHandlers.ofInputStream());
        Duration first;
        int count = 1;
        try (BufferedReader body = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            assertEquals(4_095, body.readLine().length());
            first = Duration.between(sent, Instant.now());
            while (body.readLine() != null) {
                count++;
            }
        }

        assertEquals(40, count);
        Duration whole = Duration.between(sent, Instant.now());
        assertTrue(whole.compareTo(Duration.ofSeconds(3)) > 0 && first.compareTo(whole.dividedBy(2)) < 0, first + " of " + whole);
        BENEFITS.verify(postRequestedFor(urlEqualTo(BATCH)).withRequestBody(equalTo("{}\n{}\n")));
    }

    @Test
    void takesNoOtherMediaTypeAndNoOtherScope() {
        assertRefused(send(request(BATCH, ISSUER.token("simulations:run")).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))), 415, "UNSUPPORTED_MEDIA_TYPE");
        assertRefused(send(request(BATCH, ISSUER.token("cases:read")).header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString("{}"))), 403, "MISSING_SCOPE");
    }
}
