package jp.todoke.doubles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import jp.todoke.doubles.chukan.LatencyProfile;
import jp.todoke.doubles.wire.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** E03 and E04: envelopes, codes and widths of 別紙7-2, and a register that never numbers twice. */
class NumberingContractTest {
    private static final String SEARCH = "/app_submit/v10/jutogaishaatenakihonjohosyokai";
    private static final String NUMBER = "/app_submit/v10/jutogaishaatenabangofuban";
    private static final String SEARCH_SCOPE = "031:app_submit/v10/jutogaishaatenakihonjohosyokai:Read";
    private static final String NUMBER_SCOPE = "031:app_submit/v10/jutogaishaatenabangofuban:Create";
    private static final String DATA = """
            [{"municipalityCode":"131016","atenabango":"900000000000001","records":[
                {"shimei":"旧　住子","seibetsu":"2","seinengappi":"1990-01-01","jusho":"東京都千代田区一丁目"},
                {"shimei":"新　住子","seibetsu":"2","seinengappi":"1990-01-01","jusho":"東京都千代田区二丁目"}]},
             {"municipalityCode":"131016","atenabango":"900000000000002","locked":true,"records":[
                {"shimei":"錠　太郎","seibetsu":"1","seinengappi":"1991-01-01"}]},
             {"municipalityCode":"131016","atenabango":"900000000000003","gyomuid":"991","fromJuki":true,"records":[
                {"shimei":"秘　太郎","seibetsu":"1","seinengappi":"1992-01-01"}]}]""";

    @TempDir
    private static Path data;
    private static Asker asker;

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(data.resolve("non-residents.json"), DATA);
        asker = new Asker(LatencyProfile.ZERO, data);
    }

    @AfterAll
    static void stop() {
        asker.close();
    }

    private static ObjectNode numbering(String shimei) {
        return Json.MAPPER.createObjectNode().put("shorikubun", "0").put("shikuchosonkodo", "131016").put("shimei", shimei)
                .put("seinengappi", "1995-05-05").put("seibetsu", "1").put("gyomuid", "990").put("dokujishisakushisutemutoid", "000")
                .put("nayosemotofuragu", "0").put("tagyomusanshofukafuragu", "0").put("sosashaid", "123456")
                .put("sosanengappi", "2026-11-16").put("sosajikoku", "09:00:00");
    }

    private static ObjectNode query(String shimei, String born, String gyomuid) {
        return Json.MAPPER.createObjectNode().put("kensakuhoho", "0").put("shikuchosonkodo", "131016").put("shimei", shimei)
                .put("seinengappi", born).put("gyomuid", gyomuid).put("dokujishisakushisutemutoid", "000").put("sosashaid", "123456")
                .put("sosanengappi", "2026-11-16").put("sosajikoku", "09:00");
    }

    private static Asker.Answer number(ObjectNode body, Map<String, String> more) {
        Map<String, String> headers = asker.headers(NUMBER_SCOPE);
        headers.putAll(more);
        return asker.send("POST", NUMBER, body.toString(), headers);
    }

    private static Asker.Answer find(ObjectNode body) {
        Asker.Answer answer = asker.send("POST", SEARCH, body.toString(), asker.headers(SEARCH_SCOPE));
        assertEquals(200, answer.status(), answer.body());
        Asker.keepsContract("atena", "BasicInformationFound", answer);
        return answer;
    }

    @Test
    void aSuccessHasItsTitleUnderMetadata() {
        Asker.Answer answer = number(numbering("成功　一"), Map.of());

        assertEquals(200, answer.status(), answer.body());
        Asker.keepsContract("atena", "Numbered", answer);
        assertEquals("住登外者宛名番号付番", answer.text("/metadata/title"));
        assertEquals("登録が完了しました。", answer.text("/metadata/detail"));
        assertEquals(NUMBER, answer.text("/_links/self/href"));
        assertFalse(answer.json().has("title"));
        JsonNode row = answer.json().at("/result/0");
        assertEquals("131016", row.path("shikuchosonkodo").asString());
        assertTrue(row.path("atenabango").asString().matches("9[0-9]{14}"));
        assertEquals(1, row.path("rirekibango").asInt());
        assertEquals("123456 2026-11-16 09:00:00", String.join(" ", row.path("sosashaid").asString(),
                row.path("sosanengappi").asString(), row.path("sosajikoku").asString()));
    }

    @Test
    void everyFaultIsNamedAtOnceUnderItsJapaneseName() {
        ObjectNode body = numbering("誤り　一").put("shikuchosonkodo", "13101").put("seibetsu", "7").put("nayosemotofuragu", "1")
                .put("xTest", "1");
        body.remove(List.of("sosashaid", "sosanengappi"));
        body.putNull("sosajikoku");

        Asker.Answer answer = number(body, Map.of());

        assertEquals(400, answer.status());
        Asker.keepsContract("atena", "AtenaError", answer);
        assertEquals("エラーが発生しました。", answer.text("/detail"));
        assertFalse(answer.json().has("metadata"));
        assertEquals(List.of("E0003 【市区町村コード】は6桁で設定してください。", "E0002 【性別】は【0,1,2】で設定してください。",
                "E0001 【操作者ID】が設定されていません。", "E0001 【操作年月日】が設定されていません。", "E0001 【操作時刻】が設定されていません。",
                "E0004 【名寄せ元フラグ】が設定されている場合、【名寄せ先宛名番号】は設定必須です。"), errors(answer));
    }

    private static List<String> errors(Asker.Answer answer) {
        return answer.json().path("errors").valueStream()
                .map(error -> error.path("code").asString() + " " + error.path("message").asString()).toList();
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @CsvSource(useHeadersInDisplayName = true, nullValues = "-", textBlock = """
            item,                      value,        code
            shimei,                    ﾊﾝｶｸ,         E0002
            shimei,                    半 角,         E0002
            shimei,                    半　角,        -
            shikuchosonkodo,           １３１０１６,  E0002
            shikuchosonkodo,           131017,       E0002
            jusho_shikuchosonkodo,     141011,       -
            seinengappi,               2026-02-29,   E0002
            seinengappi,               20260228,     E0002
            seinengappi,               2026/02/28,   E0002
            seinengappi,               9999-12-31,   -
            jusho_choazakodo,          0000000,      -
            jusho_choazakodo,          9999999,      -
            jusho_choazakodo,          99999,        E0003
            sosajikoku,                09:00,        -
            sosajikoku,                9:00,         E0002
            sosashaid,                 12345678901,  E0003
            seinengappi_fushofuragu,   1,            E0004
            uji_nihonjin,              片方,         E0004
            shorikubun,                3,            E0002
            """)
    void anItemHasItsTypeAndWidth(String item, String value, String code) {
        Asker.Answer answer = number(numbering("項目　一").put(item, value), Map.of());

        assertEquals(code == null ? 200 : 400, answer.status(), answer.body());
        assertEquals(code == null ? "" : code, answer.text("/errors/0/code"));
    }

    @Test
    void widthsCountCharactersAndAVariationSequenceIsOne() {
        String hundred = "辻󠄀" + "あ".repeat(97) + "𠮷" + "ん";
        assertEquals(200, number(numbering(hundred), Map.of()).status());
        assertEquals("E0003", number(numbering(hundred + "ん"), Map.of()).text("/errors/0/code"));
    }

    @Test
    void nullAndAbsentAreBothNoValueWhereNoneIsRequired() {
        assertEquals(200, number(numbering("空　値").putNull("tsusho").putNull("kojinbango"), Map.of()).status());
    }

    @Test
    void theSameRequestGetsTheSameNumberAndAnotherOneDoesNot() {
        Map<String, String> once = Map.of("X-Request-Id", UUID.randomUUID().toString());

        String first = number(numbering("冪等　一"), once).text("/result/0/atenabango");
        assertEquals(first, number(numbering("冪等　一"), once).text("/result/0/atenabango"));
        assertEquals("N0411", number(numbering("冪等　二"), once).text("/errors/0/code"));
        assertNotEquals(first, number(numbering("冪等　三"), Map.of()).text("/result/0/atenabango"));
        assertEquals(first, find(query("冪等　一", "1995-05-05", "990")).text("/result/0/atenabango"));
    }

    @Test
    void numbersThatExistAreUsedOrChosenAndALockedRecordIsLeftAlone() {
        ObjectNode taken = numbering("継続　一").put("shorikubun", "1").put("atenabango", "000000000000777");
        assertEquals("000000000000777", number(taken, Map.of()).text("/result/0/atenabango"));
        ObjectNode chosen = numbering("選択　一").put("shorikubun", "2").put("atenabango", "900000000000001");
        assertEquals("2", number(chosen, Map.of()).text("/result/0/rirekibango"));
        assertEquals("E0004", number(numbering("番無　一").put("shorikubun", "2"), Map.of()).text("/errors/0/code"));

        Asker.Answer locked = number(numbering("錠　太郎").put("shorikubun", "2").put("atenabango", "900000000000002"), Map.of());
        assertEquals(409, locked.status());
        assertEquals("N0423", locked.text("/errors/0/code"));
    }

    @ParameterizedTest(name = "{0} born {1} for {2}: record {3}")
    @CsvSource(useHeadersInDisplayName = true, nullValues = "-", textBlock = """
            shimei,   born,       gyomuid, rirekibango, saishin
            新　住子,  1990-01-01, 990,     2,           1
            旧　住子,  1990-01-01, 990,     1,           0
            新　住子,  1990-01-02, 990,     -,           -
            秘　太郎,  1992-01-01, 991,     1,           1
            秘　太郎,  1992-01-01, 990,     -,           -
            """)
    void historyIsSearchedAndWhatCameFromJukiIsHidden(String shimei, String born, String gyomuid, String record, String last) {
        Asker.Answer answer = find(query(shimei, born, gyomuid));

        assertEquals(record == null ? 0 : 1, answer.json().path("result").size());
        assertEquals(record == null ? "" : record, answer.text("/result/0/rirekibango"));
        assertEquals(last == null ? "" : last, answer.text("/result/0/saishinfuragu"));
    }

    @Test
    void aFormerAddressFindsAndAPartOfTheNameDoesOnRequest() {
        assertEquals(1, find(query("旧　住子", "1990-01-01", "990").put("jusho_todofuken", "東京都").put("jusho_choaza", "千代田区一丁目"))
                .json().path("result").size());
        assertEquals(0, find(query("旧　住子", "1990-01-01", "990").put("jusho_choaza", "千代田区三丁目")).json().path("result").size());
        assertEquals(0, find(query("住子", "1990-01-01", "990")).json().path("result").size());
        assertEquals(1, find(query("住子", "1990-01-01", "990").put("kensakuhoho", "1")).json().path("result").size());
    }

    @Test
    void aTokenForOneOperationOrProviderIsNoneForAnother() {
        for (String scope : Arrays.asList(SEARCH_SCOPE, Asker.JUKI)) {
            Asker.Answer answer = asker.send("POST", NUMBER, numbering("無権　限").toString(), asker.headers(scope));
            assertEquals(401, answer.status());
            Asker.keepsContract("atena", "AtenaTrouble", answer);
            assertEquals("アクセストークンが無効です。", answer.text("/detail"));
            assertFalse(answer.json().has("errors"));
        }
        Asker.Answer both = asker.postForm("/oauth2/token", asker.tokenForm(NUMBER_SCOPE + " " + Asker.JUKI, asker.assertion()));
        assertEquals("invalid_scope", both.text("/error"));
    }

    @Test
    void anOutageIsNotJson() {
        Asker.Answer answer = number(numbering("停止　中"), Map.of("X-Mock-Scenario", "outage-503-html"));
        assertEquals(503, answer.status());
        assertTrue(answer.body().startsWith("<html"));
        assertEquals("131016", number(numbering("別人　一"), Map.of()).text("/result/0/shikuchosonkodo"));
        assertNotEquals("131016",
                number(numbering("別人　二"), Map.of("X-Mock-Scenario", "another-person")).text("/result/0/shikuchosonkodo"));
    }
}
