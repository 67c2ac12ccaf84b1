package jp.todoke.doubles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.todoke.doubles.chukan.LatencyProfile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The kinds of information whose copies are lists of entries, with the built-in persons. */
class CopyTest {
    private static final String DESIGNATED_CITY = "0220114100301700";
    private static final String PREFECTURE = "0220113000101700";

    /** What is asked, whom, and in which procedure. */
    enum Question {
        RESIDENT_RECORD("TM00000000000001", "JT01010000008105", "0220113998001700"),
        PUBLIC_ASSISTANCE("TM00000000000015", "JT01010000008107", "0220113998001700"),
        CHILD_REARING_ALLOWANCE("TM00000000000016", "JT01010000008108", "0220113998001700"),
        SPECIAL_CHILD_REARING_ALLOWANCE("TM00000000000051", "JT01010000008109", PREFECTURE),
        EMPLOYMENT_INSURANCE("TM00000000000056", "JT01010000008110", "1449900000002200"),
        DISABILITY_CERTIFICATE("TM00000000000998", "JT01010000008106", PREFECTURE),
        HEALTH_INSURANCE("TM00000000000050", "JT01010000009904", "1439900000002200"),
        CHILD_ALLOWANCE("TM00000000000997", "JT01010000009905", "0220113998001700");

        private final String tm;
        private final String procedure;
        private final String provider;

        Question(String tm, String procedure, String provider) {
            this.tm = tm;
            this.procedure = procedure;
            this.provider = provider;
        }

        ObjectNode about(String lastDigits) {
            ObjectNode inquiry = Asker.inquiry("987654321000" + lastDigits, tm);
            inquiry.put("jimuCd", procedure.startsWith("JT010100000081") ? "JM01000000081000" : "JM01000000106000")
                    .put("jimutetsuzukiCd", procedure);
            inquiry.putObject("teikyosha").put("kikanCd", provider);
            return inquiry;
        }
    }

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

    private static String kind(JsonNode inquiry) {
        Asker.Answer result = asker.resultOf(inquiry);
        Asker.keepsContract("chukan", "InquiryResult", result);
        assertEquals(result.text("/resultKind").equals("PROVIDED"), !result.json().path("items").isEmpty());
        return result.text("/resultKind");
    }

    private static List<String> items(Question question, String lastDigits) {
        return asker.resultOf(question.about(lastDigits)).json().path("items").valueStream()
                .map(item -> item.path("hierarchy").asString() + " " + item.path("itemCd").asString() + "="
                        + (item.path("value").isNull() ? item.path("unsetReason").asString() : item.path("value").asString()))
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void theLastThreeDigitsDecide(Question question) {
        assertEquals("PROVIDED", kind(question.about("001")));
        assertEquals("NOT_APPLICABLE", kind(question.about("004")));
        assertEquals("CAPACITY", kind(question.about("006")));
        assertEquals("REFUSED", kind(question.about("022")));
        assertEquals("PROVIDED", kind(question.about("041")));
        assertEquals("LAYOUT_MISMATCH", kind(question.about("051")));
        assertEquals("PROVIDED", kind(question.about("061")));
        assertEquals("PROVIDED", kind(question.about("071")));
        assertEquals("AGENCY_INVALID", kind(question.about("081")));
        assertEquals("PERSON_UNKNOWN", kind(question.about("123")));
    }

    @ParameterizedTest
    @EnumSource
    void aCopyThatComesTomorrowIsAnsweredTomorrow(Question question) {
        assertEquals("NO_COPY", kind(question.about("011")));
        asker.clock.advance(Duration.ofDays(1));
        assertEquals("PROVIDED", kind(question.about("011")));
    }

    @ParameterizedTest
    @EnumSource
    void oneItemOf061HasAReasonInsteadOfAValue(Question question) {
        assertEquals(1, items(question, "061").stream().filter(item -> item.endsWith("=NOT_OBTAINABLE")).count()
                - items(question, "001").stream().filter(item -> item.endsWith("=NOT_OBTAINABLE")).count());
    }

    @Test
    void whatHasNotEndedSaysSo() {
        assertEquals(List.of("1 0500000010=01139999", "2 0500000020=1", "2 0500000030=1", "2 0500000040=1", "2 0500000050=2020-04-01",
                "2 0500000060=NOT_APPLICABLE"), items(Question.HEALTH_INSURANCE, "001"));
        assertEquals(List.of("1 9970000010=2023-06-12", "2 9970000020=2023-07", "2 9970000030=2026-10", "2 9970000040=10000",
                "2 9970000050=0", "2 9970000060=1"), items(Question.CHILD_ALLOWANCE, "001"));
    }

    @Test
    void aHouseholdIsCountedAndToldMemberByMember() {
        assertEquals(List.of("1 0010000010=139980", "2 0010000020=NOT_OBTAINABLE", "2 0010000030=2020-04-01", "2 0010000040=2026-06-30",
                "2 0010000050=NOT_OBTAINABLE", "2 0010000060=2", "2 0010000070=二市　先子", "3 0010000080=2017-11-02", "3 0010000090=子",
                "2 0010000070=二市　後男", "3 0010000080=2020-02-29", "3 0010000090=NOT_OBTAINABLE"), items(Question.RESIDENT_RECORD, "071"));
    }

    @Test
    void kindsOfAssistanceAreRepeated() {
        assertEquals(List.of("1 0150000010=2023-05-01", "2 0150000020=2024-03-31", "2 0150000030=4", "1 0150000010=2026-02-01",
                "2 0150000020=NOT_APPLICABLE", "2 0150000030=1", "2 0150000030=2"), items(Question.PUBLIC_ASSISTANCE, "071"));
    }

    @ParameterizedTest(name = "{0} at {1}: {2}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            question,                        provider,         kind
            DISABILITY_CERTIFICATE,          0220113000101700, PROVIDED
            DISABILITY_CERTIFICATE,          0220114100301700, PROVIDED
            DISABILITY_CERTIFICATE,          0220113201201700, PROVIDED
            DISABILITY_CERTIFICATE,          0220113998001700, NOT_PERMITTED
            SPECIAL_CHILD_REARING_ALLOWANCE, 0220114100301700, PROVIDED
            SPECIAL_CHILD_REARING_ALLOWANCE, 0220113201201700, NOT_PERMITTED
            PUBLIC_ASSISTANCE,               0220113000101700, PROVIDED
            PUBLIC_ASSISTANCE,               0220113303501700, NOT_PERMITTED
            RESIDENT_RECORD,                 0220113303501700, PROVIDED
            RESIDENT_RECORD,                 0220113000101700, NOT_PERMITTED
            HEALTH_INSURANCE,                1449900000002200, NOT_PERMITTED
            """)
    void eachKindHasItsBodies(Question question, String provider, String kind) {
        ObjectNode inquiry = question.about("001");
        inquiry.putObject("teikyosha").put("kikanCd", provider);
        assertEquals(kind, kind(inquiry));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            day,        duty,             procedure,        kind
            2024-05-26, JM01000000074000, JT01010000007401, PROVIDED
            2024-05-26, JM01000000106000, JT01010000009901, NOT_PERMITTED
            2024-05-27, JM01000000074000, JT01010000007401, NOT_PERMITTED
            2024-05-27, JM01000000106000, JT01010000009901, PROVIDED
            """)
    void theListOfTheDayHolds(String day, String duty, String procedure, String kind) {
        asker.clock.set(Instant.parse(day + "T03:00:00Z"));
        assertEquals(kind, kind(Asker.inquiry("000000000000001", Asker.TAX).put("jimuCd", duty).put("jimutetsuzukiCd", procedure)));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            now,                  version, old,     new
            2026-11-30T14:59:59Z, 0007,    4001000, ''
            2026-11-30T15:00:00Z, 0008,    3571000, 4001000
            """)
    void taxGoesOverToItsNextVersionAtTheBeginningOfDecember(String now, String version, String old, String moved) {
        asker.clock.set(Instant.parse(now));
        Asker.Answer result = asker.resultOf(Asker.inquiry("000000000000001", Asker.TAX));
        assertEquals(version, result.text("/layout/hanNo"));
        assertEquals(old, value(result, "0200000490"));
        assertEquals(moved, value(result, "0200000700"));
    }

    private static String value(Asker.Answer result, String itemCd) {
        return result.json().path("items").valueStream().filter(item -> item.path("itemCd").asString().equals(itemCd)).findFirst()
                .map(item -> item.path("value").asString()).orElse("");
    }
}
