package jp.todoke.conformance.vectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VectorSetTest {
    private static final String LINE = """
            {"id":"SV-CA-0001","requirement":"TDK-SIM-CA-START-001","clause":"児童手当法第8条第2項","title":"t","derivation":"d","request":{},"expect":%s}""";

    @Test
    void readsTheThreeKindsOfExpectation() {
        String decided = line("{'status':200,'months':[{'month':'2026-12','yen':null,'children':[{'id':'c1','yen':15000,'rank':1}]}]}");
        String refused = line("{'status':400,'pointers':['/claims/0/receivedOn','/children/0/~1']}").replace("0001", "0002");
        String unanswerable = line("{'status':422}").replace("0001", "0003");

        List<Vector> vectors = set(decided + "\n" + refused + "\n" + unanswerable + "\n").vectors();

        assertInstanceOf(Expectation.Decided.class, vectors.get(0).expected());
        assertEquals(new Expectation.Refused(Set.of("/claims/0/receivedOn", "/children/0/~1")), vectors.get(1).expected());
        assertEquals(new Expectation.Unanswerable(), vectors.get(2).expected());
        assertEquals("a.ndjson:3", vectors.get(2).source());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{'status':500}                                                                | /expect/status must be 200, 400 or 422",
            "{'status':200}                                                                | /expect demands nothing",
            "{'status':200,'months':[]}                                                    | /expect demands nothing",
            "{'status':200,'months':[{'month':'2026-13'}]}                                 | /expect/months/0/month must be a month",
            "{'status':200,'months':[{'month':'2026-12','reasons':[]}]}                    | /expect/months/0/reasons is not a known field",
            "{'status':200,'months':[{'month':'2026-12','yen':1.5}]}                       | /expect/months/0/yen must be whole yen",
            "{'status':200,'months':[{'month':'2026-12'},{'month':'2026-12'}]}             | /expect/months/1/month stands there twice",
            "{'status':200,'months':[{'month':'2026-12','outcome':'MAYBE'}]}               | /expect/months/0/outcome must be one of",
            "{'status':200,'months':[{'month':'2026-12','children':[{'id':'a'},{'id':'a'}]}]} | /expect/months/0/children/1/id stands there twice",
            "{'status':200,'months':[{'month':'2026-12','stages':[{'stage':'X','yen':1}]}]} | /expect/months/0/stages/0/stage must be one of",
            "{'status':200,'payments':[{'payMonth':'2027-02','covers':[],'yen':0}]}        | /expect/payments/0/yen must be more than 0",
            "{'status':400}                                                                | /expect/pointers must name at least one place",
            "{'status':400,'pointers':['claims']}                                          | /expect/pointers must be different JSON pointers",
            "{'status':422,'months':[]}                                                    | /expect/months is not a known field",
            "{'status':422,'status':400}                                                   | is not JSON: Duplicate",
            "{'status':422                                                                 | is not JSON",
    })
    void namesWhatIsWrongWithFileAndLine(String expect, String problem) {
        String message = assertThrows(MalformedVectorsException.class, () -> set(line(expect))).getMessage();

        assertTrue(message.lines().anyMatch(l -> l.startsWith("a.ndjson:1: " + problem)), message);
    }

    @Test
    void refusesAnIdThatStandsTwiceAndAnEmptyLine() {
        String message = assertThrows(MalformedVectorsException.class,
                () -> set(line("{'status':422}") + "\n\n" + line("{'status':422}"))).getMessage();

        assertTrue(message.contains("a.ndjson:3: /id stands already at a.ndjson:1"), message);
        assertTrue(message.contains("a.ndjson:2: "), message);
    }

    @Test
    void theDigestTellsEveryChange() {
        String one = set(line("{'status':422}")).digest();

        assertEquals(one, set(line("{'status':422}")).digest());
        assertNotEquals(one, set(line("{'status':422}") + "\n").digest());
    }

    private static String line(String expect) {
        return LINE.formatted(expect).replace('\'', '"');
    }

    private static VectorSet set(String content) {
        return VectorSet.of(new TreeMap<>(Map.of("a.ndjson", content.getBytes(StandardCharsets.UTF_8))));
    }
}
