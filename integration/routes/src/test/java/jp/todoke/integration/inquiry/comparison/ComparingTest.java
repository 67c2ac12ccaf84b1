package jp.todoke.integration.inquiry.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import jp.todoke.channel.WorkQueue;
import jp.todoke.integration.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Words for tests that compare with the doubles; pages have twenty-five rows, so that most lists have several. */
abstract class ComparingTest extends IntegrationTest {
    /** In the doubles 111 is answered by the provider's staff: it waits. */
    static final String BY_STAFF = "000000000000111";
    static final String ICHIRO = "000000000000101";

    @Autowired
    @Qualifier("comparison")
    WorkQueue comparisons;
    @Autowired
    Resilience4JCircuitBreakerFactory breakers;
    @Autowired
    JsonMapper json;
    @Autowired
    MeterRegistry meters;

    @BeforeEach
    void theDoublesKnowNothing() {
        CLOCK.advance(Duration.ofMinutes(10));
        administer("POST", "/admin/reset", "");
        breakers.getCircuitBreakerRegistry().getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    /** Asked and taken as far as it goes. */
    UUID asked(String atenabango) {
        UUID id = UUID.randomUUID();
        String payload = """
                {"inquiryId":"%s","caseId":"11111111-1111-1111-1111-111111111111","caseNumber":"C-2026-000001","kind":"TAX","procedure":"CHILD_ALLOWANCE_NEW",
                 "officer":"SYSTEM-AUTO","subject":{"atenabango":"%s"},"withholdFromDisclosure":false,"providerMunicipality":"139980","year":2026}"""
                .formatted(id, atenabango);
        assertThat(deliver(UUID.randomUUID().toString(), "inquiry.requested", "case", payload)).isEqualTo(202);
        inquiries.drain();
        return id;
    }

    /** The next time that it is due, and long enough for whatever was tried in vain. */
    int compare() {
        CLOCK.advance(Duration.ofHours(1));
        return comparisons.drain();
    }

    static String of(UUID inquiry, String column) {
        return query("select %s from linkage.inquiry where inquiry_id = '%s'".formatted(column, inquiry)).getFirst();
    }

    static void set(UUID inquiry, String assignment) {
        change("update linkage.inquiry set %s where inquiry_id = '%s'".formatted(assignment, inquiry));
    }

    /** Those that hold, as kind and item. */
    static List<String> differences(Matter matter) {
        return query("select kind || ' ' || item from linkage.network_difference where closed_at is null and matter = '" + matter
                + "' order by kind, item");
    }

    static String trouble(Matter matter) {
        return query("select coalesce(trouble, '-') from linkage.network_comparison where matter = '" + matter + "'").getFirst();
    }

    double gauge(String name, String... tags) {
        return meters.get(name).tags(tags).gauge().value();
    }

    JsonNode administer(String method, String path, String body) {
        var answer = send(
                HttpRequest.newBuilder(URI.create(administration() + path)).method(method, HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode() / 100).as(answer.body()).isEqualTo(2);
        return json.readTree(answer.body());
    }

    void scripted(String operation, String answer, int times) {
        administer("POST", "/admin/scripts", "{\"operation\":\"%s\",\"answer\":\"%s\",\"times\":%d}".formatted(operation, answer, times));
    }

    long requests(String operation) {
        return administer("GET", "/admin/counts?operation=" + operation, "").path("requests").asLong();
    }
}
