package jp.todoke.gateway;

import static jp.todoke.gateway.AccessTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Three requests a second for a client, four for a municipality; ten seconds' worth at once. */
class TooManyRequestsTest extends EdgeTest {
    private static final String APP_SUBMIT = "/app_submit/v10/things";

    /** Whether or not it has the scope, and whether or not the operation exists: each question counts. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/things", "/api/v1/unknown"})
    void refusesAClientThatAsksTooOftenAndNobodyElse(String path) throws IOException, InterruptedException {
        for (int i = 0; i < 30; i++) {
            ask(path);
        }
        int before = SERVICE.requests.get();

        HttpResponse<String> response = ask("/api/v1/things");

        assertRefused(response, 429, "TOO_MANY_REQUESTS");
        assertEquals("1", response.headers().firstValue("Retry-After").orElse(""));
        assertEquals(before, SERVICE.requests.get());
        assertEquals(200, HTTP.send(to("/api/v1/things", tokenOf("colleague")).build(), BodyHandlers.ofString()).statusCode());
        TIME.pass(Duration.ofSeconds(1));
        assertEquals(200, ask("/api/v1/things").statusCode());
    }

    @Test
    void answersSystemsInTheirOwnEnvelope() throws IOException, InterruptedException {
        HttpRequest request = to(APP_SUBMIT, "opaque").header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}"))
                .build();
        for (int i = 0; i < 30; i++) {
            assertEquals(200, HTTP.send(request, BodyHandlers.ofString()).statusCode());
        }

        HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());

        assertEquals(429, response.statusCode());
        assertEquals("1", response.headers().firstValue("Retry-After").orElse(""));
        assertEquals("application/json", response.headers().firstValue("Content-Type").orElse(""));
        assertEquals("{\"title\":\"庁内データ連携\",\"detail\":\"要求が多すぎます。1 秒後にもう一度送信してください。この要求は処理されていません。\","
                + "\"_links\":{\"self\":{\"href\":\"" + APP_SUBMIT + "\"}}}", response.body());
    }

    @Test
    void countsRequestsWithoutATokenByAddress() throws IOException, InterruptedException {
        HttpRequest open = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/things:open")).build();
        for (int i = 0; i < 10; i++) {
            assertEquals(200, HTTP.send(open, BodyHandlers.ofString()).statusCode());
        }

        assertRefused(HTTP.send(open, BodyHandlers.ofString()), 429, "TOO_MANY_REQUESTS");
        assertEquals(200, ask("/api/v1/things").statusCode());
    }

    /** The guess that would have been right is not looked at either; who was believed before is not kept out by a neighbour. */
    @Test
    void slowsDownWhoTriesTokens() throws IOException, InterruptedException {
        assertEquals(200, ask("/api/v1/things").statusCode());
        IntStream.range(0, 10).forEach(_ -> assertEquals(401, statusWith(forged())));

        assertEquals(429, statusWith(forged()));
        assertEquals(429, statusWith(tokenOf("newcomer")));
        assertEquals(200, ask("/api/v1/things").statusCode());
        TIME.pass(Duration.ofSeconds(1));
        assertEquals(200, statusWith(tokenOf("newcomer")));
    }

    private int statusWith(String bearer) {
        try {
            return HTTP.send(to("/api/v1/things", bearer).build(), BodyHandlers.ofString()).statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
