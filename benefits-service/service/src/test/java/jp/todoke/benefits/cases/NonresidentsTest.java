package jp.todoke.benefits.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.todoke.benefits.BenefitsTestSystem;
import jp.todoke.benefits.TestFamily;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** 住登外者: the number comes from 031 or not at all. */
class NonresidentsTest extends BenefitsTestSystem {

    @Override
    protected boolean answersByItself() {
        return false;
    }

    private Reply withAChildElsewhere(TestFamily family) {
        feed(family, HERE);
        Reply opened = receive(family, HERE);
        deliverAnswer(HERE, inquiry(opened, "IDENTITY"), "PROVIDED", TestFamily.identity(inquiry(opened, "IDENTITY"), NEIGHBOUR));
        return opened;
    }

    private static TestFamily family() {
        return TestFamily.singleParent().withoutChildren().claimedChild("寮生", "2010-06-30", false);
    }

    private JsonNode inquiry(Reply opened, String kind) {
        return all(opened, kind).getLast();
    }

    private List<JsonNode> all(Reply opened, String kind) {
        return everyInquiry(opened).stream().filter(inquiry -> inquiry.path("kind").asString().equals(kind)).toList();
    }

    private static List<String> open(Reply view) {
        return view.at("/actionPoints").valueStream().filter(point -> !point.path("closedAt").isString())
                .map(point -> point.path("code").asString()).toList();
    }

    private Map<String, Object> order(Reply opened, String kind, String who) {
        return Map.of("kind", kind, "participantId", caseOf(opened).at(who + "/participantId").asString());
    }

    private Reply caseOf(Reply opened) {
        return get(pathOf(opened), caseworker());
    }

    @Test
    void asks031WhoHasANumberBeforeAnyBodyIsAskedAboutThePerson() {
        TestFamily family = family();
        Reply opened = withAChildElsewhere(family);

        JsonNode asked = inquiry(opened, "NUMBERING");
        assertThat(asked.path("subject")).isEqualTo(JSON.valueToTree(new TreeMap<>(Map.of(
                "name", family.name("寮生"), "birthDate", "2010-06-30", "sex", "2", "address", "東京都隣野市北一丁目１番１号",
                "addressMunicipalityCode", NEIGHBOUR))));
        assertThat(caseOf(opened).at("/children/0/atenabango").isMissingNode()).isTrue();
        assertThat(all(opened, "RESIDENT_RECORD")).isEmpty();

        deliverAnswer(HERE, asked, "PROVIDED", Map.of("numbering", Map.of("atenabango", "900000000031001", "existing", true)));

        assertThat(caseOf(opened).at("/children/0/atenabango").asString()).isEqualTo("900000000031001");
        assertThat(inquiry(opened, "RESIDENT_RECORD").at("/subject/atenabango").asString()).isEqualTo("900000000031001");
        assertThat(all(opened, "NUMBERING")).hasSize(1);
        assertThat(open(caseOf(opened))).isEmpty();
    }

    @Test
    void waitsForTheNumberWithEverythingElseAnswered() {
        TestFamily family = family();
        Reply opened = withAChildElsewhere(family);
        everyInquiry(opened).stream().filter(each -> !List.of("IDENTITY", "NUMBERING").contains(each.path("kind").asString()))
                .forEach(each -> deliverAnswer(HERE, each, "NOT_APPLICABLE", Map.of()));

        assertThat(confirmAll(caseOf(opened), caseworker()).at("/state").asString()).isEqualTo("INQUIRING");
        deliverAnswer(HERE, inquiry(opened, "NUMBERING"), "UNAVAILABLE", Map.of());
        assertThat(caseOf(opened).at("/state").asString()).as("asked again later, and no decision rests on half an answer")
                .isEqualTo("INQUIRING");
    }

    @ParameterizedTest(name = "{0}: no number, {1}, asked again by itself: {2}")
    @CsvSource(useHeadersInDisplayName = true, nullValues = "-", textBlock = """
            answer,          point,            again
            AMBIGUOUS,       NUMBER_UNDECIDED, false
            ANOTHER_PERSON,  NUMBER_UNDECIDED, false
            PERSON_UNKNOWN,  NUMBER_UNDECIDED, false
            LAYOUT_MISMATCH, NUMBER_UNDECIDED, false
            NOT_APPLICABLE,  NUMBER_UNDECIDED, false
            UNAVAILABLE,     -,                true
            PROVIDED,        NUMBER_UNDECIDED, false
            """)
    void makesNoNumberOfItsOwn(String answer, String point, boolean again) {
        Reply opened = withAChildElsewhere(family());

        deliverAnswer(HERE, inquiry(opened, "NUMBERING"), answer, Map.of());

        assertThat(caseOf(opened).at("/children/0/atenabango").isMissingNode()).isTrue();
        assertThat(open(caseOf(opened))).isEqualTo(point == null ? List.of() : List.of(point));
        if (again) {
            letTimePass(opened.at("/caseId").asString(), "AGAIN");
        }
        assertThat(all(opened, "NUMBERING")).hasSize(again ? 2 : 1);
        assertThat(all(opened, "RESIDENT_RECORD")).isEmpty();
    }

    @Test
    void takesTheNumberThatAPersonDecidedAtTheRegisterOf031() {
        Reply opened = withAChildElsewhere(family());
        deliverAnswer(HERE, inquiry(opened, "NUMBERING"), "AMBIGUOUS", Map.of());

        assertThat(post(pathOf(opened) + "/inquiries", caseworker(), order(opened, "NUMBERING", "/children/0"), null).status())
                .isEqualTo(201);
        assertThat(open(caseOf(opened))).containsExactly("NUMBER_UNDECIDED");
        deliverAnswer(HERE, inquiry(opened, "NUMBERING"), "PROVIDED",
                Map.of("numbering", Map.of("atenabango", "900000000031002", "existing", true)));

        assertThat(open(caseOf(opened))).isEmpty();
        assertThat(caseOf(opened).at("/children/0/atenabango").asString()).isEqualTo("900000000031002");
        assertThat(all(opened, "RESIDENT_RECORD")).hasSize(1);
    }

    @Test
    void asksForNoNumberOfAnybodyWhomNobodyNamed() {
        TestFamily family = family();
        feed(family, HERE);
        Reply opened = receive(family, HERE);

        Reply refused = post(pathOf(opened) + "/inquiries", caseworker(), order(opened, "NUMBERING", "/children/0"), null);

        assertThat(refused.status() + " " + refused.code()).isEqualTo("422 PERSON_NOT_IDENTIFIED");
    }

    @Test
    void doesNotAskTwiceAtATime() {
        Reply opened = withAChildElsewhere(family());
        assertThat(post(pathOf(opened) + "/inquiries", caseworker(), order(opened, "IDENTITY", "/children/0"), null).status())
                .isEqualTo(201);

        deliverAnswer(HERE, inquiry(opened, "IDENTITY"), "PROVIDED", TestFamily.identity(inquiry(opened, "IDENTITY"), NEIGHBOUR));

        assertThat(all(opened, "NUMBERING")).hasSize(1);
    }

    @Test
    void doesNotTakeTheNumberOfSomebodyElse() {
        TestFamily family = family();
        Reply opened = withAChildElsewhere(family);

        deliverAnswer(HERE, inquiry(opened, "NUMBERING"), "PROVIDED",
                Map.of("numbering", Map.of("atenabango", family.atenabango("01"), "existing", true)));

        assertThat(open(caseOf(opened))).containsExactly("NUMBER_UNDECIDED");
        assertThat(caseOf(opened).at("/children/0/atenabango").isMissingNode()).isTrue();
        assertThat(all(opened, "RESIDENT_RECORD")).isEmpty();
    }

    @Test
    void keepsTheNumberOfWhomItKnows() {
        TestFamily family = family();
        Reply first = withAChildElsewhere(family);
        deliverAnswer(HERE, inquiry(first, "NUMBERING"), "PROVIDED",
                Map.of("numbering", Map.of("atenabango", "900000000031003", "existing", false)));
        assertThat(post(pathOf(first) + "/inquiries", caseworker(), order(first, "IDENTITY", "/children/0"), null).status()).isEqualTo(201);

        deliverAnswer(HERE, inquiry(first, "IDENTITY"), "PROVIDED", TestFamily.identity(inquiry(first, "IDENTITY"), NEIGHBOUR));

        assertThat(caseOf(first).at("/children/0/atenabango").asString()).isEqualTo("900000000031003");
        assertThat(all(first, "NUMBERING")).hasSize(1);
    }

    @Test
    void keepsNoAddressOfAHouseholdThatCameUnderProtection() {
        TestFamily family = family();
        Reply opened = withAChildElsewhere(family);
        feed(family.register("01", "supportMeasure", true), HERE);

        deliverAnswer(HERE, inquiry(opened, "NUMBERING"), "PROVIDED",
                Map.of("numbering", Map.of("atenabango", "900000000031004", "existing", false)));

        assertThat(caseOf(opened).at("/children/0/atenabango").asString()).isEqualTo("900000000031004");
        assertThat(query("select coalesce(address, 'none') from benefits.person_version where atenabango = '900000000031004'"))
                .containsExactly("none");
        assertThat(all(opened, "RESIDENT_RECORD")).isEmpty();
    }

    @Test
    void leavesANumberToTheRegisterOfHereWhereThePersonLivesHere() {
        TestFamily family = family();
        feed(family, HERE);
        Reply opened = receive(family, HERE);

        deliverAnswer(HERE, inquiry(opened, "IDENTITY"), "PROVIDED", TestFamily.identity(inquiry(opened, "IDENTITY"), HERE));

        assertThat(all(opened, "NUMBERING")).isEmpty();
        assertThat(open(caseOf(opened))).containsExactly("RESIDENCE_DIFFERS");
    }
}
