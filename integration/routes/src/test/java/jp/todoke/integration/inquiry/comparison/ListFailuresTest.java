package jp.todoke.integration.inquiry.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What may go wrong with a list, as {@code peer-failures.csv} has it for the steps of an inquiry: the trouble and the differences at first, and later. */
class ListFailuresTest extends ComparingTest {
    /** A page whose connection breaks may be asked for again by the HTTP clients on the way. */
    private static final int ATTEMPTS = 3;
    private static final String DUTY_ENDS = """
            {"rows":[{"table":"DUTY","jimuCd":"JM01000000106000","appliesTo":"2027-03-31"}]}""";

    /** One inquiry that we do not know, one of ours, and one duty that ends. */
    private void oneDifferenceOfEach() {
        UUID stranger = asked(ICHIRO);
        asked(ICHIRO);
        set(stranger, "request_id = '" + UUID.randomUUID() + "'");
        administer("PUT", "/admin/masters", DUTY_ENDS);
    }

    private static String stands(Matter matter) {
        return trouble(matter) + " " + differences(matter).size();
    }

    @ParameterizedTest(name = "{0} {1} {2}: {4}, then {5}")
    @CsvFileSource(resources = "/list-failures.csv", useHeadersInDisplayName = true)
    void leaveTheComparisonWhereItCanGoOn(String id, String operation, String mode, int times, String first, String then) {
        oneDifferenceOfEach();
        if (!mode.equals("none")) {
            scripted(operation, mode, times);
        }
        Matter matter = operation.endsWith("listInquiries") ? Matter.INQUIRIES : Matter.MASTERS;

        compare();
        assertThat(stands(matter)).isEqualTo(first);
        for (int i = 0; i < ATTEMPTS; i++) {
            compare();
        }

        assertThat(stands(matter)).isEqualTo(then);
        assertThat(stands(matter == Matter.INQUIRIES ? Matter.MASTERS : Matter.INQUIRIES)).as("the other is not concerned")
                .isEqualTo("- 1");
        assertThat(administer("GET", "/admin/scripts", "")).as("all of it has happened").isEmpty();
        JsonNode counts = administer("GET", "/admin/counts?operation=" + operation, "");
        assertThat(counts.path("exact").asBoolean()).isTrue();
        assertThat(counts.path("requests").asLong()).as("each page has a request id of its own")
                .isGreaterThanOrEqualTo(counts.path("keys").asLong());
    }

    /** Of another municipality, on the last of several pages: what the pages before said is kept, and nothing that is over is closed. */
    @ParameterizedTest
    @ValueSource(strings = {"another-person", "token-expired", "reset"})
    void aListThatBreaksOffClosesNothing(String mode) {
        UUID lost = asked(BY_STAFF);
        scripted("chukan-listInquiries", "nothing-found", 1);
        compare();
        assertThat(stands(Matter.INQUIRIES)).isEqualTo("- 1");
        for (int i = 0; i < 30; i++) {
            CLOCK.advance(Duration.ofMinutes(3));
            asked(ICHIRO);
        }
        LINE.rewrites("/chukan/inquiries?", body -> {
            scripted("chukan-listInquiries", mode, 4);
            return body;
        });

        compare();
        assertThat(trouble(Matter.INQUIRIES)).isNotEqualTo("-");
        assertThat(differences(Matter.INQUIRIES)).containsExactly("NOT_KNOWN_THERE " + of(lost, "receipt_no"));

        administer("DELETE", "/admin/scripts", "");
        compare();
        assertThat(stands(Matter.INQUIRIES)).isEqualTo("- 0");
    }

    @Test
    void whatWasNotAskedForIsCaught() {
        asked(BY_STAFF);
        LINE.rewrites("/chukan/inquiries?", body -> body.replaceFirst("\"acceptedAt\":\"[0-9]{4}", "\"acceptedAt\":\"1999"));

        compare();
        assertThat(stands(Matter.INQUIRIES)).isEqualTo("ANOTHER_WINDOW 0");
    }

    @Test
    void rowsOutOfOrderAreCaught() {
        for (int i = 0; i < 3; i++) {
            CLOCK.advance(Duration.ofMinutes(3));
            asked(BY_STAFF);
        }
        scripted("chukan-listInquiries", "out-of-order", 1);

        compare();
        assertThat(stands(Matter.INQUIRIES)).isEqualTo("OUT_OF_ORDER 0");
    }
}
