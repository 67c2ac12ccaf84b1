package jp.todoke.doubles;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.todoke.doubles.auth.ClientRegistry;
import jp.todoke.doubles.chukan.LatencyProfile;
import jp.todoke.doubles.wire.Digests;
import jp.todoke.doubles.wire.Json;
import jp.todoke.doubles.wire.Scenario;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PortalTest {

    private static final String CITY = "139998";
    private static final String PERIOD = "from=2026-10-01&to=2026-11-30";
    private final SettableClock clock = new SettableClock();
    private final HttpClient http = HttpClient.newHttpClient();
    @TempDir
    Path data;
    private NationalDoubles doubles;
    private String token;

    @BeforeEach
    void start() throws IOException {
        Files.createDirectory(data.resolve("applications"));
        doubles = NationalDoubles.start(new Settings("127.0.0.1", 0, data, LatencyProfile.ZERO, Settings.DEMO_SECRET), clock);
        token = login(CITY);
    }

    @AfterEach
    void stop() {
        doubles.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + doubles.port() + path)).header("X-Request-Id",
                UUID.randomUUID().toString());
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private HttpResponse<byte[]> ask(String path) {
        return send(request(path).header("X-Myna-Token", token));
    }

    private static JsonNode json(HttpResponse<byte[]> response) {
        return Json.MAPPER.readTree(response.body());
    }

    private HttpResponse<byte[]> login(String secret, String municipality) {
        return send(request("/myna/login").header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString("""
                {"clientId":"%s","clientSecret":"%s","municipalityCode":"%s"}""".formatted(ClientRegistry.DEFAULT_CLIENT_ID, secret,
                municipality))));
    }

    private String login(String municipality) {
        return json(login(Settings.DEMO_SECRET, municipality)).path("token").asString();
    }

    private HttpResponse<byte[]> report(String number, String requestId, String status) {
        return send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + doubles.port() + "/myna/applications/" + number + "/status"))
                .header("X-Request-Id", requestId).header("X-Myna-Token", token).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"status\":\"" + status + "\",\"message\":\"審査中です。\"}")));
    }

    private byte[] put(String municipality, String number, String arrivedAt) {
        byte[] content = ("{\"uketsukeBango\":\"" + number + "\",\"procedure\":\"CHILD_REARING_ALLOWANCE_NEW\",\"arrivedAt\":\"" + arrivedAt
                + "\"}").getBytes(StandardCharsets.UTF_8);
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("manifest.json"));
            zip.write(content);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return put(municipality, number, bytes.toByteArray());
    }

    private byte[] put(String municipality, String number, byte[] content) {
        try {
            Files.write(data.resolve("applications").resolve(municipality + "_" + number + ".zip"), content);
            return content;
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private List<String> listed(String query) {
        return json(ask("/myna/applications?" + query)).path("applications").findValuesAsString("uketsukeBango");
    }

    @Test
    void listsWhatArrivedInThePeriodUntilItIsFetched() {
        byte[] zip = put(CITY, "M-1", "2026-11-15T23:30:00+09:00");
        put(CITY, "M-2", "2026-09-30T23:59:59+09:00");
        put("139980", "M-3", "2026-11-15T09:00:00+09:00");

        JsonNode row = json(ask("/myna/applications?unread=true&" + PERIOD)).at("/applications/0");
        assertEquals("M-1", row.path("uketsukeBango").asString());
        assertEquals("2026-11-15T23:30+09:00", row.path("arrivedAt").asString());
        assertEquals("CHILD_REARING_ALLOWANCE_NEW", row.path("procedure").asString());
        assertEquals(HexFormat.of().formatHex(Digests.sha256(zip)), row.path("sha256").asString());
        assertEquals(List.of("M-1"), listed("unread=true&" + PERIOD));

        assertArrayEquals(zip, ask("/myna/applications/M-1").body());
        assertArrayEquals(zip, ask("/myna/applications/M-1").body());

        assertEquals(List.of(), listed("unread=true&" + PERIOD));
        assertEquals(List.of("M-1"), listed(PERIOD));
        assertEquals(List.of(), listed("procedure=CHILD_ALLOWANCE_NEW&" + PERIOD));
    }

    @Test
    void listsInPages() {
        for (int i = 100; i < 205; i++) {
            put(CITY, "M-" + i, "2026-11-15T09:00:00+09:00");
        }

        JsonNode first = json(ask("/myna/applications?" + PERIOD));
        assertEquals(100, first.path("applications").size());
        assertEquals("M-199", first.path("next").asString());
        JsonNode rest = json(ask("/myna/applications?after=M-199&" + PERIOD));
        assertEquals(5, rest.path("applications").size());
        assertFalse(rest.has("next"));
    }

    @Test
    void servesAlsoWhatIsNoPackage() throws IOException {
        byte[] broken = put(CITY, "M-9", "no zip".getBytes(StandardCharsets.UTF_8));
        Files.setLastModifiedTime(data.resolve("applications/139998_M-9.zip"), FileTime.from(Instant.parse("2026-11-14T15:00:00Z")));

        assertEquals("2026-11-15T00:00+09:00",
                json(ask("/myna/applications?" + PERIOD)).at("/applications/0/arrivedAt").asString());
        assertArrayEquals(broken, ask("/myna/applications/M-9").body());
    }

    @Test
    void recordsStatusesOnceAndForwardsOnly() {
        put(CITY, "M-1", "2026-11-15T09:00:00+09:00");

        assertEquals(200, report("M-1", "r1", "ACCEPTED").statusCode());
        assertEquals(200, report("M-1", "r1", "ACCEPTED").statusCode());
        assertEquals("N0411", json(report("M-1", "r1", "IN_REVIEW")).at("/errors/0/code").asString());
        assertEquals(200, report("M-1", "r2", "RETURNED").statusCode());
        assertEquals(200, report("M-1", "r3", "IN_REVIEW").statusCode());
        assertEquals(409, report("M-1", "r4", "ACCEPTED").statusCode());
        assertEquals(200, report("M-1", "r5", "COMPLETED").statusCode());
        assertEquals(409, report("M-1", "r6", "IN_REVIEW").statusCode());
        assertEquals(400, report("M-1", "r7", "PAID").statusCode());
        assertEquals(404, report("M-2", "r8", "ACCEPTED").statusCode());

        assertEquals(List.of("ACCEPTED", "RETURNED", "IN_REVIEW", "COMPLETED"),
                json(ask("/myna/applications/status?uketsukeBango=M-1")).path("statuses").findValuesAsString("status"));
        assertEquals(4, json(ask("/myna/applications/status")).path("statuses").size());
    }

    @Test
    void showsAMunicipalityItsOwn() {
        put("139980", "M-3", "2026-11-15T09:00:00+09:00");

        assertEquals(List.of(), listed(PERIOD));
        assertEquals(404, ask("/myna/applications/M-3").statusCode());
        token = login("139980");
        assertEquals(List.of("M-3"), listed(PERIOD));
    }

    @Test
    void refusesWhoHasNotLoggedIn() {
        assertEquals(401, login("x".repeat(32), CITY).statusCode());
        assertEquals(200, ask("/myna/applications?" + PERIOD).statusCode());
        clock.advance(Duration.ofMinutes(10));
        assertEquals(401, ask("/myna/applications?" + PERIOD).statusCode());
        token = "invented";
        assertEquals(401, ask("/myna/applications?" + PERIOD).statusCode());
    }

    @Test
    void breaksAsItIsTold() {
        byte[] zip = put(CITY, "M-1", "2026-11-15T09:00:00+09:00");

        var half = send(request("/myna/applications/M-1").header("X-Myna-Token", token).header(Scenario.HEADER, "truncated-json"));
        assertEquals(zip.length / 2, half.body().length);
        assertEquals(400, ask("/myna/applications?from=2026-13-01&to=2026-11-30").statusCode());
        assertEquals(400, ask("/myna/applications?to=2026-11-30").statusCode());
    }
}
