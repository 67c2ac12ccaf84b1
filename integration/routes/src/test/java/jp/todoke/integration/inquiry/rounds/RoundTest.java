package jp.todoke.integration.inquiry.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jp.todoke.integration.IntegrationTest;
import jp.todoke.integration.Line.Passed;
import jp.todoke.integration.Line.Trouble;
import jp.todoke.sealing.Sealed;
import jp.todoke.sealing.Sealer;
import jp.todoke.tenancy.Municipality;
import jp.todoke.tenancy.Tenant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rounds over HTTP on a real PostgreSQL, against the real doubles; five lines make a file here. */
class RoundTest extends IntegrationTest {
    private static final String TAX = "procedure=CHILD_ALLOWANCE_NEW&kind=TAX&purpose=YEARLY_INCOME&year=2026&providerMunicipality=139980";
    private static final String HEADER = "atenabango,providerMunicipality,withhold,caseNumber\r\n";
    private static final String FILES = "/chukan/inquiry-files";

    @Autowired
    JsonMapper json;
    @Autowired
    Sealer sealer;

    private static String key() {
        return "round-" + UUID.randomUUID();
    }

    private HttpResponse<String> upload(String query, String type, String body, String key) {
        return send(request("/api/v1/inquiry-rounds?" + query, token("caseworker", HERE, "rounds:write rounds:read"))
                .header("Content-Type", type).header("Idempotency-Key", key).POST(BodyPublishers.ofString(body)));
    }

    private String start(String query, String csv) {
        HttpResponse<String> answer = upload(query, "text/csv", csv, key());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json.readTree(answer.body()).path("roundId").asString();
    }

    private String startTax(String... numbers) {
        return start(TAX, "atenabango\r\n" + Arrays.stream(numbers).map(number -> number + "\r\n").collect(Collectors.joining()));
    }

    private JsonNode get(String roundId) {
        return json.readTree(read(roundId, ""));
    }

    private String read(String roundId, String what) {
        HttpResponse<String> answer = send(request("/api/v1/inquiry-rounds/" + roundId + what, token("auditor", HERE, "rounds:read")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private List<JsonNode> lines(String roundId, String what) {
        return read(roundId, what).lines().map(json::readTree).toList();
    }

    /** Line number → code. */
    private Map<Long, String> errors(String roundId) {
        Map<Long, String> errors = new TreeMap<>();
        lines(roundId, "/errors").forEach(line -> errors.put(line.path("line").asLong(0), line.path("code").asString()));
        return errors;
    }

    /** Line number → outcome, a blank for none. */
    private Map<Long, String> outcomes(String roundId) {
        Map<Long, String> outcomes = new TreeMap<>();
        lines(roundId, "/answers").forEach(line -> outcomes.put(line.path("line").asLong(), line.path("outcome").asString("")));
        return outcomes;
    }

    private HttpResponse<String> command(String roundId, String command, String key) {
        return send(request("/api/v1/inquiry-rounds/" + roundId + "/" + command, token("caseworker", HERE, "rounds:write"))
                .header("Idempotency-Key", key).POST(BodyPublishers.noBody()));
    }

    private static List<Passed> uploads() {
        return LINE.passed().stream().filter(call -> call.path().equals(FILES)).toList();
    }

    /** The records of all files that went out, in their order. */
    private static List<String> records() {
        return uploads().stream().flatMap(call -> call.body().lines().filter(line -> line.startsWith("01,"))).toList();
    }

    private static String number(int last) {
        return "%015d".formatted(last);
    }

    private static String count(String table) {
        return query("select count(*) from linkage." + table).getFirst();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            id     | line                                 | code                | outcome
            RND-01 | 000000000000101,,,                   |                     | PROVIDED
            RND-02 | 000000000000102,,0,                  |                     | UNDECLARED
            RND-03 | 000000000000103,,false,C-2026-000001 |                     | NOT_APPLICABLE
            RND-04 | 000000000000104,,,                   |                     | NO_COPY
            RND-05 | 000000000000105,,,                   |                     | PERSON_UNKNOWN
            RND-06 | 000000000000106,,,                   |                     | ANOTHER_PERSON
            RND-07 | 000000000000107,,,                   |                     | REFUSED
            RND-08 | 000000000000108,,,                   |                     | LAYOUT_MISMATCH
            RND-09 | 000000000000109,,,                   |                     | UNAVAILABLE
            RND-10 | "000000000000101",141003,1,          |                     | PROVIDED
            RND-11 | 000000000000101,141011,,             |                     | PROVIDED
            RND-12 | 999990000000001,,,                   | UNTRANSLATABLE      | NO_LINKAGE_CODE
            RND-13 | 999980000000001,,,                   | RECORD_REJECTED     | UNAVAILABLE
            RND-14 | 00000000000101,,,                    | ATENABANGO_INVALID  |
            RND-15 | ,,,                                  | ATENABANGO_INVALID  |
            RND-16 | 000000000000101,99999,,              | OVERSEAS            |
            RND-17 | 000000000000101,139981,,             | PROVIDER_UNKNOWN    |
            RND-18 | 000000000000101,1399,,               | PROVIDER_UNKNOWN    |
            RND-19 | 000000000000101,,2,                  | WITHHOLD_INVALID    |
            RND-20 | 000000000000101,,,C 1                | CASE_NUMBER_INVALID |
            RND-21 | 000000000000101                      | LINE_UNREADABLE     |
            """)
    void eachLineEndsInAnOutcomeOrInTheErrorList(String id, String line, String code, String outcome) {
        String round = start(TAX, HEADER + line + "\r\n" + number(112) + ",,,\r\n");

        inquiryFiles.drain();

        assertThat(errors(round)).as(id).isEqualTo(code == null ? Map.of() : Map.of(2L, code));
        assertThat(outcomes(round)).isEqualTo(outcome == null ? Map.of(3L, "NO_COPY") : Map.of(2L, outcome, 3L, "NO_COPY"));
        assertThat(get(round).path("state").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void writesTheFileAsTheNotesDescribeIt() {
        String instant = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS").format(CLOCK.instant().atZone(ZoneId.of("Asia/Tokyo")));
        String second = instant.substring(0, 14);
        start(TAX, HEADER + "000000000000101,141011,1,\r\n");

        inquiryFiles.drain();

        Passed upload = uploads().getFirst();
        String file = "01,000000000000101,               ," + instant
                + ",KODOMO01            ,caseworker          ,0220113999801700,1,JM01000000106000,"
                + "JT01010000009901,                ,                ,0220114100301700,TM00000000000002,0,1,20260401,20270331\r\n";
        assertThat(upload.body()).contains("filename=\"P640R110_" + second + "_0001.DAT\"").contains("\r\n\r\n" + file + "\r\n--");
        assertThat(file).hasSize(239);
        assertThat(upload.headers()).containsEntry("x-if-id", "IF_SKI_10123").containsEntry("x-client-gyomu", "990")
                .containsEntry("x-user-id", "caseworker");
        assertThat(query("select sha256 from linkage.inquiry_file")).containsExactly(sha256(file));
    }

    private static String sha256(String text) {
        String sql = "'" + text.replace("\r\n", "' || chr(13) || chr(10) || '") + "'";
        return query("select encode(sha256(convert_to(" + sql + ", 'UTF8')), 'hex')").getFirst();
    }

    @Test
    void asksOneInstitutionForAllWithoutYear() {
        String round = start("procedure=CHILD_ALLOWANCE_NEW&kind=ACCOUNT&purpose=CURRENT_STATUS", "atenabango\n" + number(101) + "\n");

        inquiryFiles.drain();

        assertThat(records().getFirst()).contains(",1419900000002200,TM00000000000089,0,0,        ,        ");
        assertThat(outcomes(round)).isEqualTo(Map.of(2L, "PROVIDED"));
    }

    @ParameterizedTest(name = "{0} asks with {1} as {2}")
    @CsvSource({"CHILD_ALLOWANCE_ANNUAL, JM01000000106000, 990", "CHILD_REARING_ALLOWANCE_ANNUAL, JM01000000081000, 991"})
    void asksForTheYearlyReport(String procedure, String duty, String gyomuId) {
        String round = start(TAX.replace("CHILD_ALLOWANCE_NEW", procedure), "atenabango\n" + number(101) + "\n");

        inquiryFiles.drain();

        assertThat(outcomes(round)).isEqualTo(Map.of(2L, "PROVIDED"));
        assertThat(records().getFirst()).contains("," + duty + ",");
        assertThat(uploads().getFirst().headers()).containsEntry("x-client-gyomu", gyomuId);
    }

    @Test
    void asksTheOwnPlaceWhereTheInformationLiesThere() {
        String round = start("procedure=CHILD_REARING_ALLOWANCE_NEW&kind=PUBLIC_ASSISTANCE&purpose=CURRENT_STATUS",
                "atenabango\n" + number(101) + "\n");

        inquiryFiles.drain();

        assertThat(errors(round)).isEmpty();
        assertThat(records()).hasSize(1);
    }

    @Test
    void goesOnWithTheGoodLinesOfAHundred() {
        List<String> numbers = new ArrayList<>(IntStream.rangeClosed(1, 97).mapToObj(i -> number(500 + i)).toList());
        numbers.addAll(33, List.of("999990000000001", "999990000000002", "999990000000003"));

        String round = startTax(numbers.toArray(String[]::new));
        inquiryFiles.drain();

        JsonNode progress = get(round).path("progress");
        assertThat(progress.toString()).isEqualTo(
                """
                        {"total":100,"refused":0,"sent":100,"accepted":97,"rejected":3,"answered":{"NO_LINKAGE_CODE":3,"PERSON_UNKNOWN":97},"open":0,"apart":0}""");
        assertThat(lines(round, "/errors").stream().map(line -> line.path("line").asLong() + " " + line.path("atenabango").asString() + " "
                + line.path("message").asString())).containsExactly(
                        "35 999990000000001 団体内統合宛名で宛名番号を変換できませんでした。統合宛名の付番を確認してください。（T0001）",
                        "36 999990000000002 団体内統合宛名で宛名番号を変換できませんでした。統合宛名の付番を確認してください。（T0001）",
                        "37 999990000000003 団体内統合宛名で宛名番号を変換できませんでした。統合宛名の付番を確認してください。（T0001）");
        assertThat(uploads()).hasSize(20);
        // What 団体内統合宛名 could not translate has not reached the network.
        assertThat(count("provision_record")).isEqualTo("97");
    }

    @Test
    void asksOncePerPersonAndNamesTheSecond() {
        String round = startTax(number(101), number(102), number(101), number(101));

        inquiryFiles.drain();

        assertThat(errors(round)).isEqualTo(Map.of(4L, "DUPLICATE", 5L, "DUPLICATE"));
        assertThat(records()).hasSize(2);
    }

    @Test
    void sendsNothingThatTheListDoesNotPermit() {
        String round = start("procedure=CHILD_ALLOWANCE_NEW&kind=FAMILY_REGISTER&purpose=CURRENT_STATUS",
                "atenabango\n" + number(101) + "\n" + number(102) + "\n");

        inquiryFiles.drain();

        assertThat(errors(round)).isEqualTo(Map.of(2L, "NO_LEGAL_BASIS", 3L, "NO_LEGAL_BASIS"));
        assertThat(LINE.passed()).isEmpty();
        assertThat(count("inquiry")).isEqualTo("0");
        assertThat(get(round).path("state").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void takesNdjsonToo() {
        HttpResponse<String> answer = upload(TAX, "application/x-ndjson", """
                {"atenabango":"000000000000101","withhold":true}

                {"atenabango":101}
                {"atenabango":"000000000000102","colour":"red"}
                """, key());

        String round = json.readTree(answer.body()).path("roundId").asString();
        inquiryFiles.drain();
        assertThat(errors(round)).isEqualTo(Map.of(3L, "LINE_UNREADABLE", 4L, "LINE_UNREADABLE"));
        assertThat(outcomes(round)).isEqualTo(Map.of(1L, "PROVIDED"));
        assertThat(query("select withhold_cd || ' ' || withheld from linkage.inquiry join linkage.provision_record using (inquiry_id)"))
                .containsExactly("1 true");
    }

    @Test
    void keepsAnswersAsReceivedAndWritesRecords() {
        String round = startTax(number(101));

        inquiryFiles.drain();

        String inquiryId = lines(round, "/answers").getFirst().path("inquiryId").asString();
        String sealed = query("select encode(received_sealed, 'base64') from linkage.inquiry_answer").getFirst().replaceAll("\\s", "");
        String keyId = query("select key_id from linkage.inquiry_answer").getFirst();
        String answer = Tenant.in(new Municipality(HERE), () -> sealer.openText("answer/" + inquiryId,
                new Sealed(keyId, java.util.Base64.getDecoder().decode(sealed))));
        assertThat(answer).startsWith("{\"recordNo\":1,\"uketsukeBango\":").contains("\"itemCd\":\"0200000490\"").contains("4210000");
        assertThat(query("select concat_ws(' ', role, network, provider_kikan_cd, tm_cd, atenabango, officer, result_kind, case_number) "
                + "from linkage.provision_record"))
                .containsExactly("1 NWS 0220113998001700 TM00000000000002 000000000000101 caseworker PROVIDED "
                        + get(round).path("roundNumber").asString());
        assertThat(read(round, "/answers")).doesNotContain("4210000");
        assertThat(count("outbox")).isEqualTo("0");
    }

    @Test
    void leavesTheQuestionsOfFilesToTheFiles() {
        startTax(number(101), number(111));
        inquiryFiles.drain();

        assertThat(inquiries.drain()).isZero();
        assertThat(query("select count(*) from linkage.inquiry where next_attempt_at is not null")).containsExactly("0");
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource({"OUTAGE_HTML, inquiry-files", "TRUNCATED, inquiry-files", "ANSWER_LOST, inquiry-files", "HTML_200, inquiry-files",
            "EMPTY_OBJECT, inquiry-files", "TOKEN_REFUSED, inquiry-files", "OUTAGE_HTML, /result", "TRUNCATED, /result",
            "ANSWER_LOST, /result",
            "HTML_200, /result", "EMPTY_OBJECT, /result", "TOKEN_REFUSED, /result", "OUTAGE_HTML, limit=1000", "TRUNCATED, limit=1000",
            "ANSWER_LOST, limit=1000", "HTML_200, limit=1000", "EMPTY_OBJECT, limit=1000", "TOKEN_REFUSED, limit=1000"})
    void repeatsWhatReachedNobody(Trouble trouble, String where) {
        String round = startTax(number(101), number(102), number(104));
        LINE.breaks(where, trouble, trouble);

        inquiryFiles.drain();
        if (trouble != Trouble.TOKEN_REFUSED) {
            assertThat(get(round).path("state").asString()).isEqualTo("RUNNING");
        }
        CLOCK.advance(Duration.ofMinutes(1));
        inquiryFiles.drain();
        CLOCK.advance(Duration.ofMinutes(1));
        inquiryFiles.drain();

        assertThat(outcomes(round)).isEqualTo(Map.of(2L, "PROVIDED", 3L, "UNDECLARED", 4L, "NO_COPY"));
        assertThat(uploads().stream().map(call -> call.headers().get("x-request-id")).distinct()).hasSize(1);
        assertThat(uploads().stream().map(call -> call.body().replaceAll("(?m)^--.*$", "")).distinct()).hasSize(1);
        assertThat(count("provision_record")).isEqualTo("3");
        assertThat(count("inquiry_answer")).isEqualTo("3");
        assertThat(count("inquiry_file_stray")).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SENDING", "ACCEPTED", "LISTED"})
    void repeatedStepsOfADeadProcessChangeNothing(String state) {
        String round = startTax(number(101), number(102), "999990000000001", "999980000000001");
        inquiryFiles.drain();
        List<String> before = query("select inquiry_id || state || answer || answered_at from linkage.inquiry order by 1");

        change("update linkage.inquiry_file set state = '" + state + "', completed_at = null, next_attempt_at = '2026-01-01'");
        CLOCK.advance(Duration.ofMinutes(1));
        inquiryFiles.drain();

        assertThat(query("select inquiry_id || state || answer || answered_at from linkage.inquiry order by 1")).isEqualTo(before);
        assertThat(count("provision_record")).isEqualTo("3");
        assertThat(count("inquiry_answer")).isEqualTo("2");
        assertThat(count("inquiry_file_stray")).isEqualTo("0");
        assertThat(get(round).path("state").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void neverSendsOtherBytesUnderTheSameName() {
        startTax(number(101));
        LINE.breaks("inquiry-files", Trouble.OUTAGE_HTML);
        inquiryFiles.drain();
        change("update linkage.inquiry set withhold_cd = '1'");

        CLOCK.advance(Duration.ofMinutes(1));
        inquiryFiles.drain();

        assertThat(uploads()).hasSize(1);
        assertThat(query("select state || ' ' || last_trouble from linkage.inquiry_file")).containsExactly("SENDING IllegalStateException");
    }

    /** What a result file may bring beside what was asked. */
    private enum Disorder {
        OUT_OF_ORDER(lines -> lines.reversed()), //
        DUPLICATE(lines -> List.of(lines.get(0), lines.get(1), lines.get(0))), //
        UNKNOWN_RECEIPT(lines -> List.of(lines.get(0), lines.get(1), lines.get(0).replaceFirst("Bango\":\"....", "Bango\":\"XXXX"))), //
        SECOND_ANSWER(lines -> List.of(lines.get(0), lines.get(1), lines.get(0).replace("4210000", "1"))), //
        UNREADABLE_ANSWER(lines -> List.of(lines.get(0), "{\"recordNo\":", lines.get(1))), //
        MISSING(lines -> List.of(lines.get(1))), //
        WRONG_LAYOUT(lines -> List.of(lines.get(0).replaceFirst("\"hanNo\":\"....\"", "\"hanNo\":\"0099\""), lines.get(1))), //
        WITHOUT_RESULT(lines -> List.of(lines.get(0).replace("\"resultKind\"", "\"other\""), lines.get(1)));

        private final UnaryOperator<List<String>> change;

        Disorder(UnaryOperator<List<String>> change) {
            this.change = change;
        }

        /** The last line tells the end. */
        String of(String window) {
            List<String> lines = window.lines().toList();
            List<String> changed = new ArrayList<>(change.apply(lines.subList(0, lines.size() - 1)));
            changed.add(lines.getLast());
            return String.join("\n", changed) + "\n";
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, nullValues = "-", textBlock = """
            disorder,          first,           code,           apart
            OUT_OF_ORDER,      PROVIDED,        -,              -
            DUPLICATE,         PROVIDED,        -,              -
            UNKNOWN_RECEIPT,   PROVIDED,        -,              UNKNOWN_RECEIPT
            SECOND_ANSWER,     PROVIDED,        -,              SECOND_ANSWER
            UNREADABLE_ANSWER, PROVIDED,        -,              UNREADABLE_ANSWER
            MISSING,           UNAVAILABLE,     RESULT_MISSING, -
            WRONG_LAYOUT,      LAYOUT_MISMATCH, -,              -
            WITHOUT_RESULT,    UNAVAILABLE,     RESULT_MISSING, UNREADABLE_ANSWER
            """)
    void matchesByKeyAndKeepsTheRestApart(Disorder disorder, String first, String code, String apart) {
        String round = startTax(number(101), number(104));
        LINE.rewrites("/answers", disorder::of);

        inquiryFiles.drain();

        assertThat(outcomes(round)).isEqualTo(Map.of(2L, first, 3L, "NO_COPY"));
        Map<Long, String> expected = new TreeMap<>();
        if (code != null) {
            expected.put(2L, code);
        }
        if (apart != null) {
            expected.put(0L, apart);
        }
        assertThat(errors(round)).isEqualTo(expected);
        assertThat(get(round).at("/progress/apart").asInt()).isEqualTo(apart == null ? 0 : 1);
        assertThat(count("provision_record")).isEqualTo("2");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            left out,                       code
            '\\{"recordNo":1,[^}]*\\},',    NOT_LISTED
            '(?<="recordNo":1,"atenabango":")0+101', NOT_LISTED
            """)
    void namesARecordThatNoListHolds(String leftOut, String code) {
        String round = startTax(number(101), number(104));
        LINE.rewrites("/result", lists -> lists.replaceFirst(leftOut, leftOut.startsWith("(") ? "000000000000777" : ""));

        inquiryFiles.drain();

        assertThat(errors(round)).containsEntry(2L, code);
        assertThat(outcomes(round)).isEqualTo(Map.of(2L, "UNAVAILABLE", 3L, "NO_COPY"));
    }

    @Test
    void acceptsWhatTheStaffOfTheProviderAnswersLater() {
        String round = startTax(number(111), number(101));
        inquiryFiles.drain();
        assertThat(outcomes(round)).isEqualTo(Map.of(2L, "", 3L, "PROVIDED"));
        assertThat(get(round).path("state").asString()).isEqualTo("RUNNING");
        assertThat(get(round).at("/progress/open").asInt()).isEqualTo(1);

        // Over a weekend, whatever day it is.
        for (int hour = 0; hour < 4 * 24; hour++) {
            CLOCK.advance(Duration.ofHours(1));
            inquiryFiles.drain();
        }

        assertThat(outcomes(round)).isEqualTo(Map.of(2L, "PROVIDED", 3L, "PROVIDED"));
        assertThat(get(round).path("state").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void endsWhatThePeerNoLongerKnows() {
        String round = startTax(number(101));
        LINE.breaks("/result", Trouble.OUTAGE_HTML);
        inquiryFiles.drain();
        change("update linkage.inquiry_file set receipt_no = 'F00'");

        CLOCK.advance(Duration.ofMinutes(1));
        inquiryFiles.drain();

        assertThat(outcomes(round)).isEqualTo(Map.of(2L, "EXPIRED"));
        assertThat(errors(round)).isEqualTo(Map.of(2L, "RESULT_EXPIRED"));
    }

    @Test
    void endsAFileThatThePeerRefuses() {
        String round = startTax(number(101), number(102));
        LINE.breaks("inquiry-files", Trouble.BAD_REQUEST);

        inquiryFiles.drain();

        assertThat(errors(round)).isEqualTo(Map.of(2L, "FILE_REJECTED", 3L, "FILE_REJECTED"));
        assertThat(uploads()).hasSize(1);
        assertThat(get(round).path("state").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void givesUpAfterThreeDaysWithoutAnybody() {
        String round = startTax(number(101));
        LINE.breaks("inquiry-files", Trouble.OUTAGE_HTML, Trouble.OUTAGE_HTML);
        inquiryFiles.drain();

        CLOCK.advance(Duration.ofHours(73));
        inquiryFiles.drain();

        assertThat(errors(round)).isEqualTo(Map.of(2L, "UNREACHED"));
        assertThat(outcomes(round)).isEqualTo(Map.of(2L, "UNAVAILABLE"));
    }

    @Test
    void sendsNothingNewWhileRecordsWaitTooLongForTheirSeal() {
        startTax(number(101));
        inquiryFiles.drain();
        CLOCK.advance(Duration.ofHours(5));
        String round = startTax(number(102));

        inquiryFiles.drain();
        assertThat(uploads()).hasSize(1);

        change("truncate linkage.provision_record");
        CLOCK.advance(Duration.ofMinutes(1));
        inquiryFiles.drain();
        assertThat(outcomes(round)).isEqualTo(Map.of(2L, "UNDECLARED"));
    }

    @Test
    void leavesARoundThatHasEndedAsItIs() {
        String round = start(TAX, "atenabango\n1\n");
        assertThat(get(round).path("state").asString()).isEqualTo("COMPLETED");

        assertThat(command(round, "stop", key()).statusCode()).isEqualTo(200);

        assertThat(get(round).path("state").asString()).isEqualTo("COMPLETED");
        assertThat(query("select state from linkage.inquiry_round where round_id = '" + round + "'")).containsExactly("RUNNING");
    }

    @Test
    void stopsAndGoesOn() {
        String round = startTax(IntStream.rangeClosed(1, 12).mapToObj(i -> number(600 + i)).toArray(String[]::new));
        String stopping = key();

        assertThat(command(round, "stop", stopping).statusCode()).isEqualTo(200);
        inquiryFiles.drain();
        assertThat(LINE.passed()).isEmpty();
        assertThat(get(round).path("state").asString()).isEqualTo("STOPPED");

        assertThat(command(round, "resume", key()).statusCode()).isEqualTo(200);
        // A repetition of the stop tells what it was told; it does not stop again.
        assertThat(json.readTree(command(round, "stop", stopping).body()).path("state").asString()).isEqualTo("STOPPED");
        inquiryFiles.drain();
        assertThat(uploads()).hasSize(3);
        assertThat(records()).hasSize(12);
        assertThat(get(round).path("state").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void collectsWhatLeftBeforeTheStop() {
        String round = startTax(number(101), number(102), number(103), number(104), number(105), number(106));
        LINE.breaks("inquiry-files", Trouble.ANSWER_LOST);
        inquiryFiles.drain();
        command(round, "stop", key());

        CLOCK.advance(Duration.ofMinutes(1));
        inquiryFiles.drain();

        assertThat(outcomes(round)).containsEntry(2L, "PROVIDED").containsEntry(7L, "ANOTHER_PERSON").hasSize(6);
        assertThat(get(round).path("state").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void isOneRoundPerKey() {
        String key = key();
        String csv = "atenabango\n" + number(101) + "\n";
        HttpResponse<String> first = upload(TAX, "text/csv", csv, key);
        HttpResponse<String> second = upload(TAX, "text/csv", csv, key);
        HttpResponse<String> other = upload(TAX, "text/csv", csv + number(102) + "\n", key);
        HttpResponse<String> otherYear = upload(TAX.replace("2026", "2025"), "text/csv", csv, key);

        assertThat(json.readTree(second.body()).path("roundId")).isEqualTo(json.readTree(first.body()).path("roundId"));
        assertThat(List.of(other.statusCode(), otherYear.statusCode())).containsOnly(409);
        assertThat(query("select state from linkage.inquiry_round order by state")).containsExactly("DISCARDED", "DISCARDED", "DISCARDED",
                "RUNNING");
        assertThat(count("inquiry_round_line")).isEqualTo("1");
    }

    @Test
    void forgetsTheLinesOfAnUploadThatNeverCameToItsEnd() {
        startTax(number(101));
        change("delete from linkage.inquiry_file");
        change("update linkage.inquiry_round set state = 'UPLOADING', file_base = null, requested_at = requested_at - interval '3 hours'");

        String next = startTax(number(102));

        assertThat(query("select state from linkage.inquiry_round order by state")).containsExactly("DISCARDED", "RUNNING");
        assertThat(query("select round_id from linkage.inquiry_round_line")).containsExactly(next);
    }

    @Test
    void givesTwoRoundsOfOneSecondTwoNames() {
        startTax(number(101));
        startTax(number(102));

        assertThat(query("select file_name from linkage.inquiry_file order by 1")).hasSize(2).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            procedure=CHILD_ALLOWANCE_NEW&kind=TAX&purpose=YEARLY_INCOME&providerMunicipality=139981 | /query/year REQUIRED, /query/providerMunicipality INVALID
            procedure=CHILD_ALLOWANCE_NEW&kind=ACCOUNT&purpose=YEARLY_INCOME&year=2026&providerMunicipality=139980 | /query/year NOT_APPLICABLE, /query/providerMunicipality NOT_APPLICABLE
            procedure=X&kind=IDENTITY&purpose=YEARLY_INCOME&year=1 | /query/procedure ENUM, /query/kind ENUM, /query/year RANGE
            """)
    void namesEveryWrongParameterAtOnce(String query, String expected) {
        HttpResponse<String> answer = upload(query, "text/csv", "atenabango\n" + number(101) + "\n", key());

        assertThat(answer.statusCode()).isEqualTo(400);
        List<String> named = new ArrayList<>();
        json.readTree(answer.body()).path("errors")
                .forEach(error -> named.add(error.path("pointer").asString() + " " + error.path("code").asString()));
        assertThat(String.join(", ", named)).isEqualTo(expected);
        assertThat(count("inquiry_round_line")).isEqualTo("0");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                           | HEADER
            atenabango                   | EMPTY
            number                       | HEADER
            atenabango,atenabango        | HEADER
            providerMunicipality         | HEADER
            """)
    void refusesAnUploadWithoutLinesOrHeader(String header, String code) {
        HttpResponse<String> answer = upload(TAX, "text/csv", header + "\n", key());

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(json.readTree(answer.body()).at("/errors/0/code").asString()).isEqualTo(code);
        assertThat(query("select distinct state from linkage.inquiry_round")).containsExactly("DISCARDED");
    }

    @Test
    void belongsToItsMunicipality() {
        String round = startTax(number(101));

        for (String what : List.of("", "/errors", "/answers")) {
            assertThat(send(request("/api/v1/inquiry-rounds/" + round + what, token("auditor", NEIGHBOUR, "rounds:read"))).statusCode())
                    .isEqualTo(404);
        }
        assertThat(send(request("/api/v1/inquiry-rounds/" + round + "/stop", token("caseworker", NEIGHBOUR, "rounds:write"))
                .header("Idempotency-Key", key()).POST(BodyPublishers.noBody())).statusCode()).isEqualTo(404);
    }
}
