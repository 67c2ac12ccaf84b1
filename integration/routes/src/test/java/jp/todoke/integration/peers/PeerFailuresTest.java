package jp.todoke.integration.peers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.UUID;
import jp.todoke.integration.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What may go wrong at each operation of each peer, and where it leaves the inquiry: at first, and when the peer is well again. A GET whose connection
 * breaks is asked a second time by each of the two HTTP clients on the way (the line's and ours), so that four must break for one step to fail.
 */
class PeerFailuresTest extends IntegrationTest {
    private static final String ICHIRO = "000000000000101";
    private static final int ATTEMPTS = 4;

    @Autowired
    Resilience4JCircuitBreakerFactory breakers;
    @Autowired
    JsonMapper json;

    @BeforeEach
    void everythingIsWell() {
        administer("POST", "/admin/reset", "");
        breakers.getCircuitBreakerRegistry().getAllCircuitBreakers().forEach(CircuitBreaker::reset);
        // No token of an earlier test is left.
        CLOCK.advance(Duration.ofMinutes(10));
    }

    @ParameterizedTest(name = "{0} {1} {2}: {4}, then {5}")
    @CsvFileSource(resources = "/peer-failures.csv", useHeadersInDisplayName = true)
    void leavesTheInquiryWhereItCanGoOn(String id, String operation, String mode, int times, String first, String then) {
        if (!mode.equals("none")) {
            administer("POST", "/admin/scripts",
                    "{\"operation\":\"%s\",\"answer\":\"%s\",\"times\":%d}".formatted(operation, mode, times));
        }
        UUID inquiry = ask(operation.startsWith("juki"));

        inquiries.drain();
        assertThat(state(inquiry)).isEqualTo(first);
        for (int i = 0; i < ATTEMPTS; i++) {
            CLOCK.advance(Duration.ofMinutes(10));
            inquiries.drain();
        }

        assertThat(state(inquiry)).isEqualTo(then);
        assertThat(query("select 1 from linkage.outbox where type = 'inquiry.answered'")).as("told once").hasSize(1);
        assertThat(query("select 1 from linkage.provision_record")).hasSize(1);
        assertThat(administer("GET", "/admin/scripts", "")).as("all of it has happened").isEmpty();
        JsonNode registered = administer("GET", "/admin/counts?operation=chukan-registerInquiry", "");
        assertThat(registered.path("keys").asInt()).as("one inquiry at the peer, however often it was sent")
                .isEqualTo(operation.startsWith("juki") ? 0 : mode.equals("CAPACITY") ? times + 1 : 1);
    }

    private UUID ask(boolean identity) {
        UUID id = UUID.randomUUID();
        String subject = identity ? "{\"name\":\"届野　一郎\",\"birthDate\":\"1990-04-05\"}" : "{\"atenabango\":\"" + ICHIRO + "\"}";
        String payload = """
                {"inquiryId":"%s","caseId":"11111111-1111-1111-1111-111111111111","caseNumber":"C-2026-000001","kind":"%s","procedure":"CHILD_ALLOWANCE_NEW",
                 "officer":"SYSTEM-AUTO","subject":%s,"withholdFromDisclosure":false%s}"""
                .formatted(id, identity ? "IDENTITY" : "TAX", subject,
                        identity ? "" : ",\"providerMunicipality\":\"139980\",\"year\":2026");
        assertThat(deliver(UUID.randomUUID().toString(), "inquiry.requested", "case", payload)).isEqualTo(202);
        return id;
    }

    private static String state(UUID id) {
        return query("select state || ' ' || coalesce(answer, '-') from linkage.inquiry where inquiry_id = '" + id + "'").getFirst();
    }

    private JsonNode administer(String method, String path, String body) {
        var answer = send(
                HttpRequest.newBuilder(URI.create(administration() + path)).method(method, HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }
}
