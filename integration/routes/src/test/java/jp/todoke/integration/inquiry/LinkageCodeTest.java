package jp.todoke.integration.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import jp.todoke.channel.WorkQueue;
import jp.todoke.integration.Line.Trouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/** 符号: asked for once per person, waited for in the row, and given up some time. The doubles hold no tax of these persons: NO_COPY. */
class LinkageCodeTest extends Questions {
    private static final String REQUESTS = "/chukan/fugo-requests";
    private static final String REGISTRATIONS = "/chukan/inquiries";

    @Autowired
    @Qualifier("linkage-code")
    WorkQueue codes;

    private static String code(String atenabango) {
        return query("select state || ' ' || coalesce(refusal, '-') from linkage.linkage_code where atenabango = '" + atenabango + "'")
                .getFirst();
    }

    private static long polls() {
        return LINE.passed().stream().filter(call -> call.path().startsWith(REQUESTS + "/")).count();
    }

    @Test
    void waitsForOneCodeHoweverManyAskAndThenAsksAnew() {
        UUID tax = askTax("000000000000151");
        UUID another = askTax("000000000000151");

        inquiries.drain();
        assertThat(state(tax)).isEqualTo("DRAFT -");
        assertThat(state(another)).isEqualTo("DRAFT -");
        assertThat(code("000000000000151")).isEqualTo("REQUESTED -");
        String firstId = calls(REGISTRATIONS).getFirst().headers().get("x-request-id");
        LINE.clear();
        LINE.breaks(REQUESTS, Trouble.OUTAGE_HTML);
        codes.drain();
        assertThat(inquiries.drain()).as("waiting inquiries leave the network alone").isZero();
        CLOCK.advance(Duration.ofMinutes(10));
        codes.drain();
        assertThat(code("000000000000151")).isEqualTo("ACQUIRED -");
        inquiries.drain();

        assertThat(state(tax)).isEqualTo("COMPLETED NO_COPY");
        assertThat(state(another)).isEqualTo("COMPLETED NO_COPY");
        assertThat(calls(REQUESTS)).as("one request, repeated after the outage").hasSize(2);
        assertThat(calls(REQUESTS).stream().map(call -> call.headers().get("x-request-id")).distinct()).hasSize(1);
        assertThat(calls(REQUESTS).getFirst().headers()).containsEntry("x-if-id", "IF_FGU_20221");
        assertThat(calls(REGISTRATIONS)).hasSize(2).allMatch(call -> !call.headers().get("x-request-id").equals(firstId));
        assertThat(query("select result_kind from linkage.provision_record")).containsExactly("NO_COPY", "NO_COPY");
    }

    @Test
    void cannotBeHadWithoutAnIndividualNumber() {
        UUID tax = askTax("000000000000105");

        inquiries.drain();
        codes.drain();
        inquiries.drain();

        assertThat(code("000000000000105")).isEqualTo("NOT_ACQUIRED NO_KOJINBANGO");
        assertThat(state(tax)).isEqualTo("FAILED NO_LINKAGE_CODE");
        LINE.clear();
        UUID next = askTax("000000000000105");
        assertThat(state(next)).as("known now, and asked of nobody").isEqualTo("FAILED NO_LINKAGE_CODE");
        assertThat(LINE.passed()).isEmpty();
    }

    @Test
    void isAskedForAgainADayAfterARefusal() {
        // No inquiry goes before: its record would wait a day for its seal, and hold the next question.
        change("""
                insert into linkage.linkage_code (municipality_code, atenabango, state, refusal, refused_until, request_id, changed_at)
                values ('139998', '000000000000105', 'NOT_ACQUIRED', 'NO_KOJINBANGO', '%s', gen_random_uuid(), '2026-01-01')"""
                .formatted(CLOCK.instant().plus(Duration.ofHours(24))));
        CLOCK.advance(Duration.ofHours(24));

        UUID later = askTax("000000000000105");
        inquiries.drain();

        assertThat(state(later)).isEqualTo("DRAFT -");
        assertThat(code("000000000000105")).isEqualTo("REQUESTED -");
    }

    @Test
    void isGivenUpAfterThreeDaysWithGrowingPauses() {
        UUID tax = askTax("000000000000160");
        inquiries.drain();
        codes.drain();

        for (int tenMinutes = 0; tenMinutes < 6 * 73; tenMinutes++) {
            CLOCK.advance(Duration.ofMinutes(10));
            codes.drain();
            inquiries.drain();
        }

        assertThat(state(tax)).isEqualTo("FAILED NO_LINKAGE_CODE");
        assertThat(code("000000000000160")).isEqualTo("NOT_ACQUIRED TOO_LONG");
        // After 10, 30, 70 and 150 minutes, then every two hours: (72 × 60 − 150) ÷ 120 = 34.
        assertThat(polls()).isEqualTo(4 + 34);
    }

    @ParameterizedTest(name = "{0} at the request about {1}: the same request goes on")
    @CsvSource({"TRUNCATED, 000000000000152", "ANSWER_LOST, 000000000000153", "HTML_200, 000000000000154", "EMPTY_OBJECT, 000000000000155",
            "TOKEN_REFUSED, 000000000000156", "ANOTHER_PERSON, 000000000000157"})
    void goesOnHoweverTheLineBreaks(Trouble trouble, String person) {
        LINE.breaks(REQUESTS, trouble);
        UUID tax = askTax(person);

        inquiries.drain();
        codes.drain();
        CLOCK.advance(Duration.ofMinutes(10));
        codes.drain();
        inquiries.drain();

        assertThat(state(tax)).isEqualTo("COMPLETED NO_COPY");
        assertThat(calls(REQUESTS).stream().map(call -> call.headers().get("x-request-id")).distinct()).hasSize(1);
    }

    @ParameterizedTest(name = "{0} at a poll")
    @EnumSource(value = Trouble.class, names = {"OUTAGE_HTML", "TRUNCATED", "HTML_200", "EMPTY_OBJECT", "ANOTHER_PERSON"})
    void pollsAgainHoweverTheLineBreaks(Trouble trouble) {
        UUID tax = askTax("000000000000160");
        inquiries.drain();
        codes.drain();
        String number = query("select request_no from linkage.linkage_code").getFirst();
        LINE.breaks("/" + number, trouble);

        CLOCK.advance(Duration.ofMinutes(10));
        codes.drain();
        CLOCK.advance(Duration.ofMinutes(20));
        codes.drain();

        assertThat(polls()).isEqualTo(2);
        assertThat(state(tax)).isEqualTo("DRAFT -");
        assertThat(query("select request_no from linkage.linkage_code")).containsExactly(number);
    }

    @Test
    void isRequestedAnewWhenThePeerHasForgotten() {
        UUID tax = askTax("000000000000160");
        inquiries.drain();
        codes.drain();
        change("update linkage.linkage_code set request_no = 'F0'");

        CLOCK.advance(Duration.ofMinutes(10));
        codes.drain();
        CLOCK.advance(Duration.ofMinutes(20));
        codes.drain();

        assertThat(calls(REQUESTS).stream().map(call -> call.headers().get("x-request-id")).distinct()).hasSize(2);
        assertThat(state(tax)).isEqualTo("DRAFT -");
    }

    @Test
    void continuesAfterTheDeathOfAProcess() {
        UUID tax = askTax("000000000000158");
        inquiries.drain();
        // The dead process holds a lease that nobody gives back.
        change("update linkage.linkage_code set lease_until = '" + CLOCK.instant().plusSeconds(180) + "'");

        assertThat(codes.drain()).isZero();
        CLOCK.advance(Duration.ofSeconds(181));
        codes.drain();
        inquiries.drain();

        assertThat(state(tax)).isEqualTo("COMPLETED NO_COPY");
    }

    @Test
    void isAskedForAnewWhenItHasLapsed() {
        UUID first = askTax("000000000000159");
        change("""
                insert into linkage.linkage_code (municipality_code, atenabango, state, request_id, changed_at)
                values ('139998', '000000000000159', 'ACQUIRED', gen_random_uuid(), '2026-01-01')""");

        inquiries.drain();

        assertThat(state(first)).isEqualTo("DRAFT -");
        assertThat(query("select state || ' ' || (lapsed_at is not null) from linkage.linkage_code")).containsExactly("REQUESTED true");
    }
}
