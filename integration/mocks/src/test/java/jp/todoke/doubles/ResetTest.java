package jp.todoke.doubles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.todoke.doubles.chukan.LatencyProfile;
import jp.todoke.doubles.control.Control;
import jp.todoke.doubles.wire.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/** After a reset the peers remember nothing of what was asked of them, as after a start. */
class ResetTest {
    private static final String CODES = "032:chukan/fugo-requests:Create 032:chukan/fugo-requests:Read";
    private static final String PERSONS = "032:togoatena/numbers:Create";
    private static final String NUMBER = "031:app_submit/v10/jutogaishaatenabangofuban:Create";
    private static final String SEARCH = "031:app_submit/v10/jutogaishaatenakihonjohosyokai:Read";
    private static final String NO_CODE = "987654321000031";
    private static final String TAXPAYER = "000000000000001";
    @TempDir
    private static Path data;
    private static Asker asker;

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(Files.createDirectory(data.resolve("applications")).resolve("139998_M-1.zip"), "no zip");
        Files.writeString(data.resolve("persons.json"), """
                [{"municipalityCode":"139998","atenabango":"%s","kojinbango":"900000008035","fugo":"NONE"}]""".formatted(NO_CODE));
        asker = new Asker(LatencyProfile.DEMO, data, new Settings.Administration(0, null, new Control.Keeping(0, 0, false)));
        asker.clock.set(SettableClock.MONDAY_MORNING);
    }

    @AfterAll
    static void stop() {
        asker.close();
    }

    private static void reset() {
        assertEquals(200, asker.administer("POST", "/admin/reset", null).status());
    }

    private static Asker.Answer post(String path, ObjectNode body, Map<String, String> headers) {
        return asker.send("POST", path, body.toString(), headers);
    }

    private static Asker.Answer get(String path, Map<String, String> headers) {
        return asker.send("GET", path, null, headers);
    }

    @Test
    void numbersOf031() {
        Map<String, String> headers = asker.headers(NUMBER);
        String path = "/app_submit/v10/jutogaishaatenabangofuban";
        String given = post(path, numbering("初期　化子"), headers).text("/result/0/atenabango");
        assertEquals(1, found("初期　化子"));
        assertEquals("N0411", post(path, numbering("別人　化子"), headers).text("/errors/0/code"));

        reset();

        assertEquals(0, found("初期　化子"));
        assertEquals(given, post(path, numbering("別人　化子"), headers).text("/result/0/atenabango"), "it is free again");
    }

    private static int found(String shimei) {
        ObjectNode query = Json.MAPPER.createObjectNode().put("kensakuhoho", "0").put("shikuchosonkodo", "131016").put("shimei", shimei)
                .put("seinengappi", "1995-05-05").put("gyomuid", "990").put("dokujishisakushisutemutoid", "000").put("sosashaid", "123456")
                .put("sosanengappi", "2026-11-16").put("sosajikoku", "09:00");
        return post("/app_submit/v10/jutogaishaatenakihonjohosyokai", query, asker.headers(SEARCH)).json().path("result").size();
    }

    private static ObjectNode numbering(String shimei) {
        return Json.MAPPER.createObjectNode().put("shorikubun", "0").put("shikuchosonkodo", "131016").put("shimei", shimei)
                .put("seinengappi", "1995-05-05").put("seibetsu", "1").put("gyomuid", "990").put("dokujishisakushisutemutoid", "000")
                .put("nayosemotofuragu", "0").put("tagyomusanshofukafuragu", "0").put("sosashaid", "123456")
                .put("sosanengappi", "2026-11-16").put("sosajikoku", "09:00:00");
    }

    @Test
    void linkageCodes() {
        ObjectNode request = Json.MAPPER.createObjectNode().put("shikuchosonkodo", "139998");
        request.putArray("atenabango").add(NO_CODE);
        String number = post("/chukan/fugo-requests", request, asker.headers(CODES)).text("/fugoIraiBango");
        asker.clock.advance(Duration.ofSeconds(1));
        assertEquals("ACQUIRED", get("/chukan/fugo-requests/" + number, asker.headers(CODES)).text("/results/0/state"));

        reset();

        assertEquals(404, get("/chukan/fugo-requests/" + number, asker.headers(CODES)).status());
        assertEquals("N0415", asker.register(Asker.inquiry(NO_CODE, Asker.TAX), asker.headers(Asker.CHUKAN)).text("/errors/0/code"));
    }

    @Test
    void personsOf032() {
        assertEquals(202, post("/togoatena/numbers", person("900000008019"), asker.headers(PERSONS)).status());
        assertEquals(409, post("/togoatena/numbers", person("900000008027"), asker.headers(PERSONS)).status());

        reset();

        assertEquals(202, post("/togoatena/numbers", person("900000008027"), asker.headers(PERSONS)).status());
    }

    private static ObjectNode person(String kojinbango) {
        return Json.MAPPER.createObjectNode().put("shikuchosonkodo", "139998").put("kojinbango", kojinbango)
                .put("atenabango", "900000000000801").put("gyomuid", "990").put("shimei", "統合　二").put("seinengappi", "1990-01-01")
                .put("seibetsu", "1").put("jusho", "届野市一丁目");
    }

    @Test
    void cancellations() {
        String receipt = asker.receipt(Asker.inquiry(TAXPAYER, Asker.TAX));
        String path = "/chukan/inquiries/" + receipt + "/cancel";
        assertEquals(202, asker.send("POST", path, null, asker.headers(Asker.CHUKAN)).status());
        assertEquals(200, get(path, asker.headers(Asker.CHUKAN)).status());

        reset();

        assertEquals("N0413", get(path, asker.headers(Asker.CHUKAN)).text("/errors/0/code"));
    }

    @Test
    void files() {
        Map<String, String> headers = asker.headers(Asker.CHUKAN);
        headers.put("Content-Type", "multipart/form-data; boundary=cut");
        String fileId = asker.send("POST", "/chukan/inquiry-files", """
                --cut\r
                Content-Disposition: form-data; name="file"; filename="P640R110_20261116091200_0001.DAT"\r
                Content-Type: application/octet-stream\r
                \r
                %s\r
                --cut--\r
                """.formatted(InquiryFileTest.RECORD.formatted(TAXPAYER)), headers).text("/fileId");
        String path = "/chukan/inquiry-files/" + fileId + "/result?from=1&limit=1";
        asker.clock.advance(Duration.ofHours(1));
        assertEquals(200, get(path, asker.headers(Asker.CHUKAN)).status());

        reset();

        assertEquals(404, get(path, asker.headers(Asker.CHUKAN)).status());
    }

    @Test
    void applicationsOfThePortal() {
        ObjectNode login = Json.MAPPER.createObjectNode().put("clientId", "todokeIntegration000000000000001")
                .put("clientSecret", Settings.DEMO_SECRET).put("municipalityCode", "139998");
        Map<String, String> request = Map.of("X-Request-Id", "11111111-1111-1111-1111-111111111111", "Content-Type", "application/json");
        var headers = new HashMap<>(request);
        headers.put("X-Myna-Token", post("/myna/login", login, request).text("/token"));
        asker.send("GET", "/myna/applications/M-1", null, headers);
        ObjectNode report = Json.MAPPER.createObjectNode().put("status", "COMPLETED");
        assertEquals(200, post("/myna/applications/M-1/status", report, headers).status());
        assertEquals(List.of(), unread(headers));

        reset();

        assertEquals(List.of("M-1"), unread(headers));
        assertEquals(0, get("/myna/applications/status?uketsukeBango=M-1", headers).json().path("statuses").size());
    }

    private static List<String> unread(Map<String, String> headers) {
        return get("/myna/applications?unread=true&from=2026-01-01&to=2099-12-31", headers).json().path("applications")
                .findValuesAsString("uketsukeBango");
    }

    @Test
    void assertionsOfClients() {
        Map<String, String> form = asker.tokenForm(Asker.CHUKAN, asker.assertion());
        assertEquals(200, asker.postForm("/oauth2/token", form).status());
        assertEquals(401, asker.postForm("/oauth2/token", form).status());

        reset();

        assertEquals(200, asker.postForm("/oauth2/token", form).status());
    }
}
