package jp.todoke.integration.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import jp.todoke.integration.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The inquiries of 児童扶養手当, from the question of the case to the answer that it is told. */
class ChildRearingInquiryTest extends IntegrationTest {
    @Autowired
    JsonMapper json;

    private UUID ask(String kind, String procedure, String atenabango) {
        UUID id = UUID.randomUUID();
        String tax = kind.equals("TAX") ? ",\"providerMunicipality\":\"139980\",\"year\":2026" : "";
        String payload = """
                {"inquiryId":"%s","caseId":"11111111-1111-1111-1111-111111111111","caseNumber":"C-2026-000001","kind":"%s","procedure":"%s",
                 "officer":"SYSTEM-AUTO","subject":{"atenabango":"%s"},"withholdFromDisclosure":false%s}"""
                .formatted(id, kind, procedure, atenabango, tax);
        assertThat(deliver(UUID.randomUUID().toString(), "inquiry.requested", "case", payload)).isEqualTo(202);
        return id;
    }

    private static String state(UUID id) {
        return query("select state || ' ' || coalesce(answer, '-') from linkage.inquiry where inquiry_id = '" + id + "'").getFirst();
    }

    private JsonNode told() {
        List<String> messages = query("select payload::text from linkage.outbox where type = 'inquiry.answered'");
        assertThat(messages).hasSize(1);
        return json.readTree(messages.getFirst());
    }

    @ParameterizedTest(name = "{0}: {1} of {2} is answered {3}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            id,     kind,            atenabango,      answer
            CRI-01, FAMILY_REGISTER, 000000000000101, PROVIDED
            CRI-02, FAMILY_REGISTER, 000000000000102, NO_COPY
            CRI-03, FAMILY_REGISTER, 000000000000103, NOT_APPLICABLE
            CRI-04, FAMILY_REGISTER, 000000000000104, REFUSED
            CRI-05, FAMILY_REGISTER, 000000000000999, PERSON_UNKNOWN
            CRI-06, FAMILY_REGISTER, 000000000000106, ANOTHER_PERSON
            CRI-07, FAMILY_REGISTER, 000000000000108, LAYOUT_MISMATCH
            CRI-08, PENSION,         000000000000101, PROVIDED
            CRI-09, PENSION,         000000000000102, NOT_APPLICABLE
            CRI-10, PENSION,         000000000000103, NO_COPY
            CRI-11, PENSION,         000000000000107, REFUSED
            CRI-12, PENSION,         000000000000999, PERSON_UNKNOWN
            CRI-13, PENSION,         000000000000106, ANOTHER_PERSON
            CRI-14, ACCOUNT,         000000000000101, PROVIDED
            CRI-15, TAX,             000000000000101, PROVIDED
            """)
    void answersByKind(String id, String kind, String atenabango, String answer) {
        UUID inquiry = ask(kind, "CHILD_REARING_ALLOWANCE_NEW", atenabango);

        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo("COMPLETED " + answer);
        JsonNode message = told();
        assertThat(message.path("kind").asString()).isEqualTo(kind);
        assertThat(message.path("answer").asString()).isEqualTo(answer);
        assertThat(message.has("familyRegister")).isEqualTo(kind.equals("FAMILY_REGISTER") && answer.equals("PROVIDED"));
        assertThat(message.path("pensions").isEmpty()).isEqualTo(!(kind.equals("PENSION") && answer.equals("PROVIDED")));
    }

    @Test
    void tellsTheFamilyRegisterExactlyAndRecordsWhoWasAsked() {
        ask("FAMILY_REGISTER", "CHILD_REARING_ALLOWANCE_NEW", "000000000000101");

        inquiries.drain();

        assertThat(told().path("familyRegister")).isEqualTo(json.readTree(
                "{\"maritalStatus\":\"DIVORCED\",\"since\":\"2026-09-30\",\"childrenBirthDates\":[\"2019-08-01\",\"2022-02-28\"]}"));
        assertThat(LINE.passed().getFirst().headers()).containsEntry("x-client-gyomu", "991");
        assertThat(query("""
                select concat_ws(' ', role, network, provider_kikan_cd, jimu_cd, jimutetsuzuki_cd, tm_cd, officer, result_kind)
                  from linkage.provision_record"""))
                .containsExactly("1 NWS 1409900000002200 JM01000000081000 JT01010000008103 TM00000000000108 SYSTEM-AUTO PROVIDED");
    }

    @Test
    void tellsEachPensionExactly() {
        ask("PENSION", "CHILD_REARING_ALLOWANCE_NEW", "000000000000101");

        inquiries.drain();

        assertThat(told().path("pensions")).isEqualTo(json.readTree("""
                [{"kind":"DISABILITY_BASIC","from":"2023-04-01","annualYen":1091100,"childAdditionsAnnualYen":[243800]},
                 {"kind":"OTHER_PUBLIC_PENSION","from":"2025-04-01","annualYen":360000,"childAdditionsAnnualYen":[]}]"""));
        assertThat(query("select provider_kikan_cd || ' ' || legal_basis from linkage.provision_record").getFirst())
                .startsWith("1429900000002200 ").contains("81の項（児童扶養手当の認定の請求：年金給付関係情報）");
    }

    @Test
    void tellsTheItemsOfTaxTo児童扶養手当Only() {
        ask("TAX", "CHILD_REARING_ALLOWANCE_NEW", "000000000000101");
        inquiries.drain();
        assertThat(told().path("tax")).isEqualTo(json.readTree(
                """
                        {"year":2026,"totalIncomeYen":4210000,"detail":{"salaryIncomeYen":4210000,"otherIncomeYen":0,"dependants":2,"singleParent":true}}"""));

        change("truncate linkage.outbox");
        ask("TAX", "CHILD_ALLOWANCE_NEW", "000000000000101");
        inquiries.drain();
        assertThat(told().path("tax")).isEqualTo(json.readTree("{\"year\":2026,\"totalIncomeYen\":4210000}"));
    }

    @ParameterizedTest
    @CsvSource({"FAMILY_REGISTER", "PENSION"})
    void isPermittedFor児童扶養手当Only(String kind) {
        UUID inquiry = ask(kind, "CHILD_ALLOWANCE_NEW", "000000000000101");

        assertThat(inquiries.drain()).isZero();

        assertThat(state(inquiry)).isEqualTo("FAILED NOT_PERMITTED");
        assertThat(LINE.passed()).isEmpty();
        assertThat(query("select 1 from linkage.provision_record")).isEmpty();
    }
}
