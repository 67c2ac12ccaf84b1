package jp.todoke.doubles.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import jp.todoke.doubles.chukan.ServiceState;
import jp.todoke.doubles.wire.Conduct;
import jp.todoke.doubles.wire.Scenario;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is kept of requests has bounds, and what it says stays right at them. */
class KeepingTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-16T00:12:00Z"), ZoneOffset.UTC);
    private static final int REQUESTS = 200_000;

    private record Sent(String operation, String requestId, String person, byte[] body) implements Conduct.Asked {
        @Override
        public String peer() {
            return "chukan";
        }

        @Override
        public @Nullable String header(String name) {
            return null;
        }
    }

    private static Conduct.Passed sent(String requestId, String text) {
        return new Conduct.Passed(new Sent("chukan-registerInquiry", requestId, "000000000000001", text.getBytes(StandardCharsets.UTF_8)),
                Scenario.NONE, 202, true);
    }

    @Test
    void twoHundredThousandRequestsTakeNoMoreRoomThanWasSet() {
        var control = new Control(List.of(), new ServiceState(), new Control.Keeping(500, 3_000, false), CLOCK);
        control.journal().keepBodies(true);
        String tooLong = "x".repeat(20_000);
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int part = 0; part < 4; part++) {
                int first = part;
                threads.execute(() -> {
                    for (int i = first; i < REQUESTS; i += 4) {
                        control.passed(sent("request-" + i, i % 1_000 == 0 ? tooLong : "{}"));
                    }
                });
            }
        }
        assertEquals(500, control.journal().kept());
        assertEquals(3_000, control.counts().keys());
        assertEquals(3_000, control.counts().find(key -> true).size());
        assertEquals(REQUESTS - 3_000, control.counts().without(), "what has no count of its own is known by number");
        assertEquals(REQUESTS, control.counts().totals().get("chukan-registerInquiry").requests(), "totals leave nothing out");
        assertTrue(control.journal().find(entry -> true, 500).stream()
                .allMatch(entry -> entry.body() == null || entry.body().length() <= Journal.LONGEST_BODY));
    }

    @Test
    void aKeyThatHasACountKeepsItWhenThereIsNoRoomForOthers() {
        var control = new Control(List.of(), new ServiceState(), new Control.Keeping(0, 1, false), CLOCK);
        for (int i = 0; i < 10; i++) {
            control.passed(sent("first", ""));
            control.passed(sent("other-" + i, ""));
        }
        assertEquals(10, control.counts().find(key -> key.requestId().equals("first")).getFirst().requests());
        assertEquals(10, control.counts().without());
    }

    @Test
    void longWordsOfCallersAreCut() {
        var control = new Control(List.of(), new ServiceState(), new Control.Keeping(1, 1, false), CLOCK);
        control.passed(sent("r".repeat(10_000), ""));
        assertEquals(128, control.counts().find(key -> true).getFirst().key().requestId().length());
    }

    @Test
    void a個人番号IsMaskedBeforeABodyIsCut() {
        var control = new Control(List.of(), new ServiceState(), new Control.Keeping(1, 0, false), CLOCK);
        control.journal().keepBodies(true);
        control.passed(sent("request", "y".repeat(Journal.LONGEST_BODY - 6) + " 900000000010"));
        assertTrue(control.journal().find(entry -> true, 1).getFirst().body().endsWith(" *****"));
    }
}
