package jp.todoke.doubles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.todoke.doubles.Asker.Answer;
import jp.todoke.doubles.chukan.LatencyProfile;
import jp.todoke.doubles.wire.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** E08 with the profile zero and the built-in persons: files of inquiries, their lists and their answers. */
class InquiryFileTest {
    private static final String NAME = "P640R110_20261116091200_0001.DAT";
    /** Written by hand after the notes on a municipal inquiry file: widths 2, 15, 15, 17, 20, 20, 16, 1, 6 × 16, 1, 1, 8, 8. */
    static final String RECORD = "01,%s,               ,20261116091200000,KODOMO01            ,u000123             ,0220113999801700,0,JM01000000106000,"
            + "JT01010000009901,                ,                ,0220113998001700,TM00000000000002,0,1,20260401,20270331\r\n";
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

    private static String file(String... numbers) {
        return List.of(numbers).stream().map(RECORD::formatted).collect(Collectors.joining());
    }

    private static Answer upload(String name, String content, Map<String, String> headers) {
        String body = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + content + "\r\n--cut--\r\n";
        headers.put("Content-Type", "multipart/form-data; boundary=cut");
        return asker.send("POST", "/chukan/inquiry-files", body, headers);
    }

    private static Answer upload(String content) {
        return upload(NAME, content, asker.headers(Asker.CHUKAN));
    }

    private static Answer get(String path) {
        return asker.send("GET", "/chukan/inquiry-files/" + path, null, asker.headers(Asker.CHUKAN));
    }

    private static String received(String content) {
        Answer answer = upload(content);
        Asker.keepsContract("chukan", "InquiryFileReceipt", answer);
        assertEquals(202, answer.status());
        return answer.text("/fileId");
    }

    private static List<JsonNode> lines(Answer answer) {
        assertEquals("application/x-ndjson", answer.headers().get("content-type"));
        return answer.body().lines().map(line -> Json.MAPPER.readTree(line)).toList();
    }

    @Test
    void tellsWhichRecordsWereTakenAndWhichCouldNotBeTranslated() {
        String file = received(file("000000000000001", "999990000000001", "999980000000001", "000000000000001", "000000000000004"));

        Answer lists = get(file + "/result");

        Asker.keepsContract("chukan", "InquiryFileResult", lists);
        List<String> records = new ArrayList<>();
        lists.json().path("records")
                .forEach(record -> records.add(record.path("recordNo").asInt() + " " + record.path("uketsukeKbn").asString()
                        + " " + record.path("code").asString("-")));
        assertEquals(List.of("1 ACCEPTED -", "3 REJECTED N0413", "4 REJECTED N0412", "5 ACCEPTED -"), records);
        assertEquals("2 999990000000001 T0001",
                lists.json().at("/togoErrors/0/recordNo").asInt() + " " + lists.text("/togoErrors/0/atenabango")
                        + " " + lists.text("/togoErrors/0/code"));
    }

    @Test
    void answersARecordAsItAnswersASingleInquiry() {
        String file = received(file("000000000000001", "000000000000004"));

        List<JsonNode> lines = lines(get(file + "/answers?from=1&limit=1000"));

        assertEquals(3, lines.size());
        JsonNode alone = asker.resultOf(Asker.inquiry("000000000000001", Asker.TAX)).json();
        assertEquals(alone, lines.getFirst().path("result"));
        assertEquals("NOT_APPLICABLE", lines.get(1).at("/result/resultKind").asString());
        assertEquals("{\"end\":true,\"pending\":0}", lines.getLast().toString());
        assertEquals(get(file + "/result").text("/records/0/uketsukeBango"), lines.getFirst().path("uketsukeBango").asString());
    }

    @Test
    void isReadInWindows() {
        String file = received(file(IntStream.rangeClosed(1, 5).mapToObj(i -> "00000000000%d001".formatted(i)).toArray(String[]::new)));

        List<JsonNode> first = lines(get(file + "/answers?from=1&limit=2"));
        List<JsonNode> last = lines(get(file + "/answers?from=5&limit=2"));

        assertEquals("{\"end\":true,\"next\":3}", first.getLast().toString().replace("\"next\":3,\"end\":true", "\"end\":true,\"next\":3"));
        assertEquals(3, first.size());
        assertEquals(2, last.size());
        assertFalse(last.getLast().has("next"));
    }

    @Test
    void leavesOutWhatStaffHaveNotAnsweredYet() {
        String file = received(file("000000000000021", "000000000000001"));

        assertEquals(1, lines(get(file + "/answers?from=1&limit=1000")).getLast().path("pending").asInt());

        asker.clock.set(SettableClock.MONDAY_MORNING.plus(Duration.ofDays(2)));
        assertEquals(0, lines(get(file + "/answers?from=1&limit=1000")).getLast().path("pending").asInt());
    }

    @Test
    void isTheSameFileForTheSameRequestAndNoOther() {
        Map<String, String> headers = asker.headers(Asker.CHUKAN);
        String content = file("000000000000001");
        Answer first = upload(NAME, content, headers);
        asker.clock.set(SettableClock.MONDAY_MORNING.plusSeconds(60));

        assertEquals(first.body(), upload(NAME, content, headers).body());
        assertEquals("N0411", upload(NAME, file("000000000000004"), headers).text("/errors/0/code"));
        assertEquals("N0411", upload(NAME.replace("_0001", "_0002"), content, headers).text("/errors/0/code"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            what                        | from                | to
            no end of line              | '\\r\\n$'           | '\\n'
            a field too short           | '0220113999801700'  | '022011399980170'
            a letter in 宛名番号          | ',000000000000001,' | ',00000000000000A,'
            a filled 統合宛名番号         | ',               ,' | ',000000000000001,'
            no comma                    | 'KODOMO01            ,' | 'KODOMO01             '
            a 不開示コード beyond 0 and 1 | ',0,JM'             | ',2,JM'
            a 年度 without its days      | '20260401,20270331' | '        ,        '
            """)
    void refusesAFileThatDoesNotKeepToTheWidths(String what, String from, String to) {
        String spoilt = file("000000000000001").replaceFirst(from, to.replace("\\n", "\n"));
        assertFalse(spoilt.equals(file("000000000000001")), what);

        Answer answer = upload(spoilt);

        assertEquals("400 N0414", answer.status() + " " + answer.text("/errors/0/code"), what);
    }

    @Test
    void refusesOtherNamesFormsAndTooManyRecords() {
        assertEquals("E0002", upload("persons.csv", file("000000000000001"), asker.headers(Asker.CHUKAN)).text("/errors/0/code"));
        assertEquals("E0001", asker.send("POST", "/chukan/inquiry-files", "{}", asker.headers(Asker.CHUKAN)).text("/errors/0/code"));
        assertEquals("N0414", upload(IntStream.rangeClosed(1, 10_001).mapToObj(i -> RECORD.formatted("%015d".formatted(i)))
                .collect(Collectors.joining())).text("/errors/0/code"));
        assertEquals(404, get("F00/result").status());
        assertEquals(404, get("F00/answers?from=1&limit=1").status());
        String file = received(file("000000000000001"));
        assertEquals(400, get(file + "/answers?from=0&limit=1").status());
        assertEquals(400, get(file + "/answers?from=1&limit=1001").status());
        assertEquals(401, asker.send("GET", "/chukan/inquiry-files/" + file + "/result", null, Map.of()).status());
    }

    @Test
    void takesTenThousandRecords() {
        String file = received(IntStream.rangeClosed(1, 10_000).mapToObj(i -> RECORD.formatted("%015d".formatted(i)))
                .collect(Collectors.joining()));

        assertEquals(10_000, get(file + "/result").json().path("records").size());
        List<JsonNode> last = lines(get(file + "/answers?from=9001&limit=1000"));
        // …021 waits for the staff of the provider: 999 answers and the end.
        assertEquals(1_000, last.size());
        assertTrue(last.getFirst().path("recordNo").asInt() == 9_001);
    }
}
