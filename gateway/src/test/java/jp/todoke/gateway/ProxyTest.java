package jp.todoke.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.binaryEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.havingExactly;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static jp.todoke.gateway.AccessTest.assertRefused;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.http.Fault;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What happens to a request that may pass, and to the answer. */
@ExtendWith(OutputCaptureExtension.class)
class ProxyTest extends GatewayTest {
    private static final String CASES = "/api/v1/cases?limit=7&uketsukeBango=M2026%201%2B1";
    private static final int PACKAGE_LIMIT = 6_291_456;

    @Test
    void handsOnTheRequestAndTheAnswer() {
        HttpResponse<String> response = send(
                request(CASES, ISSUER.token("cases:read")).header("If-None-Match", "\"1\"").header("X-Correlation-Id", "call-4711")
                        .header("X-Forwarded-For", "10.0.0.1").header("Cookie", "a=b").header("TE", "trailers"));

        BENEFITS.verify(getRequestedFor(urlEqualTo(CASES)).withHeader("If-None-Match", equalTo("\"1\""))
                .withHeader("X-Correlation-Id", equalTo("call-4711"))
                .withoutHeader("X-Forwarded-For").withoutHeader("TE"));
        assertEquals("{\"from\":\"benefits\"}", response.body());
        assertEquals("\"3\"", response.headers().firstValue("ETag").orElse(""));
        assertEquals(List.of("call-4711"), response.headers().allValues("X-Correlation-Id"));
    }

    @Test
    void makesACorrelationIdWhereNoneOrNoUsableOneIsSent() {
        HttpResponse<String> response = send(request("/api/v1/cases", ISSUER.token("cases:read")).header("X-Correlation-Id", "a b; drop"));

        String made = response.headers().firstValue("X-Correlation-Id").orElseThrow();
        assertTrue(made.matches("[0-9a-f-]{36}"), made);
        BENEFITS.verify(getRequestedFor(urlEqualTo("/api/v1/cases")).withHeader("X-Correlation-Id", havingExactly(made)));
    }

    @Test
    void handsOnProblemsOfTheServicesAsTheyAre() {
        BENEFITS.stubFor(any(anyUrl()).willReturn(
                aResponse().withStatus(404).withHeader("Content-Type", "application/problem+json").withBody("{\"code\":\"NOT_FOUND\"}")));

        HttpResponse<String> response = send(request("/api/v1/cases/0190f3a2-0000-7000-8000-000000000001", ISSUER.token("cases:read")));

        assertEquals(404, response.statusCode());
        assertEquals("{\"code\":\"NOT_FOUND\"}", response.body());
    }

    @Test
    void streamsAPackageUnharmed() {
        byte[] zip = new byte[PACKAGE_LIMIT];
        new Random(7).nextBytes(zip);

        assertEquals(200, intake(BodyPublishers.ofByteArray(zip)).statusCode());
        assertEquals(200, intake(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(zip))).statusCode());
        INTEGRATION.verify(2, postRequestedFor(urlEqualTo("/api/v1/intake/packages")).withRequestBody(binaryEqualTo(zip))
                .withHeader("Content-Type", equalTo("application/zip")).withHeader("Idempotency-Key", equalTo("key-00000001")));
    }

    @Test
    void refusesABodyThatIsTooLongWhateverItDeclares() {
        byte[] zip = new byte[PACKAGE_LIMIT + 1];

        assertRefused(intake(BodyPublishers.ofByteArray(zip)), 413, "TOO_LARGE");
        assertRefused(intake(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(zip))), 413, "TOO_LARGE");
        assertRefused(
                send(request("/api/v1/payment-runs", ISSUER.token("payments:write")).header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(new byte[1_048_577]))),
                413, "TOO_LARGE");
        // What was sent on of it before its length showed must not look whole.
        INTEGRATION.verify(0, postRequestedFor(urlEqualTo("/api/v1/intake/packages")));
    }

    private HttpResponse<String> intake(BodyPublisher body) {
        return send(request("/api/v1/intake/packages", ISSUER.token("intake:write")).header("Content-Type", "application/zip")
                .header("Idempotency-Key", "key-00000001").POST(body));
    }

    @Test
    void takesOnlyTheMediaTypesOfTheOperation() {
        HttpResponse<String> form = send(request("/api/v1/payment-runs?a=1", ISSUER.token("payments:write"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString("b=2")));

        assertRefused(form, 415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void givesUpOnAServiceThatDoesNotAnswer() {
        BENEFITS.stubFor(any(anyUrl()).willReturn(late()));

        assertRefused(send(request("/api/v1/cases", ISSUER.token("cases:read"))), 504, "SERVICE_TIMEOUT");
        assertEquals(1, BENEFITS.countRequestsMatching(getRequestedFor(anyUrl()).build()).getCount(), "never sent twice");
    }

    @Test
    void saysWhenToComeBackAfterAServiceHasBrokenOff() {
        INTEGRATION.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

        HttpResponse<String> response = send(request("/api/v1/intake/packages", ISSUER.token("intake:read")));

        assertRefused(response, 503, "SERVICE_CONNECTION_LOST");
        assertEquals("5", response.headers().firstValue("Retry-After").orElse(""));
    }

    @Test
    void recordsEachAccessWithoutWhatWasAskedFor(CapturedOutput output) {
        send(request("/api/v1/cases?uketsukeBango=himitsu", ISSUER.token("cases:read")).header("X-Correlation-Id", "call-4712"));
        send(request("/api/v1/himitsu", ISSUER.token("cases:read")));

        // A record is written behind its answer.
        await().until(() -> output.getAll().contains("\"message\":\"- 404\""));
        String line = output.getAll().lines().filter(each -> each.contains("\"call-4712\"")).findFirst().orElseThrow();
        for (String part : List.of("\"message\":\"listCases 200\"", "\"operation\":\"listCases\"", "\"municipality\":\"139998\"",
                "\"http\":{\"request\":{\"method\":\"GET\"}", "\"traceId\":")) {
            assertTrue(line.contains(part), line);
        }
        assertFalse(output.getAll().contains("himitsu"));
    }
}
