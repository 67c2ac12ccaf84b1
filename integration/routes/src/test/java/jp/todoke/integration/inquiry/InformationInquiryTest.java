package jp.todoke.integration.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.todoke.integration.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The further kinds of information, from the question of the case over the double to the answer that it is told. */
class InformationInquiryTest extends IntegrationTest {
    private static final Set<String> FIELDS = Set.of("residentRecord", "healthInsurance", "disabilityCertificates", "publicAssistance",
            "allowances", "employmentInsurance", "tax", "account", "pensions", "familyRegister");

    @Autowired
    JsonMapper json;

    private UUID ask(String kind, String procedure, String atenabango, String place) {
        UUID id = UUID.randomUUID();
        String provider = place == null ? "" : ",\"providerMunicipality\":\"" + place + "\"";
        String payload = """
                {"inquiryId":"%s","caseId":"11111111-1111-1111-1111-111111111111","caseNumber":"C-2026-000001","kind":"%s","procedure":"%s",
                 "officer":"SYSTEM-AUTO","subject":{"atenabango":"%s"},"withholdFromDisclosure":false,"year":2026%s}"""
                .formatted(id, kind, procedure, atenabango, provider);
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

    @ParameterizedTest(name = "{0}: {1} of {3} is answered {5}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            id,     kind,                            procedure,                   atenabango,      field,                  answer
            INF-01, RESIDENT_RECORD,                 CHILD_ALLOWANCE_NEW,         000000000000101, residentRecord,         PROVIDED
            INF-02, RESIDENT_RECORD,                 CHILD_ALLOWANCE_NEW,         000000000000102, residentRecord,         NOT_APPLICABLE
            INF-03, RESIDENT_RECORD,                 CHILD_ALLOWANCE_NEW,         000000000000106, residentRecord,         ANOTHER_PERSON
            INF-04, RESIDENT_RECORD,                 CHILD_ALLOWANCE_NEW,         000000000000112, residentRecord,         REFUSED
            INF-05, HEALTH_INSURANCE,                CHILD_ALLOWANCE_NEW,         000000000000101, healthInsurance,        PROVIDED
            INF-06, HEALTH_INSURANCE,                CHILD_ALLOWANCE_NEW,         000000000000102, healthInsurance,        NO_COPY
            INF-07, HEALTH_INSURANCE,                CHILD_ALLOWANCE_NEW,         000000000000104, healthInsurance,        NOT_APPLICABLE
            INF-08, HEALTH_INSURANCE,                CHILD_ALLOWANCE_NEW,         000000000000112, healthInsurance,        REFUSED
            INF-09, CHILD_ALLOWANCE,                 CHILD_ALLOWANCE_NEW,         000000000000101, allowances,             PROVIDED
            INF-10, CHILD_ALLOWANCE,                 CHILD_ALLOWANCE_NEW,         000000000000102, allowances,             NOT_APPLICABLE
            INF-11, CHILD_ALLOWANCE,                 CHILD_ALLOWANCE_NEW,         000000000000103, allowances,             NO_COPY
            INF-12, CHILD_ALLOWANCE,                 CHILD_ALLOWANCE_NEW,         000000000000112, allowances,             REFUSED
            INF-13, CHILD_REARING_ALLOWANCE,         CHILD_REARING_ALLOWANCE_NEW, 000000000000101, allowances,             PROVIDED
            INF-14, CHILD_REARING_ALLOWANCE,         CHILD_REARING_ALLOWANCE_NEW, 000000000000102, allowances,             NOT_APPLICABLE
            INF-15, CHILD_REARING_ALLOWANCE,         CHILD_REARING_ALLOWANCE_NEW, 000000000000106, allowances,             ANOTHER_PERSON
            INF-16, SPECIAL_CHILD_REARING_ALLOWANCE, CHILD_REARING_ALLOWANCE_NEW, 000000000000101, allowances,             PROVIDED
            INF-17, SPECIAL_CHILD_REARING_ALLOWANCE, CHILD_REARING_ALLOWANCE_NEW, 000000000000102, allowances,             NOT_APPLICABLE
            INF-18, SPECIAL_CHILD_REARING_ALLOWANCE, CHILD_REARING_ALLOWANCE_NEW, 000000000000112, allowances,             REFUSED
            INF-19, DISABILITY_CERTIFICATE,          CHILD_REARING_ALLOWANCE_NEW, 000000000000101, disabilityCertificates, PROVIDED
            INF-20, DISABILITY_CERTIFICATE,          CHILD_REARING_ALLOWANCE_NEW, 000000000000102, disabilityCertificates, NOT_APPLICABLE
            INF-21, DISABILITY_CERTIFICATE,          CHILD_REARING_ALLOWANCE_NEW, 000000000000999, disabilityCertificates, PERSON_UNKNOWN
            INF-22, PUBLIC_ASSISTANCE,               CHILD_REARING_ALLOWANCE_NEW, 000000000000101, publicAssistance,       PROVIDED
            INF-23, PUBLIC_ASSISTANCE,               CHILD_REARING_ALLOWANCE_NEW, 000000000000102, publicAssistance,       NOT_APPLICABLE
            INF-24, PUBLIC_ASSISTANCE,               CHILD_REARING_ALLOWANCE_NEW, 000000000000108, publicAssistance,       LAYOUT_MISMATCH
            INF-25, EMPLOYMENT_INSURANCE,            CHILD_REARING_ALLOWANCE_NEW, 000000000000101, employmentInsurance,    PROVIDED
            INF-26, EMPLOYMENT_INSURANCE,            CHILD_REARING_ALLOWANCE_NEW, 000000000000102, employmentInsurance,    NOT_APPLICABLE
            INF-27, TAX,                             CHILD_ALLOWANCE_NEW,         000000000000115, tax,                    PROVIDED
            INF-28, TAX,                             CHILD_ALLOWANCE_NEW,         000000000000116, tax,                    LAYOUT_MISMATCH
            """)
    void answersByKind(String id, String kind, String procedure, String atenabango, String field, String answer) {
        UUID inquiry = ask(kind, procedure, atenabango, "139980");

        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo("COMPLETED " + answer);
        JsonNode message = told();
        assertThat(message.path("kind").asString()).isEqualTo(kind);
        assertThat(message.path("answer").asString()).isEqualTo(answer);
        for (String each : FIELDS) {
            assertThat(message.path(each).isEmpty()).as(each).isEqualTo(!(each.equals(field) && answer.equals("PROVIDED")));
        }
        assertThat(query("select 1 from linkage.inquiry_answer")).as("kept as received, whatever it says").hasSize(1);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', useHeadersInDisplayName = true, textBlock = """
            kind                            | procedure                   | field                  | told
            RESIDENT_RECORD                 | CHILD_ALLOWANCE_NEW         | residentRecord         | {"municipalityCode":"139980","address":"隣野市東一丁目１番１号","residentSince":"2015-04-01","relationship":"世帯主","household":[{"name":"届野　子","birthDate":"2019-08-01","relationship":"子"}]}
            HEALTH_INSURANCE                | CHILD_ALLOWANCE_NEW         | healthInsurance        | [{"insurerNumber":"01139999","scheme":"EMPLOYEES","dependant":false,"pensionScheme":"EMPLOYEES_PENSION","from":"2020-04-01"}]
            CHILD_ALLOWANCE                 | CHILD_ALLOWANCE_NEW         | allowances             | [{"certifiedOn":"2023-06-12","from":"2023-07","to":"2026-10","monthlyYen":10000,"suspended":false,"children":1}]
            CHILD_REARING_ALLOWANCE         | CHILD_REARING_ALLOWANCE_NEW | allowances             | [{"certifiedOn":"2023-06-12","from":"2023-07","to":"2026-10","monthlyYen":46690,"suspended":false,"children":1}]
            SPECIAL_CHILD_REARING_ALLOWANCE | CHILD_REARING_ALLOWANCE_NEW | allowances             | [{"certifiedOn":"2022-09-09","from":"2022-10","suspended":true}]
            DISABILITY_CERTIFICATE          | CHILD_REARING_ALLOWANCE_NEW | disabilityCertificates | [{"kind":"PHYSICAL","grade":"2級","issuedOn":"2021-05-10","reviewMonth":"2028-07"},{"kind":"MENTAL","grade":"3級","issuedOn":"2022-09-01","returnedOn":"2024-08-31"}]
            PUBLIC_ASSISTANCE               | CHILD_REARING_ALLOWANCE_NEW | publicAssistance       | [{"from":"2026-02-01","kinds":["LIVELIHOOD","HOUSING"]}]
            EMPLOYMENT_INSURANCE            | CHILD_REARING_ALLOWANCE_NEW | employmentInsurance    | [{"kind":"TRAINING","from":"2026-04-01","dailyYen":5200}]
            """)
    void tellsExactlyWhatWasAnswered(String kind, String procedure, String field, String told) {
        ask(kind, procedure, "000000000000101", "139980");

        inquiries.drain();

        assertThat(told().path(field)).isEqualTo(json.readTree(told));
    }

    @Test
    void readsTheNextVersionOfTaxBesideTheOldOne() {
        ask("TAX", "CHILD_REARING_ALLOWANCE_NEW", "000000000000115", "139980");

        inquiries.drain();

        assertThat(told().path("tax")).isEqualTo(
                json.readTree("{\"year\":2026,\"totalIncomeYen\":4210000,\"detail\":{\"salaryIncomeYen\":4210000,\"dependants\":2}}"));
        assertThat(query("select layout_dataset_no || layout_han_no from linkage.inquiry")).containsExactly("00010008");
    }

    @ParameterizedTest(name = "{0} of {2}: {3}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            kind,                            procedure,                   place,  provider
            RESIDENT_RECORD,                 CHILD_ALLOWANCE_NEW,         141011, 0220114100301700
            CHILD_ALLOWANCE,                 CHILD_ALLOWANCE_NEW,         221317, 0220122130901700
            CHILD_REARING_ALLOWANCE,         CHILD_REARING_ALLOWANCE_NEW, 133035, 0220113000101700
            PUBLIC_ASSISTANCE,               CHILD_REARING_ALLOWANCE_NEW, ,       0220113999801700
            DISABILITY_CERTIFICATE,          CHILD_REARING_ALLOWANCE_NEW, ,       0220113000101700
            SPECIAL_CHILD_REARING_ALLOWANCE, CHILD_REARING_ALLOWANCE_NEW, 141003, 0220114100301700
            HEALTH_INSURANCE,                CHILD_ALLOWANCE_NEW,         139980, 1439900000002200
            EMPLOYMENT_INSURANCE,            CHILD_REARING_ALLOWANCE_NEW, ,       1449900000002200
            """)
    void asksTheBodyThatAnswers(String kind, String procedure, String place, String provider) {
        ask(kind, procedure, "000000000000101", place);

        inquiries.drain();

        assertThat(json.readTree(LINE.passed().getFirst().body()).at("/teikyosha/kikanCd").asString()).isEqualTo(provider);
        assertThat(told().path("answer").asString()).isEqualTo("PROVIDED");
        assertThat(query("select provider_kikan_cd from linkage.provision_record")).containsExactly(provider);
    }

    @ParameterizedTest(name = "{0} of {2}: {3}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            kind,                    procedure,                   place,  answer,        why
            TAX,                     CHILD_ALLOWANCE_NEW,         999997, NO_PROVIDER,   abroad on 1 January
            TAX,                     CHILD_ALLOWANCE_NEW,         139981, NO_PROVIDER,   a code whose check digit is wrong
            RESIDENT_RECORD,         CHILD_ALLOWANCE_NEW,         ,       NO_PROVIDER,   the address is not known
            CHILD_ALLOWANCE,         CHILD_ALLOWANCE_NEW,         999999, NO_PROVIDER,   came from abroad
            CHILD_ALLOWANCE,         CHILD_ALLOWANCE_NEW,         130001, NO_PROVIDER,   a prefecture
            DISABILITY_CERTIFICATE,  CHILD_REARING_ALLOWANCE_NEW, 999997, NO_PROVIDER,   lives abroad
            CHILD_REARING_ALLOWANCE, CHILD_ALLOWANCE_NEW,         139980, NOT_PERMITTED, not of this duty
            CHILD_REARING_ALLOWANCE, CHILD_ALLOWANCE_NEW,         999997, NOT_PERMITTED, neither place nor basis
            HEALTH_INSURANCE,        CHILD_REARING_ALLOWANCE_NEW, ,       NOT_PERMITTED, not of this duty
            """)
    void sendsNothingWhereNobodyIsToBeAsked(String kind, String procedure, String place, String answer, String why) {
        UUID inquiry = ask(kind, procedure, "000000000000101", place);

        assertThat(inquiries.drain()).isZero();

        assertThat(state(inquiry)).as(why).isEqualTo("FAILED " + answer);
        assertThat(told().path("answer").asString()).isEqualTo(answer);
        assertThat(LINE.passed()).isEmpty();
        assertThat(query("select 1 from linkage.provision_record")).isEmpty();
    }
}
