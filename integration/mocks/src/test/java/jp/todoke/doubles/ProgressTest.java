package jp.todoke.doubles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import jp.todoke.doubles.chukan.LatencyProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** E09 along the clock: an inquiry is accepted, permitted and answered, and only then has a result. */
class ProgressTest {

    @ParameterizedTest
    @EnumSource(value = LatencyProfile.class, names = {"DEMO", "REALISTIC"})
    void anInquiryGoesThroughItsStates(LatencyProfile profile) {
        try (Asker asker = new Asker(profile, null)) {
            Map<String, String> headers = asker.headers(Asker.CHUKAN);
            headers.put("X-Request-Id", "0198a2b4-0000-7000-8000-000000000001");
            Asker.Answer accepted = asker.register(Asker.inquiry("000000000000001", Asker.TAX), headers);
            String receipt = accepted.text("/uketsukeBango");
            Duration wait = Duration.ofMillis(accepted.json().path("retryAfterMillis").asLong());
            assertTrue(wait.toMillis() >= 200, "takes its time");
            assertEquals("2026-11-16T09:12:00+09:00", accepted.text("/acceptedAt"));

            Asker.Answer status = asker.status(receipt);
            Asker.keepsContract("chukan", "InquiryStatus", status);
            assertEquals("ACCEPTED", status.text("/state"));
            assertFalse(status.json().has("shoriTsuban"));
            assertEquals(wait.toMillis(), status.json().path("retryAfterMillis").asLong());

            asker.clock.set(SettableClock.MONDAY_MORNING.plus(wait.dividedBy(2)));
            status = asker.status(receipt);
            Asker.keepsContract("chukan", "InquiryStatus", status);
            assertEquals("IN_PROGRESS", status.text("/state"));
            assertTrue(status.text("/shoriTsuban").matches("20261116[0-9]{10}"));

            asker.clock.set(SettableClock.MONDAY_MORNING.plus(wait).minusMillis(1));
            Asker.Answer early = asker.result(receipt);
            assertEquals(409, early.status());
            Asker.keepsContract("chukan", "ChukanError", early);
            assertEquals("N0409", early.text("/errors/0/code"));
            assertEquals("照会結果取得", early.text("/title"));

            asker.clock.set(SettableClock.MONDAY_MORNING.plus(wait));
            assertEquals("COMPLETED", asker.status(receipt).text("/state"));
            assertEquals("PROVIDED", asker.result(receipt).text("/resultKind"));
        }
    }

    @Test
    void theSameRequestTakesTheSameTimeInAnotherProcess() {
        assertEquals(waitOf("request-1"), waitOf("request-1"));
    }

    private static long waitOf(String requestId) {
        try (Asker asker = new Asker(LatencyProfile.DEMO, null)) {
            Map<String, String> headers = asker.headers(Asker.CHUKAN);
            headers.put("X-Request-Id", requestId);
            return asker.register(Asker.inquiry("000000000000001", Asker.TAX), headers).json().path("retryAfterMillis").asLong();
        }
    }

    @Test
    void aReceiptOutlivesTheProcess() {
        String receipt;
        try (Asker before = new Asker(LatencyProfile.ZERO, null)) {
            receipt = before.receipt(Asker.inquiry("000000000000001", Asker.TAX));
        }
        try (Asker after = new Asker(LatencyProfile.ZERO, null)) {
            assertEquals("PROVIDED", after.result(receipt).text("/resultKind"));
        }
    }

    @Test
    void staffAnswerOnTheNextWeekdayMorning() {
        try (Asker asker = new Asker(LatencyProfile.ZERO, null)) {
            asker.clock.set(Instant.parse("2026-11-20T05:00:00Z")); // a Friday afternoon in Japan
            String receipt = asker.receipt(Asker.inquiry("000000000000021", Asker.TAX));
            assertEquals("WAITING_PROVIDER", asker.status(receipt).text("/state"));
            asker.clock.set(Instant.parse("2026-11-23T00:59:59Z"));
            assertEquals("WAITING_PROVIDER", asker.status(receipt).text("/state"));
            asker.clock.set(Instant.parse("2026-11-23T01:00:00Z"));
            assertEquals("PROVIDED", asker.result(receipt).text("/resultKind"));
        }
    }
}
