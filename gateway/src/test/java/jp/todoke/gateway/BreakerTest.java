package jp.todoke.gateway;

import static jp.todoke.gateway.AccessTest.assertRefused;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Half of ten calls without an answer: the service is then left alone for ten seconds, and three calls find out whether it is back. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BreakerTest extends EdgeTest {
    private static final String OK = "/api/v1/things";
    private static final String DEAD = "/api/v1/things?do=dead";

    @Autowired
    private MeterRegistry meters;

    static {
        SERVICE.when("dead", _ -> {
            throw new IOException("dead");
        });
        SERVICE.when("brokenOff", with -> {
            with.say("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            with.say(new byte[50_000]);
            throw new IOException("dead");
        });
        for (int status : new int[]{500, 503, 504}) {
            String body = "{\"status\":" + status + "}";
            SERVICE.when("says" + status, with -> with.say("HTTP/1.1 " + status + " X\r\nContent-Type: application/problem+json\r\n"
                    + "Retry-After: 7\r\nContent-Length: " + body.length() + "\r\n\r\n" + body));
        }
    }

    @Test
    void leavesAServiceAloneThatDoesNotAnswerAndSaysForHowLong() throws IOException, InterruptedException {
        open();
        int before = SERVICE.requests.get();

        assertLeftAlone("10");
        TIME.pass(Duration.ofMillis(3_500));
        assertLeftAlone("7");
        assertEquals(before, SERVICE.requests.get(), "not asked");
        assertEquals(200, ask("/api/v1/others").statusCode(), "the other service has a breaker of its own");
        assertEquals(1.0, meters.get("resilience4j.circuitbreaker.state").tags("name", "benefits", "state", "open").gauge().value());
        for (String health : new String[]{"liveness", "readiness"}) {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/" + health)).build();
            assertEquals(200, HTTP.send(request, BodyHandlers.ofString()).statusCode(), "the gateway itself is well");
        }
    }

    @Test
    void findsOutThatTheServiceIsBack() throws IOException, InterruptedException {
        open();
        TIME.pass(Duration.ofMillis(10_001));

        for (int i = 0; i < 10; i++) {
            assertEquals(200, ask(OK).statusCode());
        }
        assertEquals(1.0, meters.get("resilience4j.circuitbreaker.state").tags("name", "benefits", "state", "closed").gauge().value());
    }

    @Test
    void goesOnLeavingItAloneWhileTheProbesFail() throws IOException, InterruptedException {
        open();
        TIME.pass(Duration.ofMillis(10_001));

        for (int i = 0; i < 3; i++) {
            assertRefused(ask(DEAD), 503, "SERVICE_CONNECTION_LOST");
        }

        assertLeftAlone("10");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {500, 503, 504})
    void takesWhatAServiceSaysForASignOfLife(int status) throws IOException, InterruptedException {
        for (int i = 0; i < 15; i++) {
            HttpResponse<String> response = ask("/api/v1/things?do=says" + status);

            assertEquals(status, response.statusCode());
            assertEquals("{\"status\":" + status + "}", response.body());
            assertEquals("7", response.headers().firstValue("Retry-After").orElse(""));
        }
    }

    @ParameterizedTest(name = "{0} of 10 calls fail: {1}")
    @CsvSource({"4, CLOSED", "5, OPEN"})
    void opensAtHalf(int failing, String state) throws IOException, InterruptedException {
        for (int i = 0; i < 10; i++) {
            ask(i < failing ? DEAD : OK);
        }

        CircuitBreaker breaker = breakers.registry().circuitBreaker("benefits");
        // The gateway counts a call when it has handed on its last byte, and the caller may be quicker.
        await().until(() -> breaker.getMetrics().getNumberOfBufferedCalls() == 10);
        assertEquals(state, breaker.getState().name());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/api/v1/things", "/api/v1/things:stream"})
    void countsAnswersThatBreakOff(String path) throws IOException, InterruptedException {
        for (int i = 0; i < 10; i++) {
            HttpResponse<InputStream> response = HTTP.send(to(path + "?do=brokenOff", token).build(), BodyHandlers.ofInputStream());
            if (response.statusCode() == 200) {
                try (InputStream body = response.body()) {
                    assertThrows(IOException.class, body::readAllBytes);
                }
            }
        }

        assertLeftAlone("10");
    }

    private void open() throws IOException, InterruptedException {
        for (int i = 0; i < 10; i++) {
            assertRefused(ask(DEAD), 503, "SERVICE_CONNECTION_LOST");
        }
    }

    private void assertLeftAlone(String seconds) throws IOException, InterruptedException {
        HttpResponse<String> response = ask(OK);

        assertRefused(response, 503, "CIRCUIT_OPEN");
        assertEquals(seconds, response.headers().firstValue("Retry-After").orElse(""));
        assertTrue(response.body().contains(seconds + " 秒後"), response::body);
    }
}
