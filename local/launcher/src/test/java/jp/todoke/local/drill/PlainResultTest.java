package jp.todoke.local.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What two runs may differ in, and what not. */
class PlainResultTest {
    private static final String CASE = "{'caseId':'1','caseNumber':'R08-000001','version':4,'state':'DECIDED',"
            + "'facts':[{'factId':'2','kind':'INCOME','state':'CONFIRMED'},{'factId':'3','kind':'ACCOUNT','state':'CONFIRMED'}],"
            + "'decision':{'decisionId':'4','months':[{'month':'2026-12','yen':10000}]},'note':'案件 R08-000001 と競合'}";

    @ParameterizedTest(name = "{0} instead of {1} is the same")
    @CsvSource({"R08-000077, R08-000001", "'''factId'':''9''', '''factId'':''2'''", "'''version'':9', '''version'':4'"})
    void idsAndNumbersMayDiffer(String other, String one) {
        assertEquals(plain(CASE), plain(CASE.replace(one, other)));
    }

    @Test
    void soMayTheOrderOfAList() {
        assertEquals(plain("{'facts':[{'kind':'A'},{'kind':'B'}]}"), plain("{'facts':[{'kind':'B'},{'kind':'A'}]}"));
    }

    @ParameterizedTest(name = "{0} instead of {1} is a difference")
    @CsvSource({"PROPOSED, DECIDED", "10001, 10000", "2027-01, 2026-12", "TAX, INCOME", "REFUSED, CONFIRMED"})
    void whatAUserReadsMayNot(String other, String one) {
        assertNotEquals(plain(CASE), plain(CASE.replace(one, other)));
    }

    @Test
    void aMissingOrAdditionalApplicationIsADifference() {
        assertEquals(List.of("a", "c", "d"),
                PlainResult.differences(Map.of("a", "1", "b", "2", "c", "3"), Map.of("b", "2", "c", "4", "d", "5")));
    }

    private static String plain(String json) {
        return PlainResult.canonical(JsonMapper.shared().readTree(json.replace('\'', '"')));
    }
}
