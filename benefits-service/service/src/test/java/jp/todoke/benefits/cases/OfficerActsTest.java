package jp.todoke.benefits.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import jp.todoke.benefits.BenefitsTestSystem;
import jp.todoke.benefits.TestFamily;
import jp.todoke.benefits.evidence.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** 再照会, 書類の求め, 取下げ, and what the evidence directory and the figures of use say. */
class OfficerActsTest extends BenefitsTestSystem {
    @Test
    void asksAgainAndClosesWhatTheBetterAnswerSettles() {
        TestFamily family = TestFamily.couple().register("02", "january1Municipality", NEIGHBOUR).ownAccount("シケン　チチ");
        feed(family, HERE);
        Reply opened = receive(family, HERE);
        answer(HERE, inquiries(opened).getFirst(), "PERSON_UNKNOWN", Map.of());
        Reply stuck = caseOf(family, HERE);
        assertThat(stuck.at("/state").asString()).isEqualTo("NEEDS_PERSON");

        String key = UUID.randomUUID().toString();
        Map<String, Object> order = order(stuck, "TAX", "/spouse");
        Reply asked = post(pathOf(stuck) + "/inquiries", caseworker(), order, null, key);
        assertThat(asked.status()).as(asked.body().toString()).isEqualTo(201);
        assertThat(asked.at("/state").asString()).isEqualTo("INQUIRING");
        Reply repeated = post(pathOf(stuck) + "/inquiries", caseworker(), order, null, key);
        Reply other = post(pathOf(stuck) + "/inquiries", caseworker(), order(stuck, "IDENTITY", "/spouse"), null, key);
        assertThat(repeated.status() + " " + repeated.etag()).isEqualTo("201 " + asked.etag());
        assertThat(other.status() + " " + other.code()).isEqualTo("409 IDEMPOTENCY_KEY_REUSED");
        JsonNode again = inquiries(opened).getLast();
        assertThat(inquiries(opened)).hasSize(2);
        assertThat(again.path("officer").asString()).isEqualTo("caseworker");
        assertThat(again.path("providerMunicipality").asString()).isEqualTo(NEIGHBOUR);
        assertThat(post(pathOf(stuck) + "/inquiries", caseworker(), order, null).code()).isEqualTo("ALREADY_ASKED");

        answer(HERE, again, "PROVIDED", TestFamily.income(1_100_000));

        Reply after = caseOf(family, HERE);
        assertThat(after.at("/state").asString()).isEqualTo("TO_CONFIRM");
        assertThat(after.at("/actionPoints/0/closedAt").isMissingNode()).isFalse();
    }

    /** After the declaration the own feed is read once more. */
    @Test
    void readsTheOwnFeedAgain() {
        TestFamily family = TestFamily.couple().undeclared("02").ownAccount("シケン　チチ");
        feed(family, HERE);
        Reply stuck = receive(family, HERE);
        feed(family.tax("02", 1_000_000), HERE);

        Reply asked = post(pathOf(stuck) + "/inquiries", caseworker(), order(stuck, "TAX", "/spouse"), null);

        assertThat(asked.at("/state").asString()).as(asked.body().toString()).isEqualTo("TO_CONFIRM");
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(nullValues = "-", value = {"FAMILY_REGISTER, /applicant, -, 422 KIND_NOT_PERMITTED",
            "NUMBERING, /applicant, -, 422 NUMBER_KNOWN", "EMPLOYMENT_INSURANCE, /applicant, -, 422 KIND_NOT_PERMITTED",
            "TAX, /applicant, 2026-11-17, 400 INVALID_REQUEST", "ACCOUNT, /applicant, -, 422 NOT_WISHED",
            "ACCOUNT_CHECK, /children/0, -, 422 NOT_THE_APPLICANT", "RESIDENT_RECORD, /children/0, -, 422 OWN_RECORD",
            "CHILD_ALLOWANCE, /applicant, -, 422 PROVIDER_UNKNOWN", "TAX, nobody, -, 404 NOT_FOUND"})
    void refusesByName(String kind, String person, String asOf, String refusal) {
        TestFamily family = TestFamily.couple().ownAccount("シケン　チチ");
        feed(family, HERE);
        Reply opened = receive(family, HERE);
        Map<String, Object> order = new TreeMap<>(Map.of("kind", kind, "participantId",
                person.equals("nobody") ? UUID.randomUUID().toString() : opened.at(person + "/participantId").asString()));
        if (asOf != null) {
            order.put("asOf", asOf);
        }

        Reply refused = post(pathOf(opened) + "/inquiries", caseworker(), order, null);

        assertThat(refused.status() + " " + refused.code()).isEqualTo(refusal);
        assertThat(post(pathOf(opened) + "/inquiries", user("caseworker", NEIGHBOUR), order, null).status()).isEqualTo(404);
    }

    @Test
    void asksNothingAboutWhomNobodyIdentified() {
        TestFamily family = TestFamily.couple().notInRegister("02");
        family.with("spouse", Map.of("name", family.name("母"), "birthDate", "1991-02-03", "livesTogether", false));
        feed(family, HERE);
        Reply opened = receive(family, HERE);

        assertThat(post(pathOf(opened) + "/inquiries", caseworker(), order(opened, "TAX", "/spouse"), null).code())
                .isEqualTo("PROVIDER_UNKNOWN");
        assertThat(post(pathOf(opened) + "/inquiries", caseworker(), order(opened, "HEALTH_INSURANCE", "/spouse"), null).code())
                .isEqualTo("PERSON_NOT_IDENTIFIED");
    }

    @Test
    void asksNothingWhileTheCaseWaitsForItsApproval() {
        TestFamily family = TestFamily.couple().ownAccount("シケン　チチ");
        feed(family, HERE);
        Reply opened = receive(family, HERE);
        inquiries(opened).forEach(inquiry -> answer(HERE, inquiry, "PROVIDED", family.answerTo(inquiry)));
        Reply confirmed = confirmAll(caseOf(family, HERE), caseworker());
        assertThat(post(pathOf(confirmed) + "/proposal", caseworker(), Map.of(), confirmed.etag()).status()).isEqualTo(201);

        assertThat(post(pathOf(opened) + "/inquiries", caseworker(), order(opened, "HEALTH_INSURANCE", "/applicant"), null).code())
                .isEqualTo("CASE_STATE");
    }

    @Test
    void asksNobodyOutsideAboutAProtectedHousehold() {
        TestFamily family = TestFamily.divorcedMother().register("11", "supportMeasure", true);
        feed(family, HERE);
        Reply opened = receive(family, HERE);

        assertThat(post(pathOf(opened) + "/inquiries", caseworker(), order(opened, "PENSION", "/applicant"), null).code())
                .isEqualTo("WITHHELD");
        assertThat(everyInquiry(opened)).isEmpty();
    }

    @Test
    void takesBackWhatIsOpenWhenTheClaimIsWithdrawn() {
        TestFamily family = TestFamily.divorcedMother();
        feed(family, HERE);
        Reply opened = receive(family, HERE);
        JsonNode waiting = inquiries(opened).getFirst();
        int asked = inquiries(opened).size();

        assertThat(post(pathOf(opened) + "/withdrawal", caseworker(), Map.of("reason", "転出のため"), "\"999\"").status()).isEqualTo(412);
        String key = UUID.randomUUID().toString();
        Reply withdrawn = post(pathOf(opened) + "/withdrawal", caseworker(), Map.of("reason", "転出のため"), opened.etag(), key);
        assertThat(withdrawn.status()).as(withdrawn.body().toString()).isEqualTo(200);
        assertThat(withdrawn.at("/state").asString()).isEqualTo("WITHDRAWN");
        assertThat(withdrawn.at("/withdrawal/recordedBy").asString()).isEqualTo("caseworker");
        assertThat(post(pathOf(opened) + "/withdrawal", caseworker(), Map.of("reason", "転出のため"), opened.etag(), key).etag())
                .isEqualTo(withdrawn.etag());
        assertThat(outbox("inquiry.cancelled", opened.at("/caseId").asString())).hasSize(asked)
                .allMatch(cancelled -> cancelled.path("reason").asString().equals("WITHDRAWN"));

        deliverAnswer(HERE, waiting, "NOT_APPLICABLE", Map.of());
        letTimePass(opened.at("/caseId").asString(), "LATE");
        Reply after = caseOf(family, HERE);
        assertThat(after.etag()).isEqualTo(withdrawn.etag());
        assertThat(query("select reason from benefits.answer_aside where inquiry_id = ?::uuid", waiting.path("inquiryId").asString()))
                .containsExactly("CASE_CLOSED");
        for (String act : List.of("inquiries", "paper-requests")) {
            Map<String, Object> body = act.equals("inquiries")
                    ? order(opened, "PENSION", "/applicant")
                    : paper(opened, "PASSBOOK_COPY", "/applicant");
            assertThat(post(pathOf(opened) + "/" + act, caseworker(), body, null).code()).isEqualTo("CASE_CLOSED");
        }
        assertThat(post(pathOf(opened) + "/withdrawal", caseworker(), Map.of("reason", "もう一度"), after.etag()).code())
                .isEqualTo("CASE_CLOSED");
        assertThat(receive(family.again(), HERE).at("/state").asString()).as("a withdrawn claim is in nobody's way").isEqualTo("INQUIRING");
    }

    /** 番号法第22条第2項. */
    @Test
    void demandsNoPaperWhoseContentWasProvided() {
        TestFamily family = TestFamily.divorcedMother();
        feed(family, HERE);
        Reply opened = receive(family, HERE);
        Map<String, Object> register = paper(opened, "FAMILY_REGISTER", "/applicant");
        assertThat(demand(opened, register)).isEqualTo("409 ANSWER_AWAITED");

        for (JsonNode inquiry : inquiries(opened)) {
            boolean account = inquiry.path("kind").asString().equals("ACCOUNT");
            answer(HERE, inquiry, account ? "NOT_APPLICABLE" : "PROVIDED", account ? Map.of() : family.answerTo(inquiry));
        }
        assertThat(demand(opened, register)).isEqualTo("409 DEEMED_SUBMITTED");
        Reply confirmed = confirmAll(caseOf(family, HERE), caseworker());
        assertThat(demand(opened, register)).isEqualTo("409 DEEMED_SUBMITTED");
        assertThat(demand(opened, paper(opened, "TAX_CERTIFICATE", "/applicant"))).isEqualTo("409 DEEMED_SUBMITTED");
        assertThat(demand(opened, paper(opened, "PENSION_CERTIFICATE", "/applicant"))).isEqualTo("422 PAPER_NOT_REQUIRED");

        Reply demanded = post(pathOf(confirmed) + "/paper-requests", caseworker(), paper(opened, "PASSBOOK_COPY", "/applicant"), null);
        assertThat(demanded.status()).as(demanded.body().toString()).isEqualTo(201);
        assertThat(demanded.at("/paperRequests/0/kind").asString()).isEqualTo("PASSBOOK_COPY");
        assertThat(demanded.at("/paperRequests/0/requestedBy").asString()).isEqualTo("caseworker");
    }

    @Test
    void demandsNoPaperThatWasSubmitted() {
        TestFamily family = TestFamily.divorcedMother().attached("attachments/passbook.pdf");
        feed(family, HERE);
        Reply opened = receive(family, HERE);

        assertThat(demand(opened, paper(opened, "PASSBOOK_COPY", "/applicant"))).isEqualTo("409 ALREADY_SUBMITTED");
    }

    @Test
    void demandsThePaperWhereTheAnswerContradictsTheClaim() {
        TestFamily family = TestFamily.divorcedMother();
        feed(family, HERE);
        Reply opened = receive(family, HERE);
        inquiries(opened).forEach(inquiry -> answer(HERE, inquiry, "PROVIDED", inquiry.path("kind").asString().equals("FAMILY_REGISTER")
                ? family.familyRegister("MARRIED", "2016-05-05")
                : family.answerTo(inquiry)));

        assertThat(demand(opened, paper(opened, "FAMILY_REGISTER", "/applicant"))).startsWith("201");
    }

    @Test
    void publishesWhatMayBeAsked() {
        Reply directory = get("/api/v1/evidence-directory?procedure=CHILD_ALLOWANCE_NEW&asOf=2026-11-16", caseworker());
        assertThat(directory.at("/items")).extracting(item -> item.path("kind").asString()).containsExactlyInAnyOrder(
                "IDENTITY", "NUMBERING", "RESIDENT_RECORD", "TAX", "HEALTH_INSURANCE", "CHILD_ALLOWANCE", "ACCOUNT", "ACCOUNT_CHECK");
        assertThat(get("/api/v1/evidence-directory?asOf=2020-01-01", caseworker()).at("/items").size()).isZero();
        assertThat(get("/api/v1/evidence-directory", user("payments", HERE)).status()).isEqualTo(403);
    }

    /** What the directory offers, the 照合リスト permits, by the same code of information. */
    @Test
    void offersNothingThatTheListOfTuplesDoesNotPermit() {
        Set<String> permitted = Table.read("/specs/codes/legal-tuples/inquiry-tuples.csv").stream()
                .filter(row -> "".equals(row.get("applies_to"))).map(row -> row.get("procedure") + " " + row.get("tm_cd"))
                .collect(Collectors.toSet());

        assertThat(Table.read("/specs/evidence/directory.csv")).filteredOn(row -> !"".equals(row.get("tm_cd"))).isNotEmpty()
                .allSatisfy(row -> assertThat(permitted).contains(row.get("procedure") + " " + row.get("tm_cd")));
    }

    /** A municipality of its own: the figures count all its cases. */
    @Test
    void countsTheCasesThatCouldHaveAsked() {
        String town = "139904";
        decided(TestFamily.singleParent(), town);
        TestFamily hidden = TestFamily.singleParent().register("01", "supportMeasure", true);
        feed(hidden, town);
        receive(hidden, town);

        String path = "/api/v1/linkage-usage?to=2026-11-16&from=";
        Reply usage = get(path + "2026-10-17", user("caseworker", town));
        assertThat(row(usage, "CHILD_ALLOWANCE_NEW", "ACCOUNT")).isEqualTo("2 1 1 1 false");
        assertThat(row(usage, "CHILD_ALLOWANCE_NEW", "HEALTH_INSURANCE")).isEqualTo("2 1 1 0 false");
        assertThat(row(usage, "CHILD_ALLOWANCE_NEW", "TAX")).isEqualTo("0 0 0 0 true");
        assertThat(row(get(path + "2026-10-18", user("caseworker", town)), "CHILD_ALLOWANCE_NEW", "TAX")).as("less than a month")
                .isEqualTo("0 0 0 0 false");
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource({"2025-10-17,2026-11-16,-", "2025-10-16,2026-11-16,/query/from RANGE", "2026-11-16,2026-11-16,-",
            "2026-11-16,2026-11-15,/query/to CONTRADICTS",
            "2026-11-01,2026-11-17,/query/to IMPOSSIBLE", "2026-11-19,2026-11-18,/query/to CONTRADICTS /query/to IMPOSSIBLE"})
    void tellsTheUsageOfDaysThatHaveComeAndAtMost13Months(String from, String to, String errors) {
        Reply usage = get("/api/v1/linkage-usage?from=" + from + "&to=" + to, caseworker());
        assertThat(usage.status()).isEqualTo(errors.equals("-") ? 200 : 400);
        assertThat(StreamSupport.stream(usage.at("/errors").spliterator(), false)
                .map(error -> error.path("pointer").asString() + " " + error.path("code").asString()).sorted()
                .collect(Collectors.joining(" "))).isEqualTo(errors.equals("-") ? "" : errors);
    }

    private static String row(Reply usage, String procedure, String kind) {
        return StreamSupport.stream(usage.at("/items").spliterator(), false)
                .filter(item -> item.path("procedure").asString().equals(procedure) && item.path("kind").asString().equals(kind))
                .map(item -> List.of("couldHaveAsked", "asked", "provided", "replaced", "unused").stream()
                        .map(name -> item.path(name).asString()).collect(Collectors.joining(" ")))
                .findFirst().orElseThrow();
    }

    private String demand(Reply opened, Map<String, Object> paper) {
        Reply reply = post(pathOf(opened) + "/paper-requests", caseworker(), paper, null);
        return reply.status() + " " + reply.code();
    }

    private static Map<String, Object> order(Reply view, String kind, String person) {
        return Map.of("kind", kind, "participantId", view.at(person + "/participantId").asString());
    }

    private static Map<String, Object> paper(Reply view, String kind, String person) {
        return Map.of("kind", kind, "participantId", view.at(person + "/participantId").asString(), "reason", "回答が得られないため");
    }
}
