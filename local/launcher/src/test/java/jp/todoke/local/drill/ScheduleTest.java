package jp.todoke.local.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;

class ScheduleTest {
    @Test
    void theSameSeedDrawsTheSameKills() {
        assertEquals(Schedule.draw(30, 7), Schedule.draw(30, 7));
        assertNotEquals(Schedule.draw(30, 7), Schedule.draw(30, 8));
    }

    @Test
    void everyTargetAndEveryPhaseHasItsTurn() {
        LongStream.range(0, 200).forEach(seed -> {
            List<Kill> kills = Schedule.draw(30, seed);
            assertEquals(30, kills.size());
            for (Target target : Target.values()) {
                assertTrue(kills.stream().filter(kill -> kill.target() == target).count() >= 2, target + " with seed " + seed);
            }
            Stream.of(Phase.values()).filter(phase -> phase != Phase.REVIEW)
                    .forEach(phase -> assertTrue(kills.stream().anyMatch(kill -> kill.phase() == phase), phase + " with seed " + seed));
            assertEquals(kills.stream().map(Kill::phase).sorted().toList(), kills.stream().map(Kill::phase).toList(),
                    "in the order of the job");
            assertTrue(kills.stream().filter(kill -> kill.phase() == Phase.START).allMatch(kill -> kill.target().endsAStart()));
        });
    }

    @Test
    void aKillFallsIntoTheMiddleOfARequest() {
        var pace = new Pace();
        for (int millis : new int[]{100, 300, 200}) {
            pace.took(Phase.APPROVAL, Duration.ofMillis(millis));
        }
        var kill = new Kill(Target.GATEWAY, Phase.APPROVAL, 0.7, 0.5, Duration.ZERO);

        assertEquals(2, pace.request(kill));
        assertEquals(Duration.ofMillis(100), pace.delay(kill));
        assertEquals(0, pace.request(new Kill(Target.GATEWAY, Phase.NOTICES, 0.7, 0.5, Duration.ZERO)), "a phase that nobody has seen");
    }

    @ParameterizedTest(name = "{1} {2} after {0} is {3}")
    @CsvSource({"START, POST, /api/v1/feeds/residents, FEEDS", "FEEDS, POST, /api/v1/intake/packages, INTAKE",
            "INTAKE, GET, /api/v1/cases, INQUIRIES", "INQUIRIES, POST, /api/v1/intake/packages, INTAKE",
            "INQUIRIES, GET, /api/v1/cases/7, CONFIRMATION", "CONFIRMATION, POST, /api/v1/cases/7/confirmations, CONFIRMATION",
            "CONFIRMATION, POST, /api/v1/cases/7/proposal, PROPOSAL", "PROPOSAL, POST, /api/v1/cases/7/approval, APPROVAL",
            "APPROVAL, GET, /api/v1/cases/7, APPROVAL", "APPROVAL, GET, /api/v1/cases/7/notice, NOTICES",
            "NOTICES, POST, /api/v1/payment-runs, PAYMENT_RUN", "PAYMENT_RUN, POST, /api/v1/payment-runs/7/approval, PAYMENT_APPROVAL",
            "PAYMENT_APPROVAL, GET, /api/v1/payment-runs/7/bank-file, BANK_FILE", "BANK_FILE, GET, /api/v1/cases, REVIEW",
            "REVIEW, GET, /api/v1/cases/7, REVIEW", "BANK_FILE, GET, /api/v1/intake/packages, REVIEW"})
    void aRequestTellsThePhase(Phase before, String method, String path, Phase phase) {
        assertEquals(phase, before.after(HttpMethod.valueOf(method), path));
    }
}
