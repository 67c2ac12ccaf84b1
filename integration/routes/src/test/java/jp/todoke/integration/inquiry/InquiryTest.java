package jp.todoke.integration.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InquiryTest extends IntegrationTest {
    private static final String ICHIRO = "000000000000101";

    @Autowired
    JsonMapper json;
    @Autowired
    Sealer sealer;
    @Autowired
    InquiryStore store;
    @Autowired
    InquiryEnds ends;

    private UUID ask(String kind, String subject, String more) {
        UUID id = UUID.randomUUID();
        assertThat(deliver(UUID.randomUUID().toString(), "inquiry.requested", "case", payload(id, kind, subject, more))).isEqualTo(202);
        return id;
    }

    private static String payload(UUID id, String kind, String subject, String more) {
        return """
                {"inquiryId":"%s","caseId":"11111111-1111-1111-1111-111111111111","caseNumber":"C-2026-000001","kind":"%s","procedure":"CHILD_ALLOWANCE_NEW",
                 "officer":"SYSTEM-AUTO","subject":%s,"withholdFromDisclosure":false%s}"""
                .formatted(id, kind, subject, more);
    }

    private UUID askTax(String atenabango, String provider) {
        return ask("TAX", "{\"atenabango\":\"" + atenabango + "\"}", ",\"providerMunicipality\":\"" + provider + "\",\"year\":2026");
    }

    private static String state(UUID id) {
        return query("select state || ' ' || coalesce(answer, '-') from linkage.inquiry where inquiry_id = '" + id + "'").getFirst();
    }

    private List<JsonNode> told() {
        return query("select payload::text from linkage.outbox where type = 'inquiry.answered' order by position").stream()
                .map(json::readTree).toList();
    }

    private static List<String> calls() {
        return LINE.passed().stream().map(call -> call.method() + " " + call.path().replaceAll("inquiries/[^/]+/", "inquiries/…/"))
                .toList();
    }

    @ParameterizedTest(name = "{0}: {1} of {2} is answered {4}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            id,     kind,    atenabango,      provider, answer,          state
            INQ-01, TAX,     000000000000101, 139980,   PROVIDED,        COMPLETED
            INQ-02, TAX,     000000000000102, 139980,   UNDECLARED,      COMPLETED
            INQ-03, TAX,     000000000000103, 139980,   NOT_APPLICABLE,  COMPLETED
            INQ-04, TAX,     000000000000104, 139980,   NO_COPY,         COMPLETED
            INQ-06, TAX,     000000000000106, 139980,   ANOTHER_PERSON,  COMPLETED
            INQ-07, TAX,     000000000000107, 139980,   REFUSED,         COMPLETED
            INQ-08, TAX,     000000000000108, 139980,   LAYOUT_MISMATCH, COMPLETED
            INQ-09, TAX,     000000000000110, 139980,   REFUSED,         COMPLETED
            INQ-10, TAX,     000000000000999, 139980,   PERSON_UNKNOWN,  COMPLETED
            INQ-11, TAX,     000000000000101, 141011,   PROVIDED,        COMPLETED
            INQ-12, TAX,     000000000000101, 999999,   NO_PROVIDER,     FAILED
            INQ-13, ACCOUNT, 000000000000101, 139980,   PROVIDED,        COMPLETED
            INQ-14, ACCOUNT, 000000000000102, 139980,   NOT_APPLICABLE,  COMPLETED
            INQ-15, ACCOUNT, 000000000000106, 139980,   ANOTHER_PERSON,  COMPLETED
            """)
    void answersByKind(String id, String kind, String atenabango, String provider, String answer, String state) {
        UUID inquiry = ask(kind, "{\"atenabango\":\"" + atenabango + "\"}", ",\"providerMunicipality\":\"" + provider + "\",\"year\":2026");

        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo(state + " " + answer);
        assertThat(told()).singleElement().satisfies(message -> {
            assertThat(message.path("inquiryId").asString()).isEqualTo(inquiry.toString());
            assertThat(message.path("answer").asString()).isEqualTo(answer);
            assertThat(message.has("tax")).isEqualTo(kind.equals("TAX") && answer.equals("PROVIDED"));
            assertThat(message.has("account")).isEqualTo(kind.equals("ACCOUNT") && answer.equals("PROVIDED"));
        });
    }

    @ParameterizedTest(name = "{0}: {1} born {2} is answered {3}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            id,     name,        birthDate,  answer
            IDT-01, 届野　一郎,    1990-04-05, PROVIDED
            IDT-02, 届野　一郎,    1990-04-06, PERSON_UNKNOWN
            IDT-03, 双野　花子,    1985-01-01, AMBIGUOUS
            """)
    void searchesIdentity(String id, String name, String birthDate, String answer) {
        UUID inquiry = ask("IDENTITY", "{\"name\":\"" + name + "\",\"birthDate\":\"" + birthDate + "\"}", "");

        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo("COMPLETED " + answer);
        assertThat(calls()).containsExactly("POST /juki/search");
        assertThat(told()).singleElement().satisfies(message -> {
            assertThat(message.path("answer").asString()).isEqualTo(answer);
            assertThat(message.at("/identity/municipalityCode").asString("")).isEqualTo(answer.equals("PROVIDED") ? "139980" : "");
        });
    }

    @Test
    void tellsTheAmountsAndTheAccountExactly() {
        askTax(ICHIRO, "139980");
        ask("ACCOUNT", "{\"atenabango\":\"" + ICHIRO + "\"}", "");

        inquiries.drain();

        assertThat(told()).hasSize(2);
        assertThat(told().getFirst().path("tax")).isEqualTo(json.readTree("{\"year\":2026,\"totalIncomeYen\":4210000}"));
        assertThat(told().getLast().path("account")).isEqualTo(json.readTree(
                """
                        {"bankCode":"0001","branchCode":"001","accountType":"1","accountNumber":"0000123","holderKana":"トドケノ　イチロウ","registeredOn":"2024-03-01"}"""));
        assertThat(told().getLast().path("provider").asString()).isEqualTo("1419900000002200");
    }

    @Test
    void goesFromRegistrationToResultWithoutWaiting() {
        askTax(ICHIRO, "139980");

        assertThat(inquiries.drain()).isEqualTo(1);

        assertThat(calls()).containsExactly("POST /chukan/inquiries", "GET /chukan/inquiries/…/status", "GET /chukan/inquiries/…/result");
        Passed registration = LINE.passed().getFirst();
        assertThat(registration.headers()).containsEntry("x-if-id", "IF_SKI_10111").containsEntry("x-issue", "C-2026-000001")
                .containsEntry("x-user-id", "SYSTEM-AUTO").containsEntry("x-client-gyomu", "990");
        JsonNode body = json.readTree(registration.body());
        assertThat(body.at("/shokaisha/kikanCd").asString()).isEqualTo("0220113999801700");
        assertThat(body.path("shokaiiraiNichiji").asString()).matches("20261[0-9]{12}");
        assertThat(LINE.passed()).allSatisfy(call -> {
            assertThat(call.headers().get("authorization")).startsWith("Bearer ");
            assertThat(call.path()).doesNotContain("?").doesNotContain(ICHIRO);
        });
    }

    @Test
    void asksTheCityForAWard() {
        askTax(ICHIRO, "141011");

        inquiries.drain();

        assertThat(json.readTree(LINE.passed().getFirst().body()).at("/teikyosha/kikanCd").asString()).isEqualTo("0220114100301700");
        assertThat(told().getFirst().at("/tax/totalIncomeYen").asLong(-1)).isZero();
    }

    @Test
    void sendsNothingThatTheListDoesNotPermit() {
        UUID abroad = askTax(ICHIRO, "999999");
        UUID nobody = ask("ACCOUNT", "{}", "");
        // The tuple of the account begins on 2024-05-27; JUKI needs the name.
        UUID nameless = ask("IDENTITY", "{\"birthDate\":\"1990-04-05\"}", "");

        assertThat(inquiries.drain()).isZero();

        assertThat(LINE.passed()).isEmpty();
        assertThat(state(abroad)).isEqualTo("FAILED NO_PROVIDER");
        assertThat(state(nobody)).isEqualTo("FAILED PERSON_UNKNOWN");
        assertThat(state(nameless)).isEqualTo("FAILED PERSON_UNKNOWN");
        assertThat(told()).hasSize(3);
        assertThat(query("select 1 from linkage.provision_record")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Trouble.class, names = {"OUTAGE_HTML", "TRUNCATED", "ANSWER_LOST", "HTML_200", "EMPTY_OBJECT"})
    void repeatsAStepThatReachedNobodyWithTheSameRequestId(Trouble trouble) {
        LINE.breaks("/chukan/inquiries", trouble, trouble);
        UUID inquiry = askTax(ICHIRO, "139980");

        inquiries.drain();
        assertThat(state(inquiry)).isEqualTo("REGISTERED -");
        CLOCK.advance(Duration.ofSeconds(1));
        inquiries.drain();
        assertThat(state(inquiry)).isEqualTo("REGISTERED -");
        CLOCK.advance(Duration.ofSeconds(1));
        assertThat(inquiries.drain()).as("the pause grows").isZero();
        CLOCK.advance(Duration.ofSeconds(1));
        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo("COMPLETED PROVIDED");
        List<Passed> registrations = LINE.passed().stream().filter(call -> call.method().equals("POST")).toList();
        assertThat(registrations).hasSize(3);
        assertThat(registrations.stream().map(call -> call.headers().get("x-request-id")).distinct()).hasSize(1);
        assertThat(registrations.stream().map(Passed::body).distinct()).hasSize(1);
        assertThat(told()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(value = Trouble.class, names = {"OUTAGE_HTML", "TRUNCATED", "ANSWER_LOST", "HTML_200", "EMPTY_OBJECT"})
    void fetchesAResultAgainThatDidNotArriveWhole(Trouble trouble) {
        LINE.breaks("/result", trouble);
        UUID inquiry = askTax(ICHIRO, "139980");

        inquiries.drain();
        assertThat(state(inquiry)).as("accepted, and not answered").isIn("ACCEPTED -", "IN_PROGRESS -");
        CLOCK.advance(Duration.ofSeconds(2));
        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo("COMPLETED PROVIDED");
        assertThat(told()).hasSize(1);
    }

    @Test
    void doesNotRepeatWhatThePeerRefuses() {
        LINE.breaks("/chukan/inquiries", Trouble.BAD_REQUEST);
        UUID inquiry = askTax(ICHIRO, "139980");

        inquiries.drain();
        CLOCK.advance(Duration.ofMinutes(10));
        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo("FAILED UNAVAILABLE");
        assertThat(calls()).containsExactly("POST /chukan/inquiries");
        assertThat(told()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(value = Trouble.class, names = {"OUTAGE_HTML", "EMPTY_OBJECT"})
    void givesUpAfterThreeDaysWithoutAnybody(Trouble trouble) {
        UUID inquiry = askTax(ICHIRO, "139980");
        LINE.breaks("/chukan/inquiries", trouble, trouble);
        inquiries.drain();
        CLOCK.advance(Duration.ofHours(72));

        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo("FAILED UNAVAILABLE");
        assertThat(query("select result_kind from linkage.provision_record")).containsExactly("UNAVAILABLE");
    }

    @Test
    void asksAnewWithANewIdAfterCapacity() {
        UUID inquiry = askTax("000000000000109", "139980");

        inquiries.drain();
        assertThat(state(inquiry)).isEqualTo("DRAFT -");
        CLOCK.advance(Duration.ofSeconds(60));
        inquiries.drain();

        assertThat(LINE.passed().stream().filter(call -> call.method().equals("POST")).map(call -> call.headers().get("x-request-id"))
                .distinct())
                .hasSize(2);
        assertThat(told()).isEmpty();
    }

    @Test
    void waitsForTheStaffOfTheProvider() {
        UUID inquiry = askTax("000000000000111", "139980");

        inquiries.drain();
        assertThat(state(inquiry)).isEqualTo("WAITING_PROVIDER -");
        CLOCK.advance(Duration.ofDays(2));
        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo("COMPLETED PROVIDED");
    }

    @Test
    void asksAgainWithinAnHourHoweverLongThePeerProposes() {
        UUID inquiry = askTax("000000000000111", "139980");

        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo("WAITING_PROVIDER -");
        assertThat(query("select next_attempt_at <= '" + CLOCK.instant().plus(Duration.ofHours(1)) + "' from linkage.inquiry"))
                .containsExactly("t");
    }

    @ParameterizedTest(name = "a process that died in {0} is continued")
    @CsvSource({"DRAFT", "REGISTERED", "ACCEPTED", "IN_PROGRESS"})
    void continuesAfterTheDeathOfAProcess(String state) {
        UUID inquiry = askTax(ICHIRO, "139980");
        if (!state.equals("DRAFT")) {
            LINE.breaks(state.equals("REGISTERED") ? "/chukan/inquiries" : state.equals("ACCEPTED") ? "/status" : "/result",
                    Trouble.OUTAGE_HTML);
            inquiries.drain();
            assertThat(state(inquiry)).isEqualTo(state + " -");
        }
        // The dead process holds a lease that nobody gives back.
        change("update linkage.inquiry set next_attempt_at = requested_at, lease_until = '" + CLOCK.instant().plusSeconds(180) + "'");

        assertThat(inquiries.drain()).isZero();
        CLOCK.advance(Duration.ofSeconds(181));
        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo("COMPLETED PROVIDED");
        assertThat(told()).hasSize(1);
        assertThat(query("select 1 from linkage.provision_record")).hasSize(1);
    }

    @Test
    void takesTheSameQuestionOnce() {
        UUID id = UUID.randomUUID();
        String payload = payload(id, "ACCOUNT", "{\"atenabango\":\"" + ICHIRO + "\"}", "");
        String envelope = UUID.randomUUID().toString();

        assertThat(deliver(envelope, "inquiry.requested", "case", payload)).isEqualTo(202);
        assertThat(deliver(envelope, "inquiry.requested", "case", payload)).isEqualTo(202);
        assertThat(deliver(UUID.randomUUID().toString(), "inquiry.requested", "case", payload)).isEqualTo(202);
        inquiries.drain();

        assertThat(told()).hasSize(1);
        assertThat(calls()).hasSize(3);
    }

    @Test
    void tellsTheCaseOnceThoughTwoProcessesBringTheSameAnswer() {
        UUID inquiry = askTax(ICHIRO, "139980");
        LINE.breaks("/result", Trouble.OUTAGE_HTML);
        inquiries.drain();
        var received = new PeerReply.Received("{}".getBytes(java.nio.charset.StandardCharsets.UTF_8), "NO_COPY", null, null);

        Inquiry open = Tenant.in(new Municipality(HERE), () -> store.open(inquiry)).orElseThrow();
        var both = List.of(1, 2).stream().map(_ -> java.util.concurrent.CompletableFuture.runAsync(() -> Tenant.run(new Municipality(HERE),
                () -> ends.end(open, InquiryState.COMPLETED, new LinkageAnswer.NoCopy(), received)))).toList();
        both.forEach(java.util.concurrent.CompletableFuture::join);

        assertThat(state(inquiry)).isEqualTo("COMPLETED NO_COPY");
        assertThat(told()).hasSize(1);
        assertThat(query("select 1 from linkage.inquiry_answer")).hasSize(1);
        assertThat(query("select 1 from linkage.provision_record")).hasSize(1);
        CLOCK.advance(Duration.ofMinutes(10));
        assertThat(inquiries.drain()).as("nothing is left to do").isZero();
    }

    /** 支援措置: 照会側不開示コード. */
    @Test
    void withholdsTheRecordFromDisclosureHereAndThere() {
        UUID id = UUID.randomUUID();
        String payload = payload(id, "ACCOUNT", "{\"atenabango\":\"" + ICHIRO + "\"}", "").replace(":false", ":true");
        assertThat(deliver(UUID.randomUUID().toString(), "inquiry.requested", "case", payload)).isEqualTo(202);

        inquiries.drain();

        assertThat(LINE.passed().getFirst().body()).contains("\"shokaisokuFukaijiCd\":\"1\"");
        assertThat(query("select withheld from linkage.provision_record")).containsExactly("t");
    }

    @Test
    void keepsTheAnswerAsReceivedAndSealedWithItsRecord() {
        UUID inquiry = ask("ACCOUNT", "{\"atenabango\":\"" + ICHIRO + "\"}", "");
        inquiries.drain();

        String sealed = query("select encode(received_sealed, 'hex') from linkage.inquiry_answer").getFirst();
        byte[] opened = Tenant.in(new Municipality(HERE),
                () -> sealer.open("answer/" + inquiry, new Sealed("k1", HexFormat.of().parseHex(sealed))));
        assertThat(json.readTree(opened).path("resultKind").asString()).isEqualTo("PROVIDED");
        assertThat(json.readTree(opened).path("items")).hasSize(6);
        assertThat(
                query("""
                        select concat_ws(' ', role, network, provider_kikan_cd, tm_cd, officer, case_number, result_kind, coalesce(hash::text, 'unsealed'))
                          from linkage.provision_record"""))
                .containsExactly("1 NWS 1419900000002200 TM00000000000089 SYSTEM-AUTO C-2026-000001 PROVIDED unsealed");
        assertThat(query("select layout_dataset_no || layout_han_no from linkage.inquiry")).containsExactly("00010007");
    }
}
