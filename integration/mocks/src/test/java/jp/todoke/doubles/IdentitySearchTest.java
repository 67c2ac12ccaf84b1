package jp.todoke.doubles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import jp.todoke.doubles.chukan.LatencyProfile;
import jp.todoke.doubles.wire.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

/** E27: who is found by what, and for which 利用事務. */
class IdentitySearchTest {

    private static Asker asker;

    @BeforeAll
    static void start() {
        asker = new Asker(LatencyProfile.ZERO, null);
    }

    @AfterAll
    static void stop() {
        asker.close();
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            shimei,           born,       outcome, hits
            提供　有子,       1990-01-02, FOUND,   1
            提供有子,         1990-01-02, FOUND,   1
            提供 有子,        1990-01-02, FOUND,   1
            提供　有子,       1990-01-03, NONE,    0
            提供　在子,       1990-01-02, NONE,    0
            """)
    void nameAndBirthDateFindAPerson(String shimei, String born, String outcome, int hits) {
        ObjectNode search = search();
        search.putObject("key").put("kind", "NAME_AND_BIRTH_DATE").put("shimei", shimei).put("seinengappi", born);
        Asker.Answer answer = send(search, Map.of());
        Asker.keepsContract("juki", "IdentityHits", answer);
        assertEquals(outcome, answer.text("/outcome"));
        assertEquals(hits, answer.json().path("hits").size());
    }

    @Test
    void theNumberFindsAPersonAndItsOwnerOnly() {
        assertEquals("提供　有子", byNumber("900000000010", Map.of()).text("/hits/0/shimei"));
        assertEquals("NONE", byNumber("123456789018", Map.of()).text("/outcome"));
        assertEquals("別野　人子", byNumber("900000000010", Map.of("X-Mock-Scenario", "another-person")).text("/hits/0/shimei"));
    }

    private static Asker.Answer byNumber(String kojinbango, Map<String, String> more) {
        ObjectNode search = search();
        search.putObject("key").put("kind", "KOJINBANGO").put("kojinbango", kojinbango);
        return send(search, more);
    }

    @Test
    void anotherPurposeIsRefused() {
        ObjectNode search = search().put("purpose", "JUKI-OTHER");
        search.putObject("key").put("kind", "KOJINBANGO").put("kojinbango", "900000000010");
        Asker.Answer answer = send(search, Map.of());
        assertEquals(400, answer.status());
        Asker.keepsContract("juki", "JukiError", answer);
        assertEquals("N0403", answer.text("/errors/0/code"));
    }

    @ParameterizedTest
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            kind,                kojinbango,   seinengappi, code,  errors
            KOJINBANGO,          ,             ,            E0004, 1
            KOJINBANGO,          12345,        ,            E0002, 1
            NAME_AND_BIRTH_DATE, ,             ,            E0004, 2
            NAME_AND_BIRTH_DATE, ,             2026-02-30,  E0002, 1
            ADDRESS,             ,             ,            E0002, 1
            """)
    void anIncompleteKeyIsNamed(String kind, String kojinbango, String seinengappi, String code, int errors) {
        ObjectNode search = search();
        ObjectNode key = search.putObject("key").put("kind", kind);
        if (kojinbango != null) {
            key.put("kojinbango", kojinbango);
        }
        if (seinengappi != null) {
            key.put("seinengappi", seinengappi);
        }
        Asker.Answer answer = send(search, Map.of());
        assertEquals(400, answer.status());
        assertEquals(errors, answer.json().path("errors").size(), answer.body());
        assertEquals(code, answer.text("/errors/0/code"));
    }

    private static ObjectNode search() {
        return Json.MAPPER.createObjectNode().put("purpose", "JUKI-CHILD-ALLOWANCE").put("municipalityCode", "139998");
    }

    private static Asker.Answer send(ObjectNode search, Map<String, String> more) {
        Map<String, String> headers = asker.headers(Asker.JUKI);
        headers.putAll(more);
        return asker.send("POST", "/juki/search", search.toString(), headers);
    }
}
