package jp.todoke.benefits.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;
import jp.todoke.benefits.BenefitsTestSystem;
import jp.todoke.benefits.TestFamily;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** 2次照会, late answers, and what waits for whom; nothing is answered by itself here. */
class RoundsTest extends BenefitsTestSystem {
    @Override
    protected boolean answersByItself() {
        return false;
    }

    @ParameterizedTest(name = "{0} {1}: {2}, after the last round {3}")
    @CsvSource(useHeadersInDisplayName = true, nullValues = "-", textBlock = """
            kind,            outcome,         at once,      in the end,                            rounds
            TAX,             NO_COPY,         INQUIRING,    NEEDS_PERSON INCOME_NOT_AVAILABLE,     2
            TAX,             NO_LINKAGE_CODE, INQUIRING,    NEEDS_PERSON INCOME_NOT_AVAILABLE,     2
            TAX,             EXPIRED,         INQUIRING,    NEEDS_PERSON INCOME_NOT_AVAILABLE,     2
            TAX,             UNAVAILABLE,     INQUIRING,    NEEDS_PERSON INCOME_NOT_AVAILABLE,     2
            TAX,             PERSON_UNKNOWN,  NEEDS_PERSON, NEEDS_PERSON INCOME_NOT_AVAILABLE,     1
            TAX,             REFUSED,         NEEDS_PERSON, NEEDS_PERSON INCOME_NOT_AVAILABLE,     1
            TAX,             NO_PROVIDER,     NEEDS_PERSON, NEEDS_PERSON INCOME_NOT_AVAILABLE,     1
            TAX,             NOT_PERMITTED,   NEEDS_PERSON, NEEDS_PERSON INCOME_NOT_AVAILABLE,     1
            TAX,             ANOTHER_PERSON,  NEEDS_PERSON, NEEDS_PERSON INCOME_NOT_AVAILABLE,     1
            TAX,             UNDECLARED,      NEEDS_PERSON, NEEDS_PERSON INCOME_UNDECLARED,        1
            FAMILY_REGISTER, NO_COPY,         INQUIRING,    NEEDS_PERSON GROUND_NOT_CONFIRMED,     2
            FAMILY_REGISTER, NOT_APPLICABLE,  NEEDS_PERSON, NEEDS_PERSON GROUND_NOT_CONFIRMED,     1
            PENSION,         NO_COPY,         INQUIRING,    NEEDS_PERSON PENSION_NOT_AVAILABLE,    2
            PENSION,         NOT_APPLICABLE,  TO_CONFIRM,   TO_CONFIRM,                            1
            ACCOUNT,         NOT_APPLICABLE,  TO_CONFIRM,   TO_CONFIRM ACCOUNT_NOT_REGISTERED,     1
            """)
    void asksAgainWhatTimeMayMend(String kind, String outcome, String atOnce, String inTheEnd, int rounds) {
        TestFamily family = TestFamily.divorcedMother().register("01", "january1Municipality", NEIGHBOUR);
        feed(family, HERE);
        Reply opened = receive(family, HERE);
        JsonNode asked = first(opened, kind);
        everyInquiry(opened).stream().filter(inquiry -> !inquiry.equals(asked)).forEach(inquiry -> provide(family, inquiry));
        everyInquiry(opened).stream().filter(inquiry -> kind(inquiry).equals("ACCOUNT_CHECK")).forEach(this::match);

        deliverAnswer(HERE, asked, outcome, Map.of());
        assertThat(caseOf(family, HERE).at("/state").asString()).isEqualTo(atOnce);
        letTimePass(id(opened), "AGAIN");
        List<JsonNode> same = about(opened, asked);
        if (same.size() > 1) {
            deliverAnswer(HERE, same.getLast(), outcome, Map.of());
        }
        letTimePass(id(opened), "AGAIN");

        Reply after = caseOf(family, HERE);
        assertThat((after.at("/state").asString() + " " + String.join(" ", open(after))).strip()).isEqualTo(inTheEnd);
        assertThat(about(opened, asked)).hasSize(rounds);
        assertThat(last(after, kind).path("round").asInt()).isEqualTo(rounds);
        assertThat(last(after, kind).path("nextStep").isMissingNode()).isEqualTo(inTheEnd.equals("TO_CONFIRM"));
    }

    @Test
    void saysWhenItAsksAgainAndForgetsTheTroubleOnceItIsAnswered() {
        TestFamily family = TestFamily.divorcedMother();
        feed(family, HERE);
        Reply opened = receive(family, HERE);
        deliverAnswer(HERE, first(opened, "FAMILY_REGISTER"), "NO_COPY", Map.of());

        JsonNode waiting = last(caseOf(family, HERE), "FAMILY_REGISTER");
        assertThat(waiting.path("nextStep").asString()).startsWith("2次照会を").endsWith("に自動で行います。");
        assertThat(waiting.path("nextRoundAt").isMissingNode()).isFalse();

        letTimePass(id(opened), "AGAIN");
        List<JsonNode> both = about(opened, first(opened, "FAMILY_REGISTER"));
        assertThat(both.getLast().path("officer").asString()).isEqualTo("SYSTEM-AUTO");
        provide(family, both.getLast());

        Reply after = caseOf(family, HERE);
        assertThat(open(after)).isEmpty();
        assertThat(last(after, "FAMILY_REGISTER").path("answer").asString()).isEqualTo("PROVIDED");
        assertThat(last(after, "FAMILY_REGISTER").path("round").asInt()).isEqualTo(2);
    }

    @ParameterizedTest(name = "before the answer: {0}")
    @ValueSource(booleans = {true, false})
    void asksNobodyAgainAboutAHouseholdThatCameUnderProtection(boolean before) {
        TestFamily family = TestFamily.divorcedMother();
        feed(family, HERE);
        Reply opened = receive(family, HERE);
        if (before) {
            feed(family.register("11", "supportMeasure", true), HERE);
        }
        deliverAnswer(HERE, first(opened, "FAMILY_REGISTER"), "NO_COPY", Map.of());
        assertThat(last(caseOf(family, HERE), "FAMILY_REGISTER").path("nextRoundAt").isMissingNode()).isEqualTo(before);
        feed(family.register("11", "supportMeasure", true), HERE);

        letTimePass(id(opened), "AGAIN");

        assertThat(about(opened, first(opened, "FAMILY_REGISTER"))).hasSize(1);
        assertThat(open(caseOf(family, HERE))).containsExactly("GROUND_NOT_CONFIRMED");
    }

    @Test
    void asksNothingAgainForAWithdrawnCase() {
        TestFamily family = TestFamily.divorcedMother();
        feed(family, HERE);
        Reply opened = receive(family, HERE);
        deliverAnswer(HERE, first(opened, "FAMILY_REGISTER"), "NO_COPY", Map.of());
        post(pathOf(opened) + "/withdrawal", caseworker(), Map.of("reason", "転出のため"), caseOf(family, HERE).etag());

        letTimePass(id(opened), "AGAIN");

        assertThat(about(opened, first(opened, "FAMILY_REGISTER"))).hasSize(1);
    }

    @Test
    void tellsAnOfficerOfALateAnswerUntilItComes() {
        TestFamily family = TestFamily.divorcedMother();
        feed(family, HERE);
        Reply opened = receive(family, HERE);

        letTimePass(id(opened), "LATE");
        Reply late = caseOf(family, HERE);
        assertThat(open(late)).containsExactly("ANSWER_LATE");
        assertThat(late.at("/state").asString()).isEqualTo("INQUIRING");
        assertThat(last(late, "FAMILY_REGISTER").path("nextStep").asString()).contains("法務省");

        answerAll(opened, family);
        assertThat(open(caseOf(family, HERE))).isEmpty();
    }

    @Test
    void callsNothingLateThatWasAnswered() {
        TestFamily family = TestFamily.divorcedMother();
        feed(family, HERE);
        Reply opened = receive(family, HERE);
        answerAll(opened, family);
        everyInquiry(opened).stream().filter(inquiry -> kind(inquiry).equals("ACCOUNT_CHECK")).forEach(this::match);

        letTimePass(id(opened), "LATE");

        assertThat(open(caseOf(family, HERE))).isEmpty();
    }

    /** 被用者の区分 changes no amount: once it is late it holds nobody up, and the disposition takes the question back. */
    @Test
    void decidesWithoutWhatNoDecisionRestsOn() {
        TestFamily family = TestFamily.couple().ownAccount("シケン　チチ");
        feed(family, HERE);
        Reply opened = receive(family, HERE);
        assertThat(everyInquiry(opened)).extracting(RoundsTest::kind).containsExactlyInAnyOrder("HEALTH_INSURANCE", "ACCOUNT_CHECK");
        assertThat(opened.at("/state").asString()).isEqualTo("INQUIRING");

        letTimePass(id(opened), "LATE");
        Reply confirmed = confirmAll(caseOf(family, HERE), caseworker());
        Reply proposed = post(pathOf(confirmed) + "/proposal", caseworker(), Map.of(), confirmed.etag());
        Reply decided = approve(proposed, approver());

        assertThat(decided.at("/state").asString()).as(decided.body().toString()).isEqualTo("DECIDED");
        assertThat(outbox("inquiry.cancelled", id(opened))).singleElement().satisfies(cancelled -> {
            assertThat(cancelled.path("inquiryId").asString()).isEqualTo(first(opened, "HEALTH_INSURANCE").path("inquiryId").asString());
            assertThat(cancelled.path("reason").asString()).isEqualTo("CASE_CLOSED");
        });

        deliverAnswer(HERE, first(opened, "HEALTH_INSURANCE"), "NOT_APPLICABLE", Map.of());
        deliverAnswer(HERE, first(opened, "ACCOUNT_CHECK"), "PROVIDED", Map.of("accountCheck", Map.of("outcome", "NAME_MISMATCH")));
        assertThat(aside(first(opened, "HEALTH_INSURANCE"))).containsExactly("CASE_CLOSED");
        assertThat(open(caseOf(family, HERE))).contains("ACCOUNT_HOLDER_DIFFERS");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"MATCH, ''", "NAME_MISMATCH, ACCOUNT_HOLDER_DIFFERS", "NOT_FOUND, ACCOUNT_INVALID", "UNSUPPORTED_BANK, ACCOUNT_UNCHECKED"})
    void asksTheBankAboutTheAccountItWouldPayTo(String outcome, String code) {
        TestFamily family = TestFamily.divorcedMother();
        feed(family, HERE);
        Reply opened = receive(family, HERE);
        answerAll(opened, family);
        JsonNode check = first(opened, "ACCOUNT_CHECK");
        assertThat(check.at("/account/accountNumber").asString()).isEqualTo("7654321");
        assertThat(check.path("withholdFromDisclosure").asBoolean()).isFalse();

        deliverAnswer(HERE, check, "PROVIDED", Map.of("accountCheck", Map.of("outcome", outcome)));

        assertThat(String.join(" ", open(caseOf(family, HERE)))).isEqualTo(code);
    }

    /** What may still leave carries 照会側不開示コード. */
    @Test
    void hidesTheInquiryAboutAProtectedPersonsAccount() {
        TestFamily family = TestFamily.singleParent().ownAccount("シケン　チチ").register("11", "supportMeasure", true);
        feed(family, HERE);
        Reply opened = receive(family, HERE);

        assertThat(everyInquiry(opened)).singleElement().satisfies(inquiry -> {
            assertThat(kind(inquiry)).isEqualTo("ACCOUNT_CHECK");
            assertThat(inquiry.path("withholdFromDisclosure").asBoolean()).isTrue();
        });
    }

    @ParameterizedTest(name = "paid there until {0}: {1}")
    @CsvSource(nullValues = "-", value = {"2026-11, ''", "2026-12, FORMER_ALLOWANCE_OVERLAPS", "-, FORMER_ALLOWANCE_OVERLAPS"})
    void comparesWithWhatTheFormerMunicipalityPays(String to, String code) {
        TestFamily family = TestFamily.singleParent().withoutChildren().child("11", "長子", "2019-05-05", true).ownAccount("シケン　チチ")
                .register("01", "movedFrom", NEIGHBOUR).register("01", "residentSince", "2026-11-02").cause("MOVED_IN", "2026-11-02");
        feed(family, HERE);
        Reply opened = receive(family, HERE);
        JsonNode former = first(opened, "CHILD_ALLOWANCE");
        assertThat(former.path("providerMunicipality").asString()).isEqualTo(NEIGHBOUR);

        Map<String, Object> paid = new TreeMap<>(Map.of("certifiedOn", "2019-05-20", "from", "2019-06", "suspended", false));
        if (to != null) {
            paid.put("to", to);
        }
        deliverAnswer(HERE, former, "PROVIDED", Map.of("allowances", List.of(paid)));

        assertThat(String.join(" ", open(caseOf(family, HERE)))).isEqualTo(code);
        assertThat(caseOf(family, HERE).at("/facts")).filteredOn(fact -> fact.path("kind").asString().equals("FORMER_ALLOWANCE"))
                .hasSize(1);
    }

    @ParameterizedTest(name = "{0} from {1} to {2} is no answer")
    @CsvSource({"-1, 2019-06, 2026-10", "10000, 2019-06, 2019-05"})
    void takesNoAllowanceThatCannotBe(long yen, String from, String to) {
        TestFamily family = TestFamily.singleParent().ownAccount("シケン　チチ").register("01", "movedFrom", NEIGHBOUR)
                .register("01", "residentSince", "2026-11-02").cause("MOVED_IN", "2026-11-02");
        feed(family, HERE);
        Reply opened = receive(family, HERE);

        deliverAnswer(HERE, first(opened, "CHILD_ALLOWANCE"), "PROVIDED", Map.of("allowances", List.of(Map.of("certifiedOn", "2019-05-20",
                "from", from, "to", to, "monthlyYen", yen, "suspended", false))));

        assertThat(open(caseOf(family, HERE))).containsExactly("FORMER_ALLOWANCE_NOT_KNOWN");
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(nullValues = "-", value = {"EMPLOYEES, false, EMPLOYEES_PENSION, 被用者", "MUTUAL_AID, false, -, 被用者",
            "NATIONAL, false, NATIONAL, 被用者等でない者", "EMPLOYEES, true, NATIONAL, 被用者等でない者", "NATIONAL, false, -, 被用者の区分の回答なし",
            "EMPLOYEES, true, -, 被用者の区分の回答なし"})
    void tellsTheClassOfTheClaimant(String scheme, boolean dependant, String pension, String shown) {
        TestFamily family = TestFamily.singleParent();
        feed(family, HERE);
        Reply opened = receive(family, HERE);
        Map<String, Object> insured = new TreeMap<>(
                Map.of("insurerNumber", "01130012", "scheme", scheme, "dependant", dependant, "from", "2020-04-01"));
        if (pension != null) {
            insured.put("pensionScheme", pension);
        }

        deliverAnswer(HERE, first(opened, "HEALTH_INSURANCE"), "PROVIDED", Map.of("healthInsurance", List.of(insured)));

        Reply after = caseOf(family, HERE);
        assertThat(after.at("/facts")).filteredOn(fact -> fact.path("kind").asString().equals("EMPLOYEE_CLASS")).singleElement()
                .satisfies(fact -> assertThat(fact.path("display").asString()).isEqualTo(shown + "（2020年4月1日から加入）"));
        assertThat(open(after)).isEqualTo(shown.endsWith("なし") ? List.of("EMPLOYEE_CLASS_NOT_KNOWN") : List.of());
    }

    @Test
    void asksWithWhomAChildLivesElsewhereAndLooksAtADisability() {
        TestFamily family = TestFamily.divorcedMother().withoutChildren().claimedChild("寮生", "2008-03-31", false);
        feed(family, HERE);
        Reply opened = receive(family, HERE);

        provide(family, first(opened, "IDENTITY"));
        deliverAnswer(HERE, first(opened, "NUMBERING"), "PROVIDED", numbering(first(opened, "NUMBERING")));

        assertThat(everyInquiry(opened)).extracting(inquiry -> kind(inquiry) + " " + inquiry.path("providerMunicipality").asString())
                .contains("RESIDENT_RECORD " + NEIGHBOUR, "DISABILITY_CERTIFICATE " + NEIGHBOUR,
                        "SPECIAL_CHILD_REARING_ALLOWANCE " + NEIGHBOUR, "PENSION ");
        assertThat(open(caseOf(family, HERE))).isEmpty();
        deliverAnswer(HERE, first(opened, "DISABILITY_CERTIFICATE"), "PROVIDED", Map.of("disabilityCertificates", List.of(
                Map.of("kind", "PHYSICAL", "grade", "2級", "issuedOn", "2020-05-01"))));
        assertThat(open(caseOf(family, HERE))).containsExactly("DISABILITY_NOT_CONFIRMED");
    }

    @Test
    void keepsAsideWhatIsNoAnswerToItsQuestion() {
        TestFamily family = TestFamily.divorcedMother();
        feed(family, HERE);
        Reply opened = receive(family, HERE);
        JsonNode pension = first(opened, "PENSION");
        Map<String, Object> otherKind = Map.of("inquiryId", pension.path("inquiryId").asString(), "caseId", id(opened), "kind", "TAX",
                "answer",
                "NOT_APPLICABLE", "answeredAt", "2026-11-16T02:00:00Z");
        Map<String, Object> otherCase = new TreeMap<>(otherKind);
        otherCase.put("kind", "PENSION");
        otherCase.put("caseId", UUID.randomUUID().toString());

        deliver(HERE, "inquiry.answered", id(opened), otherKind);
        deliver(HERE, "inquiry.answered", id(opened), otherCase);

        assertThat(aside(pension)).containsExactly("OTHER_KIND", "OTHER_CASE");
        assertThat(last(caseOf(family, HERE), "PENSION").path("state").asString()).isEqualTo("ASKED");
    }

    @Test
    void keepsAsideTheAnswerToAQuestionThatWasTakenBack() {
        TestFamily family = TestFamily.divorcedMother();
        feed(family, HERE);
        Reply opened = receive(family, HERE);
        answerAll(opened, family);
        JsonNode check = first(opened, "ACCOUNT_CHECK");
        Map<String, Object> again = Map.of("kind", "ACCOUNT", "participantId", opened.at("/applicant/participantId").asString());
        assertThat(post(pathOf(opened) + "/inquiries", caseworker(), again, null).status()).isEqualTo(201);
        provide(family, about(opened, first(opened, "ACCOUNT")).getLast());

        deliverAnswer(HERE, check, "PROVIDED", Map.of("accountCheck", Map.of("outcome", "NAME_MISMATCH")));

        assertThat(aside(check)).containsExactly("CANCELLED");
        assertThat(open(caseOf(family, HERE))).isEmpty();
    }

    @Test
    void neverTakesAnEmptyListForNone() {
        TestFamily family = TestFamily.divorcedMother();
        feed(family, HERE);
        Reply opened = receive(family, HERE);

        deliverAnswer(HERE, first(opened, "PENSION"), "PROVIDED", Map.of("pensions", List.of()));

        assertThat(open(caseOf(family, HERE))).containsExactly("PENSION_NOT_AVAILABLE");
    }

    private void answerAll(Reply opened, TestFamily family) {
        everyInquiry(opened).forEach(inquiry -> provide(family, inquiry));
    }

    private void provide(TestFamily family, JsonNode inquiry) {
        Map<String, Object> said = kind(inquiry).equals("TAX")
                ? Map.of("tax", Map.of("year", 2026, "totalIncomeYen", 1_000_000, "detail", TestFamily.items(1_000_000, 1, Map.of())))
                : family.answerTo(inquiry);
        deliverAnswer(HERE, inquiry, "PROVIDED", said);
    }

    private void match(JsonNode inquiry) {
        deliverAnswer(HERE, inquiry, "PROVIDED", Map.of("accountCheck", Map.of("outcome", "MATCH")));
    }

    private JsonNode first(Reply opened, String kind) {
        return everyInquiry(opened).stream().filter(inquiry -> kind(inquiry).equals(kind)).findFirst().orElseThrow();
    }

    private List<JsonNode> about(Reply opened, JsonNode asked) {
        return everyInquiry(opened).stream()
                .filter(inquiry -> kind(inquiry).equals(kind(asked)) && inquiry.path("subject").equals(asked.path("subject"))).toList();
    }

    private static JsonNode last(Reply view, String kind) {
        return StreamSupport.stream(view.at("/questions").spliterator(), false)
                .filter(question -> question.path("kind").asString().equals(kind))
                .max(Comparator.comparing(question -> question.path("round").asInt())).orElseThrow();
    }

    private static String kind(JsonNode inquiry) {
        return inquiry.path("kind").asString();
    }

    private static String id(Reply view) {
        return view.at("/caseId").asString();
    }

    private static List<String> open(Reply view) {
        return StreamSupport.stream(view.at("/actionPoints").spliterator(), false).filter(point -> point.path("closedAt").isMissingNode())
                .map(point -> point.path("code").asString()).sorted().toList();
    }

    private static List<String> aside(JsonNode inquiry) {
        return query("select reason from benefits.answer_aside where inquiry_id = ?::uuid order by aside_id",
                inquiry.path("inquiryId").asString());
    }
}
