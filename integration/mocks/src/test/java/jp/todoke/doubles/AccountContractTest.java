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

/** E31: accounts of the data bear their name, of all others the last digits decide. */
class AccountContractTest {
    private static final String SCOPE = "bank:zengin/accounts/verify:Read";
    private static Asker asker;

    @BeforeAll
    static void start() {
        asker = new Asker(LatencyProfile.ZERO, null);
    }

    @AfterAll
    static void stop() {
        asker.close();
    }

    private static Asker.Answer verify(String bank, String number, Map<String, String> more) {
        ObjectNode account = Json.MAPPER.createObjectNode().put("bank4", bank).put("branch3", "999").put("type1", "1").put("no7", number)
                .put("kana", "タメシ　ハナコ");
        Map<String, String> headers = asker.headers(SCOPE);
        headers.putAll(more);
        return asker.send("POST", "/zengin/accounts/verify", account.toString(), headers);
    }

    @ParameterizedTest
    @CsvSource({"0001, 0000001, MATCH", "0001, 0000998, NOT_FOUND", "0001, 0000999, NAME_MISMATCH", "9999, 0000001, UNSUPPORTED_BANK"})
    void theLastDigitsDecide(String bank, String number, String outcome) {
        Asker.Answer answer = verify(bank, number, Map.of());

        Asker.keepsContract("bank", "AccountVerified", answer);
        assertEquals(outcome, answer.text("/outcome"));
        assertEquals(number, answer.text("/no7"));
    }

    @Test
    void aWrongNumberIsNamedAndAnotherAccountIsAnsweredOnRequest() {
        assertEquals("E0002", verify("0001", "123", Map.of()).text("/errors/0/code"));
        assertEquals("0000000", verify("0001", "0000001", Map.of("X-Mock-Scenario", "another-person")).text("/no7"));
    }
}
