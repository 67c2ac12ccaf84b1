package jp.todoke.channel;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(OutputCaptureExtension.class)
class GuardTest extends ServiceTest {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest(name = "{0} answers {1} {2}")
    @CsvSource({"no token, 401, UNAUTHENTICATED", "forged issuer, 401, UNAUTHENTICATED", "other audience, 401, UNAUTHENTICATED",
            "missing scope, 403, MISSING_SCOPE", "no tenant, 403, TENANT_MISSING", "impossible tenant, 403, TENANT_MISSING"})
    void refusesACallerWhoMayNot(String caller, int status, String code) {
        String token = switch (caller) {
            case "forged issuer" -> SURROUNDINGS.issuer.token("x", HERE, "things:read", "https://issuer.example", "todoke");
            case "other audience" -> SURROUNDINGS.issuer.token("x", HERE, "things:read", SURROUNDINGS.issuer.url(), "another");
            case "missing scope" -> SURROUNDINGS.token("x", HERE, "things:write cases:read");
            case "no tenant" -> SURROUNDINGS.token("x", null, "things:read");
            case "impossible tenant" -> SURROUNDINGS.token("x", "139999", "things:read");
            default -> null;
        };

        assertProblem(get("/api/v1/things", token), status, code);
    }

    @ParameterizedTest(name = "{0} is not served")
    @CsvSource({"/api/v1/unknown", "/api/v1/things/", "/api/v1/elsewhere", "/", "/error", "/api/v1/things/..%2fx"})
    void knowsOnlyTheOperationsOfItsContract(String path) {
        HttpResponse<String> response = get(path, writer(HERE));

        assertTrue(response.statusCode() == 404 || response.statusCode() == 400, () -> path + " answered " + response.statusCode());
    }

    @Test
    void namesAllBadFieldsAtOnce() throws SQLException {
        HttpResponse<String> response = add("short",
                "{\"name\":\"\",\"kind\":\"HUGE\",\"madeOn\":\"2026-02-30\",\"weight\":-1,\"owner\":\"me\",\"colour\":1}", writer(HERE));

        JsonNode problem = assertProblem(response, 400, "INVALID_REQUEST");
        Set<String> found = new TreeSet<>();
        problem.get("errors").forEach(error -> found.add(error.get("pointer").asString() + " " + error.get("code").asString()));
        assertEquals(Set.of("/header/Idempotency-Key LENGTH", "/name LENGTH", "/kind ENUM", "/madeOn DATE", "/weight RANGE",
                "/owner FORMAT", "/colour UNKNOWN_FIELD"), found);
        assertEquals(0, count("thing") + count("outbox") + count("idempotency_key"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"not JSON at all", "{\"name\":\"a\",\"name\":\"b\",\"kind\":\"SMALL\"}",
            "{\"name\":\"a\",\"kind\":\"SMALL\"} {}", "{\"name\":\"a\""})
    void refusesWhatTwoReadersCouldReadInTwoWays(String body) {
        JsonNode problem = assertProblem(add("key-00000001", body, writer(HERE)), 400, "INVALID_REQUEST");

        assertEquals("SYNTAX", problem.at("/errors/0/code").asString());
    }

    @Test
    void refusesWrongParametersMediaTypesAndSizes() {
        assertEquals("/query/limit",
                assertProblem(get("/api/v1/things?limit=11", writer(HERE)), 400, "INVALID_REQUEST").at("/errors/0/pointer").asString());
        assertEquals("/path/thingId",
                assertProblem(get("/api/v1/things/7", writer(HERE)), 400, "INVALID_REQUEST").at("/errors/0/pointer").asString());
        assertProblem(
                send(request("/api/v1/archives", writer(HERE)).header("Content-Type", "text/plain").POST(BodyPublishers.ofString("x"))),
                415,
                "UNSUPPORTED_MEDIA_TYPE");
        assertProblem(archive(BodyPublishers.ofByteArray(new byte[1001])), 413, "TOO_LARGE");
        assertProblem(archive(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[5000]))), 413, "TOO_LARGE");
        assertEquals("1000", archive(BodyPublishers.ofByteArray(new byte[1000])).body());
    }

    private HttpResponse<String> archive(HttpRequest.BodyPublisher body) {
        return send(request("/api/v1/archives", writer(HERE)).header("Content-Type", "application/zip").POST(body));
    }

    @Test
    void demandsTheVersionThatWasSeen() {
        String path = "/api/v1/things/"
                + JSON.readTree(add("key-00000002", "{\"name\":\"a\",\"kind\":\"SMALL\"}", writer(HERE)).body()).get("id").asString();
        String etag = get(path, writer(HERE)).headers().firstValue("ETag").orElseThrow();

        assertProblem(rename(path, null), 428, "IF_MATCH_REQUIRED");
        assertEquals(200, rename(path, etag).statusCode());
        assertProblem(rename(path, etag), 412, "STALE_VERSION");
    }

    private HttpResponse<String> rename(String path, String etag) {
        var request = request(path, writer(HERE)).header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"name\":\"b\",\"kind\":\"SMALL\"}"));
        return send(etag == null ? request : request.header("If-Match", etag));
    }

    @Test
    void tellsNothingOfAFaultButWhereToFindIt(CapturedOutput output) {
        HttpResponse<String> response = send(request("/api/v1/faults", writer(HERE)).header("X-Correlation-Id", "call-4711"));

        assertEquals("call-4711", assertProblem(response, 500, "UNEXPECTED").get("correlationId").asString());
        assertFalse(response.body().contains("621498320257"));
        assertFalse(output.getAll().contains("621498320257"));
        assertTrue(output.getAll().contains("IllegalStateException"));
    }

    @Test
    void recordsEachAccessWithoutWhatWasAskedFor(CapturedOutput output) {
        get("/api/v1/things?limit=7", writer(HERE));
        HttpResponse<String> response = send(
                request("/api/v1/things?limit=7&name=himitsu", writer(HERE)).header("X-Correlation-Id", "himitsu\u00e9"));

        // A record is written behind its answer.
        String last = "\"correlationId\":\"" + response.headers().firstValue("X-Correlation-Id").orElseThrow() + "\"";
        await().until(() -> output.getAll().lines().anyMatch(line -> line.contains(last) && line.contains("listThings ")));
        JsonNode line = JSON.readTree(output.getAll().lines().filter(each -> each.contains(last)).toList().getLast());
        assertEquals("listThings", line.path("operation").asString());
        assertEquals(response.statusCode(), line.at("/http/response/status_code").asInt());
        assertEquals("139998", line.path("municipality").asString());
        assertEquals("jp.todoke.access", line.at("/log/logger").asString());
        assertFalse(output.getAll().contains("himitsu"));
    }

    @Test
    void showsHealthAndMetricsOnTheManagementPortAndNothingOnItsOwn() {
        for (String path : List.of("/actuator/health", "/actuator/health/readiness", "/actuator/prometheus", "/actuator/env")) {
            assertEquals(401, get(path, null).statusCode(), path);
            assertEquals(404, get(path, writer(HERE)).statusCode(), path);
        }
        for (String path : List.of("/actuator/health/liveness", "/actuator/health/readiness", "/actuator/prometheus")) {
            assertEquals(200, send(management(path)).statusCode(), path);
        }
        for (String path : List.of("/actuator", "/actuator/env", "/actuator/heapdump", "/api/v1/things", "/linkage/v1/messages")) {
            assertTrue(List.of(401, 404).contains(send(management(path)).statusCode()), path);
        }
    }

    private static JsonNode assertProblem(HttpResponse<String> response, int status, String code) {
        assertEquals(status, response.statusCode(), response::body);
        assertEquals("application/problem+json", response.headers().firstValue("Content-Type").orElse(""));
        JsonNode problem = JSON.readTree(response.body());
        assertEquals(code, problem.get("code").asString());
        assertEquals(status, problem.get("status").asInt());
        assertTrue(problem.get("title").asString().endsWith("。") || code.equals("MISSING_SCOPE") || code.equals("UNSUPPORTED_MEDIA_TYPE"));
        return problem;
    }
}
