package jp.todoke.doubles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.todoke.doubles.control.Control;
import jp.todoke.doubles.wire.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What whoever runs the doubles may do, and that it ends with a reset. */
class AdministrationTest {
    private static final Pattern CURL = Pattern.compile("curl -s(?: -X (\\w+))? \"?\\$ADMIN(/[^\" ]+)\"?(?: -d '([^']+)')?(?: +#.*)?");
    private static final String PERSON = "000000000000001";
    private static Asker asker;

    @BeforeAll
    static void start() {
        asker = new Asker(new Settings.Administration(0, null, new Control.Keeping(50, 100, false)));
    }

    @AfterAll
    static void stop() {
        asker.close();
    }

    @BeforeEach
    void reset() {
        asker.clock.set(SettableClock.MONDAY_MORNING);
        assertEquals(200, admin("POST", "/reset", null).status());
    }

    private static Asker.Answer admin(String method, String path, String body) {
        return asker.administer(method, "/admin" + path, body);
    }

    static List<String> examplesOfTheReadme() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("README.md"))) {
            return lines.filter(line -> line.contains("$ADMIN/")).toList();
        }
    }

    /** An outage must be there to be lifted. */
    @ParameterizedTest
    @MethodSource("examplesOfTheReadme")
    void everyExampleOfTheReadmeWorks(String line) {
        admin("POST", "/outages", "{\"target\":\"juki\",\"as\":\"reset\"}");
        int first = admin("GET", "/outages", null).json().path(0).path("id").asInt();
        admin("PUT", "/delays/chukan-getInquiryStatus", "{\"millis\":1}");
        admin("POST", "/rows", "{\"persons\":[{\"municipalityCode\":\"139998\",\"atenabango\":\"000000000000777\"}]}");
        var curl = CURL.matcher(line);
        assertTrue(curl.matches(), line);
        String method = curl.group(1) == null ? "GET" : curl.group(1);
        String path = curl.group(2).replace("/outages/1", "/outages/" + first);
        Asker.Answer answer = admin(method, path, curl.group(3));
        assertTrue(answer.status() / 100 == 2, line + ": " + answer.body());
    }

    @Test
    void theReadmeShowsEveryOperation() throws IOException {
        String shown = String.join("\n", examplesOfTheReadme());
        for (String operation : List.of("info", "reset", "rows", "persons/", "delays/", "outages", "service", "masters", "scripts",
                "requests",
                "journal",
                "counts")) {
            assertTrue(shown.contains("$ADMIN/" + operation), operation);
        }
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, delimiter = '|', textBlock = """
            method | path                    | body                                                              | status | pointer
            POST   | /outages                | {"target":"nobody","as":"reset"}                                  | 400    | /target
            POST   | /outages                | {"target":"chukan","as":"another-person"}                         | 400    | /as
            POST   | /outages                | {"target":"chukan","as":"reset","colour":"red"}                   | 400    | /colour
            POST   | /outages                | {"target":"chukan","as":"reset","from":"yesterday"}               | 400    | /from
            POST   | /outages                | not json                                                          | 400    | /
            DELETE | /outages/99             |                                                                   | 404    | /
            PUT    | /delays/chukan          | {"millis":-1}                                                     | 400    | /millis
            PUT    | /delays/chukan          | {"profile":"fast"}                                                | 400    | /profile
            PUT    | /delays/nobody          | {"millis":1}                                                      | 400    | /target
            PUT    | /service                | {"state":"SLEEPING"}                                              | 400    | /state
            POST   | /scripts                | {"operation":"chukan-getInquiryResult","answer":"MAYBE"}          | 400    | /answer
            POST   | /scripts                | {"operation":"chukan-getInquiryResult","answer":"none"}           | 400    | /answer
            POST   | /scripts                | {"operation":"x","answer":"reset"}                                | 400    | /operation
            POST   | /scripts                | {"operation":"chukan-getInquiryResult","answer":"reset","times":0} | 400   | /times
            POST   | /rows                   | {"colours":[]}                                                    | 400    | /
            POST   | /rows                   | {"persons":[{"municipalityCode":"1","atenabango":"2"}]}           | 400    | /
            POST   | /rows                   | {"persons":{}}                                                    | 400    | /persons
            PUT    | /masters                | {"rows":[]}                                                       | 400    | /rows
            PUT    | /masters                | {"rows":[{"table":"DUTY"}]}                                       | 400    | /rows/0
            PUT    | /masters                | {"rows":[{"table":"COLOUR","jimuCd":"x"}]}                        | 400    | /rows/0
            PUT    | /masters                | {"rows":[{"table":"DUTY","jimuCd":"JM01000000106000","colour":"red"}]} | 400 | /rows/0
            GET    | /requests?since=monday  |                                                                   | 400    | /since
            GET    | /counts?limit=all       |                                                                   | 400    | /limit
            GET    | /persons/139998/1       |                                                                   | 404    | /
            GET    | /colours                |                                                                   | 404    | /
            """)
    void whatCannotBeDoneIsNamed(String method, String path, String body, int status, String pointer) {
        Asker.Answer answer = admin(method, path, body);
        assertEquals(status, answer.status(), answer.body());
        assertEquals(pointer, answer.text("/errors/0/pointer"), answer.body());
    }

    @Test
    void anOutageHitsItsTargetFromWhenUntilWhen() {
        admin("POST", "/outages", """
                {"target":"chukan-registerInquiry","as":"outage-503-html","from":"2026-11-16T01:00:00Z","until":"2026-11-16T05:00:00Z"}""");
        assertEquals(202, register().status());
        String receipt = asker.receipt(Asker.inquiry(PERSON, Asker.TAX));
        asker.clock.set(Instant.parse("2026-11-16T01:00:00Z"));
        assertEquals(503, register().status());
        assertEquals(200, asker.status(receipt).status(), "another operation");
        asker.clock.set(Instant.parse("2026-11-16T05:00:00Z"));
        assertEquals(202, register().status());
    }

    @Test
    void anOutageEndsWhenItIsLifted() {
        int id = admin("POST", "/outages", "{\"target\":\"chukan\",\"as\":\"reset\"}").json().path("id").asInt();
        assertEquals(-1, register().status());
        assertEquals(200, admin("DELETE", "/outages/" + id, null).status());
        assertEquals(202, register().status());
    }

    @Test
    void inMaintenanceThe中間サーバーIsClosedUntilItIsOver() {
        admin("PUT", "/service", "{\"state\":\"MAINTENANCE\",\"until\":\"2026-11-16T01:00:00Z\"}");
        assertEquals(503, register().status());
        assertEquals("MAINTENANCE", admin("GET", "/info", null).text("/service/state"));
        asker.clock.set(Instant.parse("2026-11-16T01:00:00Z"));
        assertEquals(202, register().status());
        assertEquals("UP", admin("GET", "/info", null).text("/service/state"));
    }

    @Test
    void theNextAnswersAreThoseOfTheScriptAndThenTheUsualOnes() {
        admin("POST", "/scripts",
                "{\"operation\":\"chukan-getInquiryResult\",\"person\":\"" + PERSON + "\",\"answer\":\"NO_COPY\",\"times\":2}");
        String receipt = asker.receipt(Asker.inquiry(PERSON, Asker.TAX));
        String another = asker.receipt(Asker.inquiry("000000000000022", Asker.TAX));
        assertEquals("NO_COPY", asker.result(receipt).text("/resultKind"));
        assertEquals("REFUSED", asker.result(another).text("/resultKind"), "another person, as the data say");
        assertEquals("NO_COPY", asker.result(receipt).text("/resultKind"));
        assertEquals("PROVIDED", asker.result(receipt).text("/resultKind"));
    }

    @Test
    void anAnswerThatWasLostIsGivenAgain() {
        admin("POST", "/scripts", "{\"operation\":\"chukan-registerInquiry\",\"answer\":\"answer-lost\"}");
        Map<String, String> headers = asker.headers(Asker.CHUKAN);
        assertEquals(-1, asker.register(Asker.inquiry(PERSON, Asker.TAX), headers).status());
        String receipt = asker.register(Asker.inquiry(PERSON, Asker.TAX), headers).text("/uketsukeBango");
        assertEquals(receipt, asker.register(Asker.inquiry(PERSON, Asker.TAX), headers).text("/uketsukeBango"));
        JsonNode counts = admin("GET", "/counts?operation=chukan-registerInquiry", null).json();
        assertEquals(1, counts.path("keys").asInt(), "one inquiry, however often it came");
        assertEquals(3, counts.at("/items/0/requests").asInt());
        assertEquals(3, counts.at("/items/0/taken").asInt());
    }

    @Test
    void personsComeChangeAndGo() {
        String newcomer = "000000000000999";
        assertEquals("PERSON_UNKNOWN", kind(newcomer));
        String key = "\"municipalityCode\":\"139998\",\"atenabango\":\"" + newcomer + "\"";
        String tax = ",\"providerMunicipalityCode\":\"139980\",\"nendo\":\"2026\",\"declared\":true,\"totalIncomeYen\":%d,\"incomeLevyYen\":0}";
        admin("POST", "/rows", "{\"persons\":[{" + key + "}],\"tax\":[{" + key + tax.formatted(1) + "]}");
        assertEquals("1", asker.resultOf(Asker.inquiry(newcomer, Asker.TAX)).text("/items/3/value"));
        admin("POST", "/rows", "{\"tax\":[{" + key + tax.formatted(2) + "]}");
        assertEquals("2", asker.resultOf(Asker.inquiry(newcomer, Asker.TAX)).text("/items/3/value"));
        assertEquals(1, admin("GET", "/persons/139998/" + newcomer, null).json().path("tax").size());
        admin("DELETE", "/persons/139998/" + newcomer, null);
        assertEquals("PERSON_UNKNOWN", kind(newcomer));
        admin("POST", "/rows", "{\"persons\":[{" + key + "}]}");
        assertEquals("NO_COPY", kind(newcomer), "the tax row had gone with the person");
        admin("POST", "/reset", null);
        assertEquals("PERSON_UNKNOWN", kind(newcomer));
    }

    private static String kind(String atenabango) {
        return asker.resultOf(Asker.inquiry(atenabango, Asker.TAX)).text("/resultKind");
    }

    @Test
    void aWrongRowChangesNothing() {
        admin("POST", "/rows",
                "{\"persons\":[{\"municipalityCode\":\"139998\",\"atenabango\":\"000000000000998\"}],\"tax\":[{\"municipalityCode\":\"139998\"}]}");
        assertEquals("PERSON_UNKNOWN", kind("000000000000998"));
    }

    @Test
    void tooMuchIsRefused() {
        assertEquals(413, admin("POST", "/rows", " ".repeat(8 * 1024 * 1024 + 1)).status());
        String many = IntStream.rangeClosed(0, 50_000)
                .mapToObj(number -> "{\"municipalityCode\":\"139998\",\"atenabango\":\"7%014d\"}".formatted(number))
                .collect(Collectors.joining(",", "{\"persons\":[", "]}"));
        assertEquals("/", admin("POST", "/rows", many).text("/errors/0/pointer"));
        assertEquals(0, admin("GET", "/info", null).json().path("personsChanged").asInt());
    }

    /** A page in a browser reaches this machine under a name of its own. */
    @Test
    void onlyThisMachineAdministers() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), asker.adminPort())) {
            socket.getOutputStream().write("GET /admin/info HTTP/1.0\r\nHost: page.example\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 403"), answer);
        }
    }

    @Test
    void aDelayIsTakenBeforeTheAnswer() {
        admin("PUT", "/delays/chukan-registerInquiry", "{\"millis\":300}");
        long begun = System.nanoTime();
        register();
        assertTrue(Duration.ofNanos(System.nanoTime() - begun).toMillis() >= 300);
        admin("DELETE", "/delays/chukan-registerInquiry", null);
        assertTrue(admin("GET", "/info", null).json().path("delays").isEmpty());
    }

    @Test
    void theJournalTellsWhatCameAndHidesThe個人番号() {
        admin("PUT", "/journal", "{\"bodies\":true}");
        Map<String, String> headers = asker.headers(Asker.CHUKAN);
        headers.put("X-Request-Id", "request-1");
        asker.register(Asker.inquiry(PERSON, Asker.TAX), headers);
        ObjectNode search = Json.MAPPER.createObjectNode().put("purpose", "JUKI-CHILD-ALLOWANCE").put("municipalityCode", "139998");
        search.putObject("key").put("kind", "KOJINBANGO").put("kojinbango", "900000000010");
        asker.send("POST", "/juki/search", search.toString(), asker.headers(Asker.JUKI));

        Asker.Answer registered = admin("GET", "/requests?requestId=request-1", null);
        assertEquals("chukan-registerInquiry", registered.text("/requests/0/operation"));
        assertEquals(PERSON, registered.text("/requests/0/person"));
        assertTrue(registered.text("/requests/0/body").contains("tokuteikojinjohomeiCd"));
        Asker.Answer searched = admin("GET", "/requests?operation=juki-searchIdentity", null);
        assertTrue(searched.text("/requests/0/body").contains("************"), searched.body());
        assertFalse(admin("GET", "/requests", null).body().contains("900000000010"));
        assertFalse(admin("GET", "/counts", null).body().contains("900000000010"));
    }

    @Test
    void countsStayExactWhenTheJournalHasWrapped() {
        Map<String, String> headers = asker.headers(Asker.CHUKAN);
        headers.put("X-Request-Id", "request-1");
        for (int i = 0; i < 60; i++) {
            asker.register(Asker.inquiry(PERSON, Asker.TAX), headers);
        }
        assertEquals(50, admin("GET", "/requests", null).json().path("requests").size());
        JsonNode counts = admin("GET", "/counts?requestId=request-1", null).json();
        assertEquals(60, counts.at("/items/0/requests").asInt());
        assertTrue(counts.path("exact").asBoolean());
    }

    @Test
    void withATokenOnlyWhoKnowsItAdministers() {
        try (Asker guarded = new Asker(new Settings.Administration(0, "a-token", new Control.Keeping(1, 1, false)))) {
            assertEquals(401, guarded.administer("GET", "/admin/info", null).status());
            assertEquals(401, guarded.administer("GET", "/admin/info", null, "Authorization", "Bearer another").status());
            assertEquals(200, guarded.administer("GET", "/admin/info", null, "Authorization", "Bearer a-token").status());
        }
    }

    @Test
    void administrationAndPeersDoNotMix() {
        assertEquals(404, asker.send("GET", "/admin/info", null, Map.of()).status(), "on the peers' port");
        assertEquals(404, asker.administer("POST", "/chukan/inquiries", "{}").status(), "on the administration's port");
    }

    private static Asker.Answer register() {
        return asker.register(Asker.inquiry(PERSON, Asker.TAX), asker.headers(Asker.CHUKAN));
    }
}
