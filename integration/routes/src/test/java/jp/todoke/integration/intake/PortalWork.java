package jp.todoke.integration.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import jp.todoke.channel.WorkQueue;
import jp.todoke.integration.IntegrationTest;
import jp.todoke.integration.Portal;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Works the queues of the portal, and reads what became of its applications. */
abstract class PortalWork extends IntegrationTest {
    static final String PATH = "/api/v1/intake/packages";
    static final String CASEWORKER = token("caseworker", HERE, "intake:write intake:read");
    static final String LIST = "unread=true";
    final String number = Portal.number();

    @Autowired
    JsonMapper json;
    @Autowired
    @Qualifier("portal-list")
    WorkQueue lists;
    @Autowired
    @Qualifier("portal-fetch")
    WorkQueue fetches;
    @Autowired
    @Qualifier("portal-report")
    WorkQueue reports;
    @Autowired
    @Qualifier("intake")
    WorkQueue unjudged;

    @BeforeEach
    void begin(@Autowired Resilience4JCircuitBreakerFactory breakers) {
        Portal.clear();
        breakers.getCircuitBreakerRegistry().getAllCircuitBreakers().forEach(breaker -> breaker.reset());
        watch(HERE);
    }

    static void watch(String municipality) {
        change("insert into linkage.portal_watch (municipality_code, watch_id, next_attempt_at) values ('%s', gen_random_uuid(), '2026-11-01')"
                .formatted(municipality));
    }

    void put(Packages packages) {
        Portal.put(HERE, number, packages.number(number).zip());
    }

    /** Lets the time pass after which everything is due again, and works until nothing is. */
    void work() {
        CLOCK.advance(Duration.ofMinutes(31));
        lists.drain();
        fetches.drain();
        reports.drain();
    }

    static List<String> applications() {
        return query("select state || coalesce(' ' || trouble, '') from linkage.portal_application order by uketsuke_bango");
    }

    static List<String> packages() {
        return query("select state || ' ' || way from linkage.intake_package order by received_at, state");
    }

    static List<String> messages() {
        return query("select payload::text from linkage.outbox where type = 'application.received'");
    }

    static List<String> reported() {
        return query("select state || ' ' || status from linkage.portal_report order by application_id, position");
    }

    static long requests(String method, String end) {
        return LINE.passed().stream().filter(one -> one.method().equals(method) && one.path().endsWith(end)).count();
    }

    JsonNode shown() {
        return json.readTree(send(request(PATH + "?uketsukeBango=" + number, CASEWORKER)).body()).at("/items/0");
    }

    void caseSays(String status) {
        String id = query("select package_id::text from linkage.intake_package where state = 'ACCEPTED' order by received_at").getFirst();
        assertThat(deliver(UUID.randomUUID().toString(), "application.status", id,
                "{\"packageId\":\"" + id + "\",\"status\":\"" + status + "\",\"message\":\"処理状況のお知らせです。\"}")).isEqualTo(202);
    }

    HttpResponse<String> submit(byte[] zip) {
        return send(request(PATH, CASEWORKER).header("Content-Type", "application/zip").header("Idempotency-Key", "k-" + UUID.randomUUID())
                .POST(HttpRequest.BodyPublishers.ofByteArray(zip)));
    }
}
