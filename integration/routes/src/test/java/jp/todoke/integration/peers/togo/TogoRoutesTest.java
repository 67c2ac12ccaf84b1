package jp.todoke.integration.peers.togo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.todoke.integration.IntegrationTest;
import jp.todoke.integration.Line.Trouble;
import jp.todoke.integration.inquiry.Inquiry;
import jp.todoke.integration.inquiry.LinkageAnswer;
import jp.todoke.integration.inquiry.PeerReply;
import jp.todoke.tenancy.Municipality;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** 団体内統合宛名: persons by 個人番号, which travels in a body and nowhere else. */
class TogoRoutesTest extends IntegrationTest {
    private static final String REGISTER = "direct:registerIntegratedPerson";
    private static final String PATH = "/togoatena/numbers";

    @Autowired
    ProducerTemplate routes;

    private static IntegratedPerson person(String atenabango, String kojinbango) {
        var occasion = new Inquiry.Occasion(UUID.randomUUID(), "C-2026-000001", "990", "KODOMO01", "u000123", Instant.EPOCH, false);
        return new IntegratedPerson(UUID.randomUUID(), new Municipality(HERE), occasion, atenabango, kojinbango,
                new IntegratedPerson.FourItems("統野　一郎", LocalDate.of(1990, 1, 1), "1", "隣野市東一丁目１番"));
    }

    @Test
    void registersChangesAndRemoves() {
        var person = person("900000000000301", "900000003013");

        assertThat(routes.requestBody(REGISTER, person)).isEqualTo(LinkageCodeStanding.NOT_ACQUIRED);
        assertThat(routes.requestBody(REGISTER, person)).as("twice is once").isEqualTo(LinkageCodeStanding.NOT_ACQUIRED);
        assertThat(routes.requestBody("direct:changeIntegratedPerson", person)).isEqualTo(LinkageCodeStanding.NOT_ACQUIRED);
        assertThat(routes.requestBody("direct:removeIntegratedPerson", person)).isEqualTo(LinkageCodeStanding.LAPSED);

        assertThat(LINE.passed()).extracting(call -> call.method() + " " + call.path()).containsExactly("POST " + PATH, "POST " + PATH,
                "PUT " + PATH + "/900000000000301", "DELETE " + PATH + "/900000000000301");
    }

    @Test
    void refusesASecondPersonOnOneNumber() {
        routes.requestBody(REGISTER, person("900000000000302", "900000003021"));

        assertThat(routes.requestBody(REGISTER, person("900000000000302", "900000003030")))
                .isEqualTo(new PeerReply.Rejected(409, "N0420"));
        assertThat(routes.requestBody(REGISTER, person("900000000000303", "900000003021")))
                .isEqualTo(new PeerReply.Rejected(409, "N0420"));
    }

    @Test
    void knowsNobodyWhoWasNotRegistered() {
        assertThat(routes.requestBody("direct:changeIntegratedPerson", person("900000000000309", "900000003099")))
                .isEqualTo(new PeerReply.Rejected(404, "N0404"));
    }

    @ParameterizedTest(name = "{0} is unknown, not failed: {1}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            trouble,        kind
            OUTAGE_HTML,    HTTP_503
            TRUNCATED,      UNREADABLE
            ANSWER_LOST,    NO_RESPONSE
            HTML_200,       UNREADABLE
            EMPTY_OBJECT,   UNREADABLE
            ANOTHER_PERSON, ANOTHER_PERSON
            """)
    void saysThatTheOutcomeIsNotKnown(Trouble trouble, String kind) {
        LINE.breaks(PATH, trouble);

        assertThat(routes.requestBody(REGISTER, person("900000000000304", "900000003048")))
                .isEqualTo(new LinkageAnswer.Unavailable(kind));
    }

    @Test
    void meetsARefusedTokenOnceWithAFreshOne() {
        LINE.breaks(PATH, Trouble.TOKEN_REFUSED);

        assertThat(routes.requestBody(REGISTER, person("900000000000305", "900000003056"))).isEqualTo(LinkageCodeStanding.NOT_ACQUIRED);
        assertThat(LINE.passed()).hasSize(2);
    }

    @Test
    @ExtendWith(OutputCaptureExtension.class)
    void showsTheIndividualNumberInTheBodyAndNowhereElse(CapturedOutput output) {
        LINE.breaks(PATH, Trouble.BAD_REQUEST);
        var person = person("900000000000306", "900000003064");

        assertThat(routes.requestBody(REGISTER, person)).isEqualTo(new PeerReply.Rejected(400, "E0002"));
        routes.requestBody(REGISTER, person);

        assertThat(LINE.passed()).allSatisfy(call -> {
            assertThat(call.body()).contains("900000003064");
            assertThat(call.path() + call.headers()).doesNotContain("900000003064");
        });
        assertThat(output.getAll()).doesNotContain("900000003064", "統野");
        assertThat(person.toString()).doesNotContain("900000003064", "統野");
    }
}
