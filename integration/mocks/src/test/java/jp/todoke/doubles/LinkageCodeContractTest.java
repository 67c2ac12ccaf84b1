package jp.todoke.doubles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.util.Map;
import jp.todoke.doubles.chukan.LatencyProfile;
import jp.todoke.doubles.wire.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** E05, E06 and E26: a 符号 comes some time after it was asked for, and only of a 個人番号. */
class LinkageCodeContractTest {
    private static final String CODES = "032:chukan/fugo-requests:Create 032:chukan/fugo-requests:Read";
    private static final String PERSONS = "032:togoatena/numbers:Create 032:togoatena/numbers:Update 032:togoatena/numbers:Delete";
    private static final String NO_CODE = "987654321000031";
    private static final String MUNICIPALITY = "139998";

    private static ObjectNode request(String atenabango) {
        ObjectNode body = Json.MAPPER.createObjectNode().put("shikuchosonkodo", MUNICIPALITY);
        body.putArray("atenabango").add(atenabango);
        return body;
    }

    private static ObjectNode person(String atenabango, String kojinbango) {
        return Json.MAPPER.createObjectNode().put("shikuchosonkodo", MUNICIPALITY).put("kojinbango", kojinbango)
                .put("atenabango", atenabango).put("gyomuid", "990").put("shimei", "統合　一").put("seinengappi", "1990-01-01")
                .put("seibetsu", "1").put("jusho", "届野市一丁目");
    }

    @Test
    void anInquiryIsRefusedUntilTheCodeIsThere() {
        try (Asker asker = new Asker(LatencyProfile.REALISTIC, null)) {
            assertEquals("N0415", asker.register(Asker.inquiry(NO_CODE, Asker.TAX), asker.headers(Asker.CHUKAN)).text("/errors/0/code"));

            Asker.Answer accepted = asker.send("POST", "/chukan/fugo-requests", request(NO_CODE).toString(), asker.headers(CODES));
            assertEquals(202, accepted.status(), accepted.body());
            Asker.keepsContract("chukan", "FugoRequestState", accepted);
            assertEquals("REQUESTED", accepted.text("/results/0/state"));
            asker.clock.advance(Duration.ofMinutes(119));
            assertEquals("REQUESTED", poll(asker, accepted).text("/results/0/state"));
            asker.clock.advance(Duration.ofMinutes(1));
            assertEquals("ACQUIRED", poll(asker, accepted).text("/results/0/state"));

            asker.receipt(Asker.inquiry(NO_CODE, Asker.TAX));
        }
    }

    private static Asker.Answer poll(Asker asker, Asker.Answer accepted) {
        Asker.Answer state = asker.send("GET", "/chukan/fugo-requests/" + accepted.text("/fugoIraiBango"), null, asker.headers(CODES));
        Asker.keepsContract("chukan", "FugoRequestState", state);
        return state;
    }

    @Test
    void theSameRequestHasTheSameNumberAndAnUnknownOneNone() {
        try (Asker asker = new Asker(LatencyProfile.ZERO, null)) {
            Map<String, String> headers = asker.headers(CODES);
            String first = asker.send("POST", "/chukan/fugo-requests", request(NO_CODE).toString(), headers).text("/fugoIraiBango");
            assertEquals(first, asker.send("POST", "/chukan/fugo-requests", request(NO_CODE).toString(), headers).text("/fugoIraiBango"));
            assertEquals(404, asker.send("GET", "/chukan/fugo-requests/F0", null, headers).status());
        }
    }

    @Test
    void aPersonNobodyRegisteredCannotGetOne() {
        String stranger = "900000000000777";
        try (Asker asker = new Asker(LatencyProfile.ZERO, null)) {
            Asker.Answer refused = asker.send("POST", "/chukan/fugo-requests", request(stranger).toString(), asker.headers(CODES));
            assertEquals("REFUSED NOT_FOUND", refused.text("/results/0/state") + " " + refused.text("/results/0/reason"));

            Asker.Answer registered = asker.send("POST", "/togoatena/numbers", person(stranger, "900000007779").toString(),
                    asker.headers(PERSONS));
            assertEquals(202, registered.status(), registered.body());
            Asker.keepsContract("togo", "IntegratedPersonAccepted", registered);
            assertFalse(registered.json().has("togoatenabango"), "団体内統合宛名番号 is told to nobody");
            assertEquals("ACQUIRED", asker.send("POST", "/chukan/fugo-requests", request(stranger).toString(), asker.headers(CODES))
                    .text("/results/0/state"));
        }
    }

    @Test
    void oneNumberHasOneIndividualNumberAndADeletionEndsTheCode() {
        try (Asker asker = new Asker(LatencyProfile.ZERO, null)) {
            asker.send("POST", "/togoatena/numbers", person("900000000000701", "900000007019").toString(), asker.headers(PERSONS));
            Asker.Answer wrong = asker.send("POST", "/togoatena/numbers", person("900000000000701", "900000007027").toString(),
                    asker.headers(PERSONS));
            assertEquals("409 N0420", wrong.status() + " " + wrong.text("/errors/0/code"));

            Map<String, String> headers = asker.headers(PERSONS);
            headers.put("X-Municipality", MUNICIPALITY);
            assertEquals("LAPSED", asker.send("DELETE", "/togoatena/numbers/900000000000701", null, headers).text("/fugoState"));
            assertEquals("N0415", asker.register(Asker.inquiry("900000000000701", Asker.TAX), asker.headers(Asker.CHUKAN))
                    .text("/errors/0/code"));
        }
    }
}
