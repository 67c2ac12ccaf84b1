package jp.todoke.gateway;

import static jp.todoke.gateway.AccessTest.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that is there and does not do its work. A second of silence and two and a half seconds in all are what it gets here. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HangingServiceTest extends EdgeTest {
    private static final byte[] PART = new byte[50_000];
    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

    static {
        SERVICE.when("silent", RawService.Conversation::fallSilent);
        SERVICE.when("dripHead", with -> {
            with.say("HTTP/1.1 200 OK\r\nX-Long: ");
            while (!with.pause(100)) {
                with.say("x");
            }
        });
        SERVICE.when("dripBody", with -> {
            with.say("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\nContent-Encoding: gzip\r\nETag: \"1\"\r\n\r\n");
            while (!with.pause(100)) {
                with.say("x");
            }
        });
        SERVICE.when("little", with -> {
            with.say("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\nContent-Encoding: gzip\r\nETag: \"1\"\r\n\r\nbeginning");
            with.fallSilent();
        });
        SERVICE.when("half", with -> {
            with.say("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            with.say(PART);
            with.fallSilent();
        });
        SERVICE.when("halfInChunks", with -> {
            with.say(CHUNKED);
            with.chunk(PART);
            with.fallSilent();
        });
        SERVICE.when("dies", with -> {
            with.say(CHUNKED);
            with.chunk(PART);
            throw new IOException("dead");
        });
        SERVICE.when("diesAtOnce", with -> {
            throw new IOException("dead");
        });
        SERVICE.when("dripInChunks", with -> {
            with.say(CHUNKED);
            with.chunk(PART);
            while (!with.pause(100)) {
                with.chunk(PART);
            }
        });
        SERVICE.when("slowly", with -> {
            with.say(CHUNKED);
            for (int i = 0; i < 8; i++) {
                with.chunk(PART);
                with.pause(500);
            }
            with.say("0\r\n\r\n");
        });
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"silent", "dripHead", "dripBody", "little"})
    void saysThatTheOutcomeIsUnknownWhileNothingHasBeenSaidYet(String what) throws IOException, InterruptedException {
        int before = SERVICE.requests.get();

        HttpResponse<String> response = ask("/api/v1/things?do=" + what);

        assertRefused(response, 504, "SERVICE_TIMEOUT");
        assertTrue(response.body().contains("同じ Idempotency-Key"), response::body);
        assertEquals(List.of(), response.headers().allValues("ETag"), "of the answer that did not come");
        assertEquals(List.of(), response.headers().allValues("Content-Encoding"));
        assertEquals(before + 1, SERVICE.requests.get(), "never sent twice");
    }

    /** More than all buffers on the way hold. */
    @Test
    void givesUpOnAServiceThatTakesNothingIn() throws IOException, InterruptedException {
        HttpResponse<String> response = HTTP.send(to("/api/v1/things?do=silent", token).header("Content-Type", "application/octet-stream")
                .POST(BodyPublishers.ofByteArray(new byte[32 << 20])).build(), BodyHandlers.ofString());

        assertRefused(response, 504, "SERVICE_TIMEOUT");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"half", "halfInChunks", "dripInChunks", "dies"})
    void breaksOffWhatItCannotBringToItsEnd(String what) throws IOException, InterruptedException {
        int before = SERVICE.requests.get();

        HttpResponse<InputStream> response = HTTP.send(to("/api/v1/things?do=" + what, token).build(), BodyHandlers.ofInputStream());

        assertEquals(200, response.statusCode());
        try (InputStream body = response.body()) {
            assertThrows(IOException.class, body::readAllBytes, "it must not look whole");
        }
        assertEquals(before + 1, SERVICE.requests.get(), "never sent twice");
    }

    @Test
    void tellsAServiceThatDiesFromOneThatIsLate() throws IOException, InterruptedException {
        assertRefused(ask("/api/v1/things?do=diesAtOnce"), 503, "SERVICE_CONNECTION_LOST");
    }

    /** Four seconds, with never more than half a second between two lines. */
    @Test
    void letsAStreamTakeItsTimeAsLongAsItFlows() throws IOException, InterruptedException {
        HttpResponse<String> response = ask("/api/v1/things:stream?do=slowly");

        assertEquals(8 * PART.length, response.body().length());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"half", "halfInChunks"})
    void breaksAStreamOffThatFlowsNoMore(String what) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = HTTP.send(to("/api/v1/things:stream?do=" + what, token).build(), BodyHandlers.ofInputStream());

        try (InputStream body = response.body()) {
            assertThrows(IOException.class, body::readAllBytes);
        }
    }

    /** The head says ten bytes, three come, and the caller hangs up or just waits: nobody's fault behind the gateway. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"hangsUp, 10", "waits, 1"})
    void doesNotBlameTheServiceForItsCaller(String what, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            try (Socket caller = new Socket("127.0.0.1", port)) {
                caller.getOutputStream().write(("POST /api/v1/things?do=" + what + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/octet-stream\r\nContent-Length: 10\r\n\r\nabc")
                        .getBytes(StandardCharsets.US_ASCII));
                if (what.equals("waits")) {
                    String answer = new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                    assertTrue(answer.startsWith("HTTP/1.1 408") && answer.contains("REQUEST_TIMEOUT"), answer);
                } else {
                    caller.shutdownOutput();
                    caller.getInputStream().readAllBytes();
                }
            }
        }

        assertTrue(SERVICE.asked(what) <= times, "never sent twice");
        assertEquals(0, breakers.registry().circuitBreaker("benefits").getMetrics().getNumberOfFailedCalls());
    }
}
