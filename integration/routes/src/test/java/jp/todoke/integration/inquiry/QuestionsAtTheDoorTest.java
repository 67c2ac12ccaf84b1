package jp.todoke.integration.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import jp.todoke.integration.Line.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of a confused sender at {@code /linkage/v1/messages}, and answers of a confused peer. */
class QuestionsAtTheDoorTest extends AskingTest {
    private static final String WHOM = "{\"atenabango\":\"" + ICHIRO + "\"}";
    private static final String FULL = ",\"providerMunicipality\":\"139980\",\"year\":2026";

    private int delivered(String payload) {
        return deliver(UUID.randomUUID().toString(), "inquiry.requested", "case", payload);
    }

    @ParameterizedTest(name = "{0} of {1} in {2}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            kind,              provider, year, status, why
            TAX,               139980,   2027, 422,    the year has not begun on 2026-11-16
            TAX,               139980,   2026, 202,
            PUBLIC_ASSISTANCE, 999999,   2026, 202,    no municipality; answered without asking
            """)
    void namesWhatNobodyMayAsk(String kind, String provider, int year, int status, String why) {
        UUID id = UUID.randomUUID();

        assertThat(delivered(payload(id, kind, WHOM, ",\"providerMunicipality\":\"" + provider + "\",\"year\":" + year))).isEqualTo(status);

        assertThat(query("select 1 from linkage.inquiry")).hasSize(status == 202 ? 1 : 0);
        if (provider.equals("999999")) {
            assertThat(state(id)).isEqualTo("FAILED NOT_PERMITTED");
            assertThat(inquiries.drain()).isZero();
        }
    }

    @ParameterizedTest(name = "without {0}")
    @ValueSource(strings = {"caseId", "caseNumber", "kind", "procedure", "officer", "subject"})
    void asksNothingWithoutACaseAPurposeAndSomebodyBehindIt(String field) {
        String whole = payload(UUID.randomUUID(), "TAX", WHOM, FULL);

        assertThat(delivered(replacing(whole, "\"" + field + "\":", "\"other\":"))).isEqualTo(400);

        assertThat(query("select 1 from linkage.inquiry")).isEmpty();
        assertThat(query("select 1 from linkage.inbox")).as("a mended one may come under the same id").isEmpty();
    }

    @Test
    void takesTheSameQuestionAgain() {
        UUID id = UUID.randomUUID();
        String question = payload(id, "TAX", WHOM, FULL);
        assertThat(delivered(question)).isEqualTo(202);

        assertThat(delivered(question)).isEqualTo(202);
        inquiries.drain();

        assertThat(told()).hasSize(1);
    }

    @ParameterizedTest(name = "another {0}")
    @CsvSource(delimiter = '|', useHeadersInDisplayName = true, textBlock = """
            part         | asked first                          | asked under the same id
            case         | 11111111-1111-1111-1111-111111111111 | 22222222-2222-2222-2222-222222222222
            kind         | "kind":"TAX"                         | "kind":"RESIDENT_RECORD"
            procedure    | CHILD_ALLOWANCE_NEW                  | CHILD_REARING_ALLOWANCE_NEW
            person       | 000000000000101                      | 000000000000102
            birth date   | "birthDate":"1990-04-05"             | "birthDate":"1990-04-06"
            municipality | "providerMunicipality":"139980"      | "providerMunicipality":"141003"
            year         | "year":2026                          | "year":2025
            """)
    void anIdStandsForOneQuestion(String part, String first, String other) {
        UUID id = UUID.randomUUID();
        String question = payload(id, "TAX", "{\"atenabango\":\"" + ICHIRO + "\",\"name\":\"届野　一郎\",\"birthDate\":\"1990-04-05\"}", FULL);
        assertThat(delivered(question)).isEqualTo(202);

        assertThat(delivered(replacing(question, first, other))).isEqualTo(409);
        inquiries.drain();

        assertThat(query("select kind || tax_year from linkage.inquiry")).containsExactly("TAX2026");
        assertThat(told()).hasSize(1);
    }

    @Test
    void anAnswerWithoutEndIsRefusedAsItComes() {
        LINE.breaks("/result", Trouble.ENDLESS);
        UUID inquiry = askTax(ICHIRO);

        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo("FAILED UNAVAILABLE");
        assertThat(query("select 1 from linkage.inquiry_answer")).as("nothing of it is kept or applied").isEmpty();
        assertThat(query("select result_kind from linkage.provision_record")).containsExactly("ANSWER_TOO_LARGE");
    }

    @ParameterizedTest(name = "{0} for {1}: {2}")
    @CsvSource({"0899999990, 0890000040, COMPLETED LAYOUT_MISMATCH", "0899999990, 0890000060, COMPLETED PROVIDED"})
    void anItemThatNobodyKnowsIsKeptAndNotRead(String itemCd, String known, String state) {
        LINE.rewrites("/result", answer -> replacing(answer, known, itemCd));
        UUID inquiry = ask("ACCOUNT", WHOM, "");

        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo(state);
        assertThat(told()).singleElement().asString().doesNotContain("registeredOn");
        assertThat(query("select 1 from linkage.inquiry_answer")).hasSize(1);
    }

    /** 保存期間経過: a receipt that the peer says has expired, and one of which it no longer knows. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatThePeerNoLongerKeepsHasExpired(boolean known) {
        LINE.breaks("/status", Trouble.OUTAGE_HTML);
        UUID inquiry = askTax(ICHIRO);
        inquiries.drain();
        if (known) {
            LINE.rewrites("/status", answer -> answer.replaceFirst("\"state\":\"[A-Z_]+\"", "\"state\":\"EXPIRED\""));
        } else {
            change("update linkage.inquiry set receipt_no = 'S-0001'");
        }

        CLOCK.advance(Duration.ofMinutes(1));
        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo("EXPIRED EXPIRED");
        assertThat(told()).singleElement().asString().contains("\"answer\": \"EXPIRED\"");
        assertThat(query("select result_kind from linkage.provision_record")).containsExactly("EXPIRED");
        assertThat(query("select 1 from linkage.inquiry_answer")).isEmpty();
    }
}
