package jp.todoke.integration.inquiry.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import jp.todoke.channel.WorkQueue;
import jp.todoke.integration.Line.Passed;
import jp.todoke.integration.Line.Trouble;
import jp.todoke.sealing.Sealed;
import jp.todoke.sealing.Sealer;
import jp.todoke.tenancy.Municipality;
import jp.todoke.tenancy.Tenant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import tools.jackson.databind.JsonNode;

/** Rounds over HTTP on a real PostgreSQL, against the real doubles: what is asked, what is answered, and what a sender may do. */
class RoundTest extends RoundWork {
    @Autowired
    Sealer sealer;

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
        assertThat(List.of(count("inquiry"), count("inquiry_file"))).containsOnly("0");
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
        assertThat(count("inquiry")).as("nothing is made up while it stands").isEqualTo("0");
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
    void sendsNothingOfAFileThatWasTakenUpBeforeTheStop(@Autowired @Qualifier("fileDispatcher") WorkQueue.Handler dispatcher) {
        String round = startTax(number(101));
        var claim = new WorkQueue.Claim(HERE, UUID.fromString(query("select file_id::text from linkage.inquiry_file").getFirst()), 0);
        command(round, "stop", key());

        Tenant.run(new Municipality(HERE), () -> dispatcher.handle(claim));
        assertThat(LINE.passed()).isEmpty();
        assertThat(query("select state || ' ' || coalesce(next_attempt_at::text, '-') from linkage.inquiry_file"))
                .containsExactly("PREPARED -");

        command(round, "resume", key());
        inquiryFiles.drain();
        assertThat(records()).hasSize(1);
        assertThat(outcomes(round)).isEqualTo(Map.of(2L, "PROVIDED"));
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
            procedure=CHILD_ALLOWANCE_NEW&kind=TAX&purpose=YEARLY_INCOME&year=2027&providerMunicipality=139980 | /query/year YEAR_IN_FUTURE
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
