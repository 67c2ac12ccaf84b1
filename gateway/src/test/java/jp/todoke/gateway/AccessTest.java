package jp.todoke.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.Set;
import java.util.stream.Stream;
import jp.todoke.contracts.Contract;
import jp.todoke.contracts.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who reaches what: for every operation of the contract, so that a new one is guarded before it is built. */
class AccessTest extends GatewayTest {
    private static final Contract CONTRACT = Contract.product();

    static Stream<Operation> operations() {
        return CONTRACT.operations().stream().filter(operation -> !operation.service().equals("channel"));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyOperationIsReachedWithItsScopeAndOnlyWithIt(Operation operation) {
        String others = CONTRACT.operations().stream().map(Operation::scope).filter(scope -> !scope.equals(operation.scope())).distinct()
                .collect(Collectors.joining(" "));

        assertEquals(401, call(operation, null).statusCode());
        assertRefused(call(operation, ISSUER.token(others)), 403, "MISSING_SCOPE");
        assertRefused(call(operation, ISSUER.tokenWithoutMunicipality(operation.scope())), 403, "TENANT_MISSING");
        assertEquals(0, requests(BENEFITS) + requests(INTEGRATION));

        assertEquals(200, call(operation, ISSUER.token(operation.scope())).statusCode());
        assertEquals(1, requests(operation.service().equals("benefits") ? BENEFITS : INTEGRATION));
        assertEquals(1, requests(BENEFITS) + requests(INTEGRATION));
    }

    @ParameterizedTest(name = "a token that is {0} is refused")
    @CsvSource({"of another issuer", "for another audience", "expired", "forged", "no token at all"})
    void refusesTokensOfNoValue(String kind) {
        String token = switch (kind) {
            case "of another issuer" -> ISSUER.tokenOfAnotherIssuer("cases:read");
            case "for another audience" -> ISSUER.tokenFor("another", "cases:read");
            case "expired" -> ISSUER.expiredToken("cases:read");
            case "forged" -> ISSUER.forgedToken("cases:read");
            default -> "abc";
        };

        HttpResponse<String> response = send(request("/api/v1/cases", token));

        assertRefused(response, 401, "UNAUTHENTICATED");
        assertEquals("Bearer", response.headers().firstValue("WWW-Authenticate").orElse(""));
        assertEquals(0, requests(BENEFITS));
    }

    @ParameterizedTest(name = "{0} {1} does not exist")
    @CsvSource({"GET, /api/v1/unknown", "TRACE, /api/v1/cases", "DELETE, /api/v1/cases", "GET, /api/v1/cases/",
            "POST, /linkage/v1/messages", "GET, /actuator/env",
            "GET, /actuator",
            "GET, /actuator/health/db", "GET, /error", "GET, /", "GET, /api/v1/cases/a%2Fb"})
    void routesOnlyWhatTheContractLists(String method, String path) {
        HttpResponse<String> response = send(
                request(path, ISSUER.token("cases:read linkage:send")).method(method, HttpRequest.BodyPublishers.noBody()));

        assertTrue(response.statusCode() == 404 || response.statusCode() == 400, response::body);
        assertEquals("application/problem+json", response.headers().firstValue("Content-Type").orElse(""));
        assertEquals(0, requests(BENEFITS) + requests(INTEGRATION));
    }

    @ParameterizedTest(name = "{0} {1}: {2} {3}")
    @CsvSource({"GET, /api/v1/cases?limit=%ff, 400, INVALID_REQUEST", "GET, /api/v1/cases?%E5%B1=1, 400, INVALID_REQUEST",
            "OPTIONS, /api/v1/cases, 404, NOT_FOUND", "POST, /actuator/health, 404, NOT_FOUND"})
    void answersWhatNobodyServesInItsEnvelope(String method, String path, int status, String code) {
        assertRefused(send(request(path, ISSUER.token("cases:read")).method(method, HttpRequest.BodyPublishers.noBody())), status, code);
        assertEquals(0, requests(BENEFITS));
    }

    @Test
    void refusesTwoTokens() {
        assertRefused(send(request("/api/v1/cases", ISSUER.token("cases:read")).header("Authorization", "Bearer another")), 400,
                "INVALID_REQUEST");
        assertEquals(0, requests(BENEFITS));
    }

    @Test
    void refusesATokenInTheUrl() {
        assertRefused(send(request("/api/v1/cases?access_token=abc", null)), 400, "TOKEN_IN_QUERY");
        assertRefused(send(request("/api/v1/cases?limit=1&access_token=abc", ISSUER.token("cases:read"))), 400, "TOKEN_IN_QUERY");
    }

    @Test
    void showsToEverybodyThatItIsThereAndNoMore() {
        HttpResponse<String> health = send(request("/actuator/health", null));
        assertEquals(200, health.statusCode());
        assertEquals("{\"status\":\"UP\"}", health.body());
        assertAll(Stream.of("/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus", "/actuator/env", "/actuator")
                .flatMap(path -> Stream.of(() -> assertRefused(send(request(path, null)), 401, "UNAUTHENTICATED"),
                        () -> assertRefused(send(request(path, ISSUER.token("cases:read"))), 404, "NOT_FOUND"))));
    }

    @Test
    void theManagementPortShowsHealthAndMetricsAndNoMore() {
        assertAll(Stream.of("/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus")
                .map(path -> () -> assertEquals(200, send(management(path)).statusCode(), path)));
        assertAll(Stream
                .of("/actuator", "/actuator/env", "/actuator/loggers", "/actuator/heapdump", "/actuator/metrics", "/api/v1/cases", "/")
                .map(path -> () -> assertTrue(Set.of(401, 404).contains(send(management(path)).statusCode()), path)));
        assertFalse(send(management("/actuator/health")).body().contains("details"));
    }

    static void assertRefused(HttpResponse<String> response, int status, String code) {
        assertEquals(status, response.statusCode(), response::body);
        assertEquals("application/problem+json", response.headers().firstValue("Content-Type").orElse(""));
        assertTrue(response.body().contains("\"code\":\"" + code + "\""), response::body);
        assertFalse(response.headers().firstValue("X-Correlation-Id").orElseThrow().isEmpty());
    }

    private HttpResponse<String> call(Operation operation, String token) {
        String path = operation.path().replaceAll("\\{[^}]+}", "0190f3a2-0000-7000-8000-000000000001");
        return send(request(path, token).method(operation.method(), HttpRequest.BodyPublishers.noBody()));
    }

    private static int requests(WireMockServer server) {
        return server.countRequestsMatching(anyRequestedFor(anyUrl()).build()).getCount();
    }
}
