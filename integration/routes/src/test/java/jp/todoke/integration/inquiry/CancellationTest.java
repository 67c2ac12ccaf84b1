package jp.todoke.integration.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.todoke.integration.Line.Trouble;
import org.junit.jupiter.api.Test;

/** 照会の取りやめ. In the doubles 111 is answered by the provider's staff, so that there is time to withdraw. */
class CancellationTest extends AskingTest {
    private static final String BY_STAFF = "000000000000111";

    private void cancel(UUID inquiry) {
        assertThat(deliver(UUID.randomUUID().toString(), "inquiry.cancelled", "case",
                "{\"inquiryId\":\"" + inquiry + "\",\"caseId\":\"11111111-1111-1111-1111-111111111111\",\"reason\":\"WITHDRAWN\"}"))
                .isEqualTo(202);
    }

    private static List<String> records() {
        return query("select result_kind from linkage.provision_record");
    }

    @Test
    void whatHasNotLeftNeverLeaves() {
        UUID inquiry = askTax(ICHIRO);
        cancel(inquiry);

        assertThat(inquiries.drain()).isZero();

        assertThat(LINE.passed()).isEmpty();
        assertThat(state(inquiry)).isEqualTo("CANCELLED UNAVAILABLE");
        assertThat(told()).isEmpty();
        assertThat(records()).as("nobody outside knows of it").isEmpty();
    }

    @Test
    void whatWaitsForAnAnswerIsWithdrawnAtThePeerOnce() {
        UUID inquiry = askTax(BY_STAFF);
        inquiries.drain();
        assertThat(state(inquiry)).isEqualTo("WAITING_PROVIDER -");
        LINE.clear();

        cancel(inquiry);
        cancel(inquiry);
        assertThat(state(inquiry)).isEqualTo("CANCEL_REQUESTED -");
        inquiries.drain();
        CLOCK.advance(Duration.ofHours(1));
        inquiries.drain();

        assertThat(calls()).containsExactly("POST /chukan/inquiries/…/cancel", "GET /chukan/inquiries/…/cancel");
        assertThat(state(inquiry)).isEqualTo("CANCELLED UNAVAILABLE");
        assertThat(told()).isEmpty();
        assertThat(records()).containsExactly("CANCELLED");
    }

    @Test
    void anAnswerThatIsThereAlreadyIsKeptAndToldToNobody() {
        LINE.breaks("/status", Trouble.OUTAGE_HTML);
        UUID inquiry = askTax(ICHIRO);
        inquiries.drain();
        assertThat(state(inquiry)).isEqualTo("ACCEPTED -");

        cancel(inquiry);
        CLOCK.advance(Duration.ofHours(1));
        inquiries.drain();

        assertThat(calls()).endsWith("POST /chukan/inquiries/…/cancel", "GET /chukan/inquiries/…/result");
        assertThat(state(inquiry)).isEqualTo("COMPLETED UNAVAILABLE");
        assertThat(query("select 1 from linkage.inquiry_answer")).hasSize(1);
        assertThat(records()).as("it was provided").containsExactly("PROVIDED");
        assertThat(told()).isEmpty();
    }

    @Test
    void whatTheInstitutionHadNoCapacityForIsNotAskedAnew() {
        LINE.breaks("/status", Trouble.OUTAGE_HTML);
        UUID inquiry = askTax("000000000000109");
        inquiries.drain();

        cancel(inquiry);
        CLOCK.advance(Duration.ofHours(1));
        inquiries.drain();

        assertThat(state(inquiry)).isEqualTo("CANCELLED UNAVAILABLE");
        assertThat(calls()).filteredOn("POST /chukan/inquiries"::equals).hasSize(1);
        assertThat(told()).isEmpty();
    }

    @Test
    void whatMayHaveArrivedIsSentAgainAndThenWithdrawn() {
        LINE.breaks("/chukan/inquiries", Trouble.ANSWER_LOST, Trouble.ANSWER_LOST);
        UUID inquiry = askTax(BY_STAFF);
        inquiries.drain();
        assertThat(state(inquiry)).isEqualTo("REGISTERED -");

        cancel(inquiry);
        CLOCK.advance(Duration.ofMinutes(1));
        inquiries.drain();
        CLOCK.advance(Duration.ofHours(1));
        inquiries.drain();
        CLOCK.advance(Duration.ofHours(1));
        inquiries.drain();

        assertThat(calls()).endsWith("POST /chukan/inquiries/…/cancel", "GET /chukan/inquiries/…/cancel");
        assertThat(state(inquiry)).isEqualTo("CANCELLED UNAVAILABLE");
        assertThat(told()).isEmpty();
    }

    @Test
    void whatIsUnknownOrOverIsLeftAlone() {
        UUID answered = askTax(ICHIRO);
        inquiries.drain();
        LINE.clear();

        cancel(answered);
        cancel(UUID.randomUUID());
        CLOCK.advance(Duration.ofHours(1));

        assertThat(inquiries.drain()).isZero();
        assertThat(LINE.passed()).isEmpty();
        assertThat(state(answered)).isEqualTo("COMPLETED PROVIDED");
        assertThat(told()).hasSize(1);
    }

    @Test
    void whatIsHeldBackHasNotLeft() {
        LINE.breaks("/chukan/inquiries", Stream.generate(() -> Trouble.OUTAGE_HTML).limit(30).toArray(Trouble[]::new));
        IntStream.range(0, 30).forEach(number -> askTax("0000000000004%02d".formatted(number)));
        inquiries.drain();
        int before = LINE.passed().size();
        UUID late = askTax("000000000000499");
        CLOCK.advance(Duration.ofSeconds(1));
        inquiries.drain();
        assertThat(state(late)).isEqualTo("DRAFT -");

        cancel(late);

        assertThat(state(late)).isEqualTo("CANCELLED UNAVAILABLE");
        assertThat(LINE.passed()).hasSize(before);
        assertThat(records()).isEmpty();
    }
}
