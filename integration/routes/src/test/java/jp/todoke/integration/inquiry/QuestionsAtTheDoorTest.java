package jp.todoke.integration.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import jp.todoke.integration.Line.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages of a confused sender at {@code /linkage/v1/messages}, and answers of a confused peer. */
class QuestionsAtTheDoorTest extends AskingTest {
    private static final String WHOM = "{\"atenabango\":\"" + ICHIRO + "\"}";

    private int asked(UUID id, String kind, String more) {
        return deliver(UUID.randomUUID().toString(), "inquiry.requested", "case", payload(id, kind, WHOM, more));
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

        assertThat(asked(id, kind, ",\"providerMunicipality\":\"" + provider + "\",\"year\":" + year)).isEqualTo(status);

        assertThat(query("select 1 from linkage.inquiry")).hasSize(status == 202 ? 1 : 0);
        if (provider.equals("999999")) {
            assertThat(state(id)).isEqualTo("FAILED NOT_PERMITTED");
            assertThat(inquiries.drain()).isZero();
        }
    }

    @Test
    void anIdStandsForOneQuestion() {
        UUID id = UUID.randomUUID();
        String first = ",\"providerMunicipality\":\"139980\",\"year\":2026";
        assertThat(asked(id, "TAX", first)).isEqualTo(202);

        assertThat(asked(id, "TAX", first)).as("the same once more").isEqualTo(202);
        assertThat(asked(id, "TAX", ",\"providerMunicipality\":\"139980\",\"year\":2025")).as("another year").isEqualTo(409);
        assertThat(asked(id, "ACCOUNT", "")).as("another kind").isEqualTo(409);
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
}
