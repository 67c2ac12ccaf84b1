package jp.todoke.benefits.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import jp.todoke.benefits.BenefitsTestSystem;
import jp.todoke.benefits.TestFamily;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The stories of applications, from the message to where the case stands. */
class CaseScenariosTest extends BenefitsTestSystem {
    @ParameterizedTest(name = "{0}")
    @CsvSource({"unknown certificate", "signature not verified", "other name", "moved out"})
    void leavesAnApplicantWhomTheRegisterDoesNotNameToAPerson(String story) {
        TestFamily family = TestFamily.couple();
        switch (story) {
            case "unknown certificate" -> family.serial("X-" + family.uketsukeBango());
            case "signature not verified" -> family.unverified();
            case "other name" -> family.register("01", "name", "別名　太郎");
            default -> family.register("01", "removedOn", "2026-11-01");
        }
        feed(family, HERE);

        Reply opened = receive(family, HERE);

        assertThat(standing(opened)).isEqualTo("NEEDS_PERSON IDENTITY_UNMATCHED");
        assertThat(opened.at("/questions").size()).isZero();
        assertThat(opened.at("/applicant/atenabango").isMissingNode()).isTrue();
        assertThat(opened.at("/applicant/address").isMissingNode()).isTrue();
    }

    @Test
    void stopsTheSecondApplicationOfAPersonOnly() {
        TestFamily family = TestFamily.couple();
        feed(family, HERE);
        Reply first = receive(family, HERE);

        Reply second = receive(family.again(), HERE);

        assertThat(standing(second)).isEqualTo("NEEDS_PERSON DUPLICATE_APPLICATION");
        assertThat(everyInquiry(second)).isEmpty();
        assertThat(standing(get(pathOf(first), caseworker()))).isEqualTo("INQUIRING ");
    }

    /** 認定を受けている間に、新たな認定請求はできない: a month would be decided twice for one child. */
    @Test
    void stopsAnApplicationOfSomebodyWhoseEarlierOneIsOpenOrGranted() {
        TestFamily family = TestFamily.singleParent().arrivedAt("2026-10-02T09:00:00+09:00").with("cause", Map.of("kind", "NONE"))
                .withoutChildren().child("11", "長子", "2022-05-05", true);
        decided(family, HERE);

        Reply second = receive(family.again(), HERE);

        assertThat(standing(second)).isEqualTo("NEEDS_PERSON DUPLICATE_APPLICATION");
    }

    /** The register corrected the name between the claims: the child is the same, whatever it is called. */
    @Test
    void seesACompetingClaimUnderACorrectedName() {
        TestFamily father = TestFamily.couple();
        feed(father, HERE);
        receive(father, HERE);
        TestFamily mother = father.rival().withoutChildren().claimedChild("改名", "2026-11-05", false);
        feed(mother, HERE);
        feed(father.register("11", "name", mother.name("改名")), HERE);

        receive(mother, HERE);

        assertThat(openCodes(caseOf(father, HERE))).contains("COMPETING_CLAIM");
        assertThat(openCodes(caseOf(mother, HERE))).contains("COMPETING_CLAIM");
    }

    @Test
    void takesTheSamePackageOnce() {
        TestFamily family = TestFamily.couple();
        feed(family, HERE);
        receive(family, HERE);

        Reply again = receive(family, HERE);

        assertThat(again.at("/state").asString()).isEqualTo("INQUIRING");
    }

    @Test
    void marksBothCasesOfACompetingClaim() {
        TestFamily father = TestFamily.couple().with("separation", true);
        TestFamily mother = father.rival().with("separation", true);
        feed(father, HERE);
        feed(mother, HERE);

        receive(father, HERE);
        receive(mother, HERE);

        assertThat(openCodes(caseOf(father, HERE))).containsExactlyInAnyOrder("COMPETING_CLAIM", "SEPARATED_PARENTS");
        assertThat(openCodes(caseOf(mother, HERE))).containsExactlyInAnyOrder("COMPETING_CLAIM", "SEPARATED_PARENTS");
        assertThat(caseOf(mother, HERE).at("/questions")).noneMatch(question -> question.path("kind").asString().equals("TAX"));
    }

    /** Neither message may miss the other: cases of a municipality are opened one after the other. */
    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"2026-11-16T09:12:00+09:00, 2026-11-16T09:12:00+09:00", "2026-12-31T23:59:59+09:00, 2027-01-01T00:00:00+09:00"})
    void seesACompetingClaimThatArrivesAtTheSameMoment(String arrival, String otherArrival) {
        TestFamily father = TestFamily.couple().arrivedAt(arrival);
        TestFamily mother = father.rival().arrivedAt(otherArrival);
        feed(father, HERE);
        feed(mother, HERE);

        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream.of(father, mother).map(family -> both.submit(() -> receive(family, HERE))).toList();
        }

        assertThat(openCodes(caseOf(father, HERE))).contains("COMPETING_CLAIM");
        assertThat(openCodes(caseOf(mother, HERE))).contains("COMPETING_CLAIM");
    }

    @Test
    void turnsAPublicServantToTheEmployerWithoutAskingAnything() {
        TestFamily family = TestFamily.couple().occupation("PUBLIC_SERVANT");
        feed(family, HERE);
        Reply opened = receive(family, HERE);

        assertThat(opened.at("/questions").size()).isZero();
        Reply confirmed = confirmAll(opened, caseworker());
        Reply proposed = post(pathOf(confirmed) + "/proposal", caseworker(), Map.of(), confirmed.etag());
        Reply decided = approve(proposed, approver());

        assertThat(decided.at("/decision/outcome").asString()).isEqualTo("REFUSED");
        assertThat(decided.at("/decision/reasons/0/code").asString()).isEqualTo("PUBLIC_SERVANT");
        assertThat(decided.at("/attachments").size()).isZero();
        assertThat(outbox("application.status", family.packageId().toString()).getLast().path("status").asString()).isEqualTo("REJECTED");
    }

    @Test
    void hidesTheAddressOfAProtectedHouseholdAndAsksNobodyOutside() {
        TestFamily family = TestFamily.singleParent().register("11", "supportMeasure", true);
        feed(family, HERE);

        Reply opened = receive(family, HERE);

        assertThat(standing(opened)).isEqualTo("TO_CONFIRM ACCOUNT_NOT_AVAILABLE");
        assertThat(everyInquiry(opened)).isEmpty();
        assertThat(opened.at("/applicant/addressWithheld").asBoolean()).isTrue();
        assertThat(opened.body().toString()).doesNotContain("番地");
    }

    @Test
    void asksTaxWhereItLiesAndComparesTheParents() {
        TestFamily family = TestFamily.couple().register("01", "january1Municipality", NEIGHBOUR).register("02", "january1Municipality",
                NEIGHBOUR);
        feed(family, HERE);
        Reply opened = receive(family, HERE);

        List<JsonNode> taxes = inquiries(opened).stream().filter(inquiry -> inquiry.path("kind").asString().equals("TAX")).toList();
        assertThat(taxes).extracting(tax -> tax.path("providerMunicipality").asString() + tax.path("year").asString())
                .containsOnly("1399802026");
        answer(HERE, taxes.getFirst(), "PROVIDED", TestFamily.income(2_000_000));
        answer(HERE, taxes.getLast(), "PROVIDED", TestFamily.income(2_000_001));
        inquiries(opened).stream().filter(inquiry -> !taxes.contains(inquiry))
                .forEach(inquiry -> answer(HERE, inquiry, "PROVIDED", family.answerTo(inquiry)));
        Reply confirmed = confirmAll(caseOf(family, HERE), caseworker());
        Reply proposed = post(pathOf(confirmed) + "/proposal", caseworker(), Map.of(), confirmed.etag());

        assertThat(proposed.at("/proposal/outcome").asString()).isEqualTo("REFUSED");
        assertThat(proposed.at("/proposal/reasons/0/code").asString()).isEqualTo("OTHER_PARENT_EARNS_MORE");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"nobody named, OTHER_PARENT_NOT_NAMED", "somebody else named, OTHER_PARENT_NOT_NAMED", "parent named, ''",
            "another household, ''", "moved out, ''", "parents not recorded, ''"})
    void decidesNothingWhileAParentOfTheHouseholdIsLeftOut(String story, String code) {
        TestFamily family = TestFamily.couple();
        family.register("11", "fatherAtenabango", family.atenabango("01")).register("11", "motherAtenabango", family.atenabango("02"));
        Map<String, Object> mother = Map.of("name", family.name("母"), "birthDate", "1991-02-03", "livesTogether", true);
        Map<String, Object> stranger = Map.of("name", family.name("別人"), "birthDate", "1992-02-03", "livesTogether", false);
        switch (story) {
            case "another household" -> family.register("02", "householdNumber", "H-" + family.atenabango("02").substring(6));
            case "moved out" -> family.register("02", "removedOn", "2026-11-16");
            case "parents not recorded" -> family.register("11", "fatherAtenabango", null).register("11", "motherAtenabango", null);
            default -> assertThat(story).endsWith("named");
        }
        feed(family, HERE);
        Map<String, Object> spouse = story.equals("parent named") ? mother : story.equals("somebody else named") ? stranger : null;
        Reply opened = receive(spouse == null ? family.without("spouse") : family.with("spouse", spouse), HERE);

        List<JsonNode> atOnce = inquiries(opened);
        atOnce.forEach(inquiry -> answer(HERE, inquiry, "PROVIDED", family.answerTo(inquiry)));
        inquiries(opened).stream().skip(atOnce.size()).forEach(inquiry -> answer(HERE, inquiry, "PROVIDED", family.answerTo(inquiry)));
        Reply confirmed = confirmAll(caseOf(family, HERE), caseworker());
        Reply proposed = post(pathOf(confirmed) + "/proposal", caseworker(), Map.of(), confirmed.etag());

        assertThat(openCodes(confirmed)).isEqualTo(code.isEmpty() ? List.of() : List.of(code));
        assertThat(proposed.status()).isEqualTo(code.isEmpty() ? 201 : 409);
    }

    @ParameterizedTest(name = "{0} {1} leaves {2}")
    @CsvSource({"TAX, NO_COPY, INCOME_NOT_AVAILABLE", "TAX, UNDECLARED, INCOME_UNDECLARED", "TAX, UNAVAILABLE, INCOME_NOT_AVAILABLE"})
    void neverTakesAMissingIncomeForZero(String kind, String answer, String code) {
        TestFamily family = TestFamily.couple().register("02", "january1Municipality", NEIGHBOUR);
        feed(family, HERE);
        Reply opened = receive(family, HERE);

        for (JsonNode inquiry : inquiries(opened)) {
            boolean asked = inquiry.path("kind").asString().equals(kind);
            answer(HERE, inquiry, asked ? answer : "PROVIDED", asked ? Map.of() : family.answerTo(inquiry));
        }

        Reply after = confirmAll(caseOf(family, HERE), caseworker());
        assertThat(standing(after)).isEqualTo("NEEDS_PERSON " + code);
        assertThat(papers(after)).containsExactlyInAnyOrder("TAX_CERTIFICATE OMITTED", "TAX_CERTIFICATE DEMANDED", "PASSBOOK_COPY OMITTED");
    }

    @ParameterizedTest(name = "{1} yen of {0}")
    @CsvSource({"2026, -1", "2025, 1000000"})
    void takesNoAnswerForAnIncomeThatCannotBeIt(int year, long yen) {
        TestFamily family = TestFamily.couple().register("02", "january1Municipality", NEIGHBOUR).ownAccount("シケン　チチ");
        feed(family, HERE);
        Reply opened = receive(family, HERE);

        answer(HERE, inquiry(opened, "TAX"), "PROVIDED", Map.of("tax", Map.of("year", year, "totalIncomeYen", yen)));

        assertThat(standing(caseOf(family, HERE))).isEqualTo("NEEDS_PERSON INCOME_NOT_AVAILABLE");
    }

    @Test
    void waitsForAnUndeclaredIncomeOfItsOwnFeed() {
        TestFamily family = TestFamily.couple().undeclared("02").ownAccount("シケン　チチ").attached("attachments/passbook.pdf");
        feed(family, HERE);

        Reply opened = receive(family, HERE);

        assertThat(standing(opened)).isEqualTo("NEEDS_PERSON INCOME_UNDECLARED");
        assertThat(papers(opened)).contains("PASSBOOK_COPY SUBMITTED");
    }

    @ParameterizedTest(name = "{0} {1} leaves {2}")
    @CsvSource({"NOT_APPLICABLE, , ACCOUNT_NOT_REGISTERED", "NO_COPY, , ACCOUNT_NOT_AVAILABLE", "ANOTHER_PERSON, , ACCOUNT_NOT_AVAILABLE",
            "PROVIDED, ベツジン　ハナコ, ACCOUNT_HOLDER_DIFFERS"})
    void holdsThePaymentButNotTheDecision(String answer, String holder, String code) {
        TestFamily family = TestFamily.singleParent();
        feed(family, HERE);
        Reply opened = receive(family, HERE);

        answer(HERE, inquiries(opened).getFirst(), answer, holder == null ? Map.of() : TestFamily.account(holder));
        Reply confirmed = confirmAll(caseOf(family, HERE), caseworker());
        Reply proposed = post(pathOf(confirmed) + "/proposal", caseworker(), Map.of(), confirmed.etag());
        Reply decided = approve(proposed, approver());

        assertThat(standing(decided)).isEqualTo("DECIDED " + code);
        assertThat(papers(decided)).containsExactly("PASSBOOK_COPY DEMANDED");
    }

    @Test
    void findsAChildWhoLivesElsewhere() {
        TestFamily family = TestFamily.singleParent().withoutChildren().claimedChild("寮生", "2010-06-30", false);
        feed(family, HERE);
        Reply opened = receive(family, HERE);
        JsonNode identity = inquiry(opened, "IDENTITY");
        assertThat(identity.at("/subject/name").asString()).isEqualTo(family.name("寮生"));

        inquiries(opened).forEach(inquiry -> answer(HERE, inquiry, "PROVIDED", family.answerTo(inquiry)));
        Reply confirmed = confirmAll(caseOf(family, HERE), caseworker());

        assertThat(standing(confirmed)).isEqualTo("TO_PROPOSE ");
        assertThat(papers(confirmed)).containsExactlyInAnyOrder("RESIDENT_RECORD OMITTED", "PASSBOOK_COPY OMITTED");
        assertThat(confirmed.at("/children/0/atenabango").asString()).startsWith("9");
    }

    @ParameterizedTest(name = "{0} born {1}, alive {2}")
    @CsvSource({"別人　太郎, 2010-06-30, true, CHILD_NOT_FOUND", "寮生, 2010-06-29, true, CHILD_NOT_FOUND",
            "寮生, 2010-06-30, false, RESIDENCE_DIFFERS"})
    void doesNotTakeAnotherPersonsIdentityForTheChild(String name, String birthDate, boolean alive, String code) {
        TestFamily family = TestFamily.singleParent().withoutChildren().claimedChild("寮生", "2010-06-30", false);
        feed(family, HERE);
        Reply opened = receive(family, HERE);

        answer(HERE, inquiry(opened, "IDENTITY"), "PROVIDED", Map.of("identity", Map.of(
                "name", name.equals("寮生") ? family.name(name) : name, "birthDate", birthDate, "municipalityCode", NEIGHBOUR, "alive",
                alive)));

        assertThat(openCodes(caseOf(family, HERE))).containsExactly(code);
        assertThat(caseOf(family, HERE).at("/children/0/atenabango").isMissingNode()).isTrue();
    }

    @Test
    void asksTheTaxOfASpouseElsewhereAfterTheRegisterSaidWhere() {
        TestFamily family = TestFamily.couple().notInRegister("02");
        family.with("spouse", Map.of("name", family.name("母"), "birthDate", "1991-02-03", "livesTogether", false));
        feed(family, HERE);
        Reply opened = receive(family, HERE);

        answer(HERE, inquiry(opened, "IDENTITY"), "PROVIDED", TestFamily.identity(inquiry(opened, "IDENTITY"), NEIGHBOUR));

        JsonNode tax = inquiry(opened, "TAX");
        assertThat(tax.path("providerMunicipality").asString()).isEqualTo(NEIGHBOUR);
        assertThat(tax.at("/subject/atenabango").asString()).startsWith("9");
        assertThat(caseOf(family, HERE).at("/state").asString()).isEqualTo("INQUIRING");
        assertThat(caseOf(family, HERE).at("/facts")).filteredOn(fact -> fact.path("kind").asString().equals("SPOUSE"))
                .extracting(fact -> fact.path("source").asString() + " " + fact.path("state").asString())
                .containsExactlyInAnyOrder("APPLICANT SUPERSEDED", "JUKI PROPOSED");
    }

    @Test
    void learnsTheAddressOfAFormerResident() {
        TestFamily family = TestFamily.couple();
        family.with("spouse", Map.of("name", family.name("母"), "birthDate", "1991-02-03", "livesTogether", false));
        family.register("02", "removedOn", "2024-04-01").register("02", "address", "東京都届野市旧一丁目１番１号")
                .register("02", "householdNumber", "H-" + family.atenabango("02").substring(6));
        feed(family, HERE);
        Reply opened = receive(family, HERE);

        answer(HERE, inquiry(opened, "IDENTITY"), "PROVIDED", TestFamily.identity(inquiry(opened, "IDENTITY"), NEIGHBOUR));
        feed(family, HERE);

        Reply view = caseOf(family, HERE);
        assertThat(view.at("/spouse/atenabango").asString()).isEqualTo(family.atenabango("02"));
        assertThat(everyInquiry(opened)).as("who is known here has a number").noneMatch(
                inquiry -> inquiry.path("kind").asString().equals("NUMBERING"));
        assertThat(view.at("/spouse/address").asString()).isEqualTo("東京都隣野市北一丁目１番１号");
    }

    @Test
    void keepsAsideWhatNobodyWaitsFor() {
        TestFamily family = TestFamily.singleParent();
        feed(family, HERE);
        Reply opened = receive(family, HERE);
        JsonNode inquiry = inquiries(opened).getFirst();
        answer(HERE, inquiry, "PROVIDED", TestFamily.account("シケン　チチ"));
        Reply before = caseOf(family, HERE);

        answer(HERE, inquiry, "PROVIDED", TestFamily.account("ベツジン"));
        Map<String, Object> stranger = Map.of(
                "inquiryId", family.packageId(), "caseId", opened.at("/caseId").asString(), "kind", "ACCOUNT", "answer", "NO_COPY",
                "answeredAt",
                "2026-11-16T02:00:00Z");
        deliver(HERE, "inquiry.answered", opened.at("/caseId").asString(), stranger);

        assertThat(caseOf(family, HERE).body()).isEqualTo(before.body());
        assertThat(aside(inquiry.path("inquiryId").asString())).containsExactly("ALREADY_ANSWERED");
        assertThat(aside(family.packageId().toString())).containsExactly("UNKNOWN_INQUIRY");
        Reply confirmed = confirmAll(before, caseworker());
        approve(post(pathOf(confirmed) + "/proposal", caseworker(), Map.of(), confirmed.etag()), approver());
        answer(HERE, inquiry, "NO_COPY", Map.of());
        assertThat(aside(inquiry.path("inquiryId").asString())).containsExactly("ALREADY_ANSWERED", "CASE_CLOSED");
    }

    @Test
    void countsAnOlderSiblingWithADeclaration() {
        TestFamily family = TestFamily.singleParent().child("12", "次子", "2020-01-01", true);
        family.with("countedSiblings", List.of(Map.of("name", family.name("学生"), "birthDate", "2006-06-10", "declaredOn", "2026-11-16")));
        Reply decided = decided(family, HERE);

        assertThat(decided.at("/countedSiblings").size()).isEqualTo(1);
        assertThat(decided.at("/decision/payments/0/yen").asLong()).isEqualTo(80_000);
    }

    private static List<String> aside(String inquiryId) {
        return query("select reason from benefits.answer_aside where inquiry_id = ?::uuid order by aside_id", inquiryId);
    }

    private JsonNode inquiry(Reply view, String kind) {
        return inquiries(view).stream().filter(inquiry -> inquiry.path("kind").asString().equals(kind)).findFirst().orElseThrow();
    }

    private static String standing(Reply view) {
        return view.at("/state").asString() + " " + String.join(" ", openCodes(view));
    }

    private static List<String> openCodes(Reply view) {
        return StreamSupport.stream(view.at("/actionPoints").spliterator(), false)
                .filter(point -> point.path("closedAt").isMissingNode() && !point.path("blocks").asString().equals("NOTHING"))
                .map(point -> point.path("code").asString()).toList();
    }

    private static List<String> papers(Reply view) {
        return StreamSupport.stream(view.at("/attachments").spliterator(), false)
                .map(line -> line.path("kind").asString() + " " + line.path("state").asString())
                .toList();
    }
}
