package jp.todoke.local.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the outage drill would notice. */
class AskedTest {
    private static final Instant BEGIN = Instant.parse("2026-11-16T00:00:00Z");
    private static final Duration ALLOWED = Duration.ofSeconds(5);

    private static Asked.Inquiry asked(String id, String person, int second) {
        return asked(id, person, "one", second);
    }

    private static Asked.Inquiry asked(String id, String person, String institution, int second) {
        return new Asked.Inquiry(id, person, institution, BEGIN.plusSeconds(second));
    }

    private static DoublesDesk.Taken taken(String id, String person, int times, int second) {
        return new DoublesDesk.Taken(id, person, times, times, BEGIN.plusSeconds(second));
    }

    @Test
    void whatWasAskedOnceAndInOrderIsWell() {
        var asked = new Asked(List.of(asked("a", "p", 0), asked("b", "q", 20)), List.of(taken("a", "p", 2, 60), taken("b", "q", 1, 61)));

        assertEquals(
                Map.of("never_registered", 0L, "registered_beside_the_rows", 0L, "persons_asked_about_twice", 0L, "request_ids_shared", 0L),
                asked.broken());
        assertEquals(1, asked.repeated(), "the same request again is no second inquiry");
        assertEquals(0, asked.overtaking(ALLOWED));
        assertEquals(0, asked.neighboursSwappedPercent());
    }

    @Test
    void anInquiryThatNeverArrivedIsNoticed() {
        assertEquals(1, new Asked(List.of(asked("a", "p", 0)), List.of()).broken().get("never_registered"));
    }

    @Test
    void aSecondInquiryUnderAnotherRequestIdIsNoticed() {
        Map<String, Long> broken = new Asked(List.of(asked("a", "p", 0)), List.of(taken("a", "p", 1, 1), taken("b", "p", 1, 2))).broken();

        assertEquals(1, broken.get("registered_beside_the_rows"));
        assertEquals(1, broken.get("persons_asked_about_twice"));
    }

    @Test
    void oneThatGoesOutLongBeforeAnOlderOneIsNoticed() {
        var inquiries = new ArrayList<>(List.of(asked("old", "p", 0), asked("young", "q", 20), asked("younger", "r", 40)));

        assertEquals(1, new Asked(inquiries, List.of(taken("young", "q", 1, 60), taken("old", "p", 1, 70), taken("younger", "r", 1, 71)))
                .overtaking(ALLOWED));
        assertEquals(0, new Asked(inquiries, List.of(taken("young", "q", 1, 66), taken("old", "p", 1, 70), taken("younger", "r", 1, 71)))
                .overtaking(ALLOWED), "within the pause between two attempts");
        assertEquals(50, new Asked(inquiries, List.of(taken("young", "q", 1, 66), taken("old", "p", 1, 70), taken("younger", "r", 1, 71)))
                .neighboursSwappedPercent());
    }

    @Test
    void oneThatGoesOutBeforeAnOlderOneToAnotherInstitutionIsWell() {
        var asked = new Asked(List.of(asked("old", "p", "one", 0), asked("young", "q", "another", 20)),
                List.of(taken("young", "q", 1, 60), taken("old", "p", 1, 70)));

        assertEquals(0, asked.overtaking(ALLOWED), "one is left alone longer than another");
    }
}
