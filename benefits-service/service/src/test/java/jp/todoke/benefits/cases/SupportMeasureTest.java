package jp.todoke.benefits.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import jp.todoke.benefits.BenefitsTestSystem;
import jp.todoke.benefits.TestFamily;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 支援措置: what a protected person's case shows and asks, whenever and wherever the protection was recorded. */
class SupportMeasureTest extends BenefitsTestSystem {
    private static final String FORMER_ADDRESS = "東京都届野市旧一丁目１番１号";

    @ParameterizedTest(name = "recorded for {0} after the case was opened")
    @CsvSource({"01", "02", "11"})
    void hidesTheHouseholdFromTheDayOfTheRecordOn(String place) {
        TestFamily family = TestFamily.couple().ownAccount("シケン　チチ");
        feed(family, HERE);
        Reply opened = receive(family, HERE);
        assertThat(opened.body().toString()).contains("番地");

        feed(family.register(place, "supportMeasure", true), HERE);

        Reply view = caseOf(family, HERE);
        assertThat(view.at("/applicant/addressWithheld").asBoolean()).isTrue();
        assertThat(view.body().toString()).doesNotContain("番地").doesNotContain("****123").doesNotContain("支店");
        assertThat(post(pathOf(view) + "/proposal", caseworker(), Map.of(), opened.etag()).status()).as("what was read has changed")
                .isEqualTo(412);
    }

    /** Every role of specs/api/access-matrix.csv that may read a case. */
    @ParameterizedTest
    @ValueSource(strings = {"caseworker", "approver", "auditor", "chief"})
    void hidesTheHouseholdFromEveryRole(String role) {
        TestFamily family = TestFamily.singleParent().ownAccount("シケン　チチ").register("01", "supportMeasure", true);
        feed(family, HERE);
        Reply opened = receive(family, HERE);

        Reply view = get(pathOf(opened), user(role, HERE));

        assertThat(view.status()).isEqualTo(200);
        assertThat(view.at("/applicant/addressWithheld").asBoolean()).isTrue();
        assertThat(view.body().toString()).doesNotContain("番地").doesNotContain("0000123").doesNotContain("****123").doesNotContain("支店");
    }

    @Test
    void hidesTheHouseholdThatAProtectedPersonJoins() {
        TestFamily family = TestFamily.singleParent();
        TestFamily refuge = TestFamily.singleParent().register("01", "supportMeasure", true);
        feed(family, HERE);
        feed(refuge, HERE);
        assertThat(receive(family, HERE).at("/applicant/addressWithheld").asBoolean()).isFalse();

        feed(family.register("11", "householdNumber", "H%08d".formatted(Integer.parseInt(refuge.atenabango("01").substring(0, 13)))), HERE);

        assertThat(caseOf(family, HERE).at("/applicant/addressWithheld").asBoolean()).isTrue();
    }

    /** The one who fled is a former resident here; where the person is now must not become known through a claim of the one left behind. */
    @Test
    void asksNobodyAboutAFormerResidentUnderProtection() {
        TestFamily family = TestFamily.couple();
        family.with("spouse", Map.of("name", family.name("母"), "birthDate", "1991-02-03", "livesTogether", false));
        family.register("02", "removedOn", "2024-04-01").register("02", "address", FORMER_ADDRESS)
                .register("02", "householdNumber", "H-" + family.atenabango("02").substring(6)).register("02", "supportMeasure", true);
        feed(family, HERE);

        Reply opened = receive(family, HERE);

        assertThat(everyInquiry(opened)).isEmpty();
        assertThat(opened.at("/spouse/addressWithheld").asBoolean()).isTrue();
        assertThat(opened.body().toString()).doesNotContain(FORMER_ADDRESS).doesNotContain("番地");
    }

    @Test
    void showsNoAccountOfAProtectedHousehold() {
        TestFamily family = TestFamily.singleParent().ownAccount("シケン　チチ").register("11", "supportMeasure", true);
        feed(family, HERE);

        Reply opened = receive(family, HERE);

        assertThat(opened.at("/facts")).filteredOn(fact -> fact.path("kind").asString().equals("ACCOUNT"))
                .extracting(fact -> fact.path("display").asString()).containsExactly("登録あり（支援措置のため表示しません）");
    }
}
