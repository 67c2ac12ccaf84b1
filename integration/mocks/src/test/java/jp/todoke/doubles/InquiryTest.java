package jp.todoke.doubles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.todoke.doubles.chukan.LatencyProfile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** E07 and E10 with the profile zero and the built-in persons: what is accepted and what is answered. */
class InquiryTest {

    private static Asker asker;

    @BeforeAll
    static void start() {
        asker = new Asker(LatencyProfile.ZERO, null);
    }

    @AfterAll
    static void stop() {
        asker.close();
    }

    @BeforeEach
    void monday() {
        asker.clock.set(SettableClock.MONDAY_MORNING);
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            lastDigits, tax,             account,         familyRegister,  pension
            001,        PROVIDED,        PROVIDED,        PROVIDED,        PROVIDED
            004,        NOT_APPLICABLE,  NOT_APPLICABLE,  NOT_APPLICABLE,  NOT_APPLICABLE
            006,        CAPACITY,        CAPACITY,        CAPACITY,        CAPACITY
            011,        NO_COPY,         PROVIDED,        NO_COPY,         NO_COPY
            022,        REFUSED,         REFUSED,         REFUSED,         REFUSED
            041,        PROVIDED,        PROVIDED,        PROVIDED,        NOT_APPLICABLE
            051,        LAYOUT_MISMATCH, LAYOUT_MISMATCH, LAYOUT_MISMATCH, LAYOUT_MISMATCH
            061,        PROVIDED,        PROVIDED,        PROVIDED,        NOT_APPLICABLE
            071,        PROVIDED,        PROVIDED,        PROVIDED,        PROVIDED
            081,        AGENCY_INVALID,  AGENCY_INVALID,  AGENCY_INVALID,  AGENCY_INVALID
            123,        PERSON_UNKNOWN,  PERSON_UNKNOWN,  PERSON_UNKNOWN,  PERSON_UNKNOWN
            """)
    void theLastThreeDigitsDecide(String lastDigits, String tax, String account, String familyRegister, String pension) {
        String atenabango = "987654321000" + lastDigits;
        assertEquals(tax, kind(Asker.inquiry(atenabango, Asker.TAX)));
        assertEquals(account, kind(Asker.inquiry(atenabango, Asker.ACCOUNT)));
        assertEquals(familyRegister, kind(Asker.childRearingInquiry(atenabango, Asker.FAMILY_REGISTER)));
        assertEquals(pension, kind(Asker.childRearingInquiry(atenabango, Asker.PENSION)));
    }

    private static String kind(JsonNode inquiry) {
        Asker.Answer result = asker.resultOf(inquiry);
        assertEquals(200, result.status());
        Asker.keepsContract("chukan", "InquiryResult", result);
        assertEquals(result.text("/resultKind").equals("PROVIDED"), !result.json().path("items").isEmpty());
        return result.text("/resultKind");
    }

    @Test
    void taxIsAnsweredItemByItem() {
        Asker.Answer result = asker.resultOf(Asker.inquiry("000000000000001", Asker.TAX));
        assertEquals("000000000000001", result.text("/atenabango"));
        assertEquals(
                List.of("0200000010=2026", "0200000020=1", "0200000480=120100", "0200000490=4001000", "0200000500=4001000", "0200000510=0",
                        "0200000520=0", "0200000530=2", "0200000560=1", "0200000590=35000", "0200000670=1"),
                values(result), "items without data do not stand there");
        assertEquals(4, asker.resultOf(Asker.inquiry("000000000000041", Asker.TAX)).json().path("items").size());
    }

    @Test
    void notDeclaredIsNeitherZeroNorSilence() {
        Asker.Answer result = asker.resultOf(Asker.inquiry("000000000000061", Asker.TAX));
        JsonNode income = result.json().at("/items/3");
        assertEquals("0200000490", income.path("itemCd").asString());
        assertTrue(income.has("value") && income.path("value").isNull());
        assertEquals("NOT_DECLARED", income.path("unsetReason").asString());
        assertEquals("0", result.text("/items/1/value"));
    }

    @Test
    void anAccountIsAnsweredItemByItem() {
        assertEquals(
                List.of("0890000010=9999", "0890000020=001", "0890000030=1", "0890000040=0000001", "0890000050=テイキョウ　アリコ",
                        "0890000060=2024-03-01"),
                values(asker.resultOf(Asker.inquiry("000000000000001", Asker.ACCOUNT))));
    }

    @Test
    void aFamilyRegisterIsAnsweredItemByItem() {
        assertEquals(List.of("1080000010=3", "1080000020=2025-03-10", "1080000030=2017-11-02", "1080000030=2020-02-29"),
                values(asker.resultOf(Asker.childRearingInquiry("000000000000071", Asker.FAMILY_REGISTER))));
        assertEquals(List.of("1080000010=4", "1080000030=2024-04-01"),
                values(asker.resultOf(Asker.childRearingInquiry("000000000000041", Asker.FAMILY_REGISTER))), "never married: no day");
    }

    @Test
    void everyPensionIsAnsweredAfterTheOther() {
        Asker.Answer result = asker.resultOf(Asker.childRearingInquiry("000000000000071", Asker.PENSION));
        assertEquals(
                List.of("9990000010=2", "9990000020=2025-04-01", "9990000030=360000", "9990000010=2", "9990000020=2026-01-01",
                        "9990000030=120005", "9990000040=60000", "9990000040=60000"),
                values(result));
        assertEquals("1,2,2,1,2,2,2,2",
                String.join(",", result.json().path("items").valueStream().map(item -> item.path("hierarchy").asString()).toList()));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            tm,               provider,         kind
            TM00000000000108, 1409900000002200, PROVIDED
            TM00000000000108, 1429900000002200, NOT_PERMITTED
            TM00000000000999, 1409900000002200, NOT_PERMITTED
            TM00000000000999, 1419900000002200, NOT_PERMITTED
            TM00000000000108, 0220113998001700, NOT_PERMITTED
            """)
    void familyRegisterAndPensionHaveOneProviderEach(String tm, String provider, String kind) {
        ObjectNode inquiry = Asker.childRearingInquiry("000000000000001", tm);
        inquiry.putObject("teikyosha").put("kikanCd", provider);
        assertEquals(kind, kind(inquiry));
    }

    @Test
    void childAllowanceMayNotAskThem() {
        ObjectNode inquiry = Asker.childRearingInquiry("000000000000001", Asker.PENSION);
        inquiry.put("jimuCd", "JM01000000106000");
        assertEquals("NOT_PERMITTED", kind(inquiry));
    }

    private static List<String> values(Asker.Answer result) {
        return result.json().path("items").valueStream().map(item -> item.path("itemCd").asString() + "=" + item.path("value").asString())
                .toList();
    }

    @Test
    void twoTaxMunicipalitiesAnswerEachForItself() {
        ObjectNode there = Asker.inquiry("000000000000071", Asker.TAX);
        assertEquals("PROVIDED", kind(there));
        there.putObject("teikyosha").put("kikanCd", "0220113999801700");
        assertEquals("NOT_APPLICABLE", kind(there));
    }

    @Test
    void aCopyThatComesTomorrowIsAnsweredTomorrow() {
        String asked = asker.receipt(Asker.inquiry("000000000000011", Asker.TAX));
        asker.clock.advance(Duration.ofDays(1));
        assertEquals("PROVIDED", kind(Asker.inquiry("000000000000011", Asker.TAX)));
        assertEquals("NO_COPY", asker.result(asked).text("/resultKind"), "what was answered stays answered");
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            field,                   value,            kind
            /jimuCd,                 JM01000000081000, NOT_PERMITTED
            /jimutetsuzukiCd,        JT01010000009902, NOT_PERMITTED
            /tokuteikojinjohomeiCd,  TM00000000000016, NOT_PERMITTED
            /tokuteikojinjohomeiCd,  TM00000000000089, NOT_PERMITTED
            /teikyosha/kikanCd,      1419900000002200, NOT_PERMITTED
            /teikyosha/kikanCd,      0220113998101700, AGENCY_INVALID
            /teikyosha/kikanCd,      0220113998001701, AGENCY_INVALID
            /teikyosha/kikanCd,      ABCDEFGHIJKLMNOP, AGENCY_INVALID
            /shokaisha/kikanCd,      0220113999101700, AGENCY_INVALID
            """)
    void whatTheListDoesNotAllowIsNotAsked(String field, String value, String kind) {
        ObjectNode inquiry = Asker.inquiry("000000000000001", Asker.TAX);
        ObjectNode parent = (ObjectNode) inquiry.at(field.substring(0, field.lastIndexOf('/')));
        parent.put(field.substring(field.lastIndexOf('/') + 1), value);
        assertEquals(kind, kind(inquiry));
        assertFalse(asker.status(asker.receipt(inquiry)).json().has("shoriTsuban"), "no 提供許可証, no 処理通番");
    }

    @Test
    void theListHoldsFromItsDay() {
        asker.clock.set(SettableClock.MONDAY_MORNING.minus(Duration.ofDays(1000)));
        assertEquals("NOT_PERMITTED", kind(Asker.inquiry("000000000000001", Asker.TAX)));
    }

    @Test
    void aRepeatedRequestGetsTheSameReceipt() {
        ObjectNode inquiry = Asker.inquiry("000000000000001", Asker.TAX);
        Map<String, String> headers = asker.headers(Asker.CHUKAN);
        Asker.Answer first = asker.register(inquiry, headers);
        asker.clock.advance(Duration.ofMinutes(2));
        assertEquals(first.body(), asker.register(inquiry, headers).body());

        Asker.Answer other = asker.register(Asker.inquiry("000000000000061", Asker.TAX), headers);
        assertEquals(400, other.status());
        assertEquals("N0411", other.text("/errors/0/code"));

        headers.put("X-Request-Id", "another");
        assertNotEquals(first.text("/uketsukeBango"), asker.register(inquiry, headers).text("/uketsukeBango"));
    }

    @Test
    void aResultMayBeFetchedAgainAndIsTheSame() {
        String receipt = asker.receipt(Asker.inquiry("000000000000001", Asker.TAX));
        String first = asker.result(receipt).body();
        asker.clock.advance(Duration.ofDays(29));
        assertEquals(first, asker.result(receipt).body());
        asker.clock.advance(Duration.ofDays(1));
        assertEquals("EXPIRED", asker.status(receipt).text("/state"));
        assertEquals("N0410", asker.result(receipt).text("/errors/0/code"));
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        ObjectNode inquiry = Asker.inquiry("12", Asker.TAX);
        inquiry.remove("jimuCd");
        inquiry.putObject("joken").put("jokenKbn", "10").put("nendo", "R8");
        inquiry.putObject("teikyosha").put("kikanCd", "123");
        Map<String, String> headers = asker.headers(Asker.CHUKAN);
        headers.remove("X-Issue");
        Asker.Answer answer = asker.register(inquiry, headers);
        assertEquals(400, answer.status());
        Asker.keepsContract("chukan", "ChukanError", answer);
        assertEquals(List.of("E0001 【X-Issue】が設定されていません。", "E0001 【jimuCd】が設定されていません。", "E0001 【joken.nendoKbn】が設定されていません。",
                "E0002 【atenabango】は【^[0-9]{15}$】で設定してください。", "E0002 【joken.nendo】は【^[0-9]{4}$】で設定してください。",
                "E0003 【joken.jokenKbn】は1桁で設定してください。",
                "E0003 【teikyosha.kikanCd】は16桁で設定してください。"),
                answer.json().path("errors").valueStream()
                        .map(error -> error.path("code").asString() + " " + error.path("message").asString()).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not json", "[]", "\"text\"", "null", "{\"shikibetsu\":"})
    void whatIsNotAnInquiryIsRefused(String body) {
        Asker.Answer answer = asker.send("POST", "/chukan/inquiries", body, asker.headers(Asker.CHUKAN));
        assertEquals(400, answer.status());
        Asker.keepsContract("chukan", "ChukanError", answer);
    }

    @Test
    void aReceiptCannotBeMadeUp() {
        String receipt = asker.receipt(Asker.inquiry("000000000000001", Asker.TAX));
        assertEquals(64, receipt.length());
        char first = receipt.charAt(0) == 'A' ? 'B' : 'A';
        for (String wrong : List.of(first + receipt.substring(1), "S20261116-0000001", "%E5%8F%97")) {
            assertEquals(404, asker.status(wrong).status(), wrong);
            assertEquals("N0404", asker.result(wrong).text("/errors/0/code"), wrong);
        }
    }

    @Test
    void answersNameTheRequestThatTheyAnswer() {
        Map<String, String> headers = asker.headers(Asker.CHUKAN);
        Asker.Answer answer = asker.register(Asker.inquiry("000000000000001", Asker.TAX), headers);
        assertEquals(headers.get("X-Request-Id"), answer.headers().get("x-request-id"));
        assertEquals(128, answer.headers().get("x-request-hash").length());
    }

    @Test
    void outagesAreNotJson() {
        Asker.Answer answer = withScenario("outage-503-html");
        assertEquals(503, answer.status());
        assertTrue(answer.body().startsWith("<html>"));
        assertEquals(-1, withScenario("reset").status());
        Asker.Answer truncated = withScenario("truncated-json");
        assertEquals(200, truncated.status());
        assertThrows(RuntimeException.class, truncated::json);
        assertEquals(400, withScenario("unheard-of").status());
    }

    @Test
    void anAnswerAboutAnotherPersonSaysSo() {
        Asker.Answer answer = withScenario("another-person");
        assertEquals("000000000000002", answer.text("/atenabango"));
        assertEquals("PROVIDED", answer.text("/resultKind"));
    }

    @Test
    void aSlowPeerOutlastsItsCallersPatience() {
        String receipt = asker.receipt(Asker.inquiry("000000000000091", Asker.TAX));
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(asker.base() + "/chukan/inquiries/" + receipt + "/result"))
                .timeout(Duration.ofMillis(500));
        asker.headers(Asker.CHUKAN).forEach(request::header);
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThrows(HttpTimeoutException.class, () -> http.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        }
    }

    @Test
    void aPersonCanBringAnOutage() {
        Asker.Answer answer = asker.resultOf(Asker.inquiry("000000000000099", Asker.TAX));
        assertEquals(503, answer.status());
        assertEquals("text/html; charset=UTF-8", answer.headers().get("content-type"));
    }

    private static Asker.Answer withScenario(String scenario) {
        String receipt = asker.receipt(Asker.inquiry("000000000000001", Asker.TAX));
        Map<String, String> headers = asker.headers(Asker.CHUKAN);
        headers.put("X-Mock-Scenario", scenario);
        return asker.send("GET", "/chukan/inquiries/" + receipt + "/result", null, headers);
    }
}
