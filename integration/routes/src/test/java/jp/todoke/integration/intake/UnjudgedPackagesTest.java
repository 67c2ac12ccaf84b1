package jp.todoke.integration.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import jp.todoke.channel.WorkQueue;
import jp.todoke.integration.IntegrationTest;
import jp.todoke.tenancy.Municipality;
import jp.todoke.tenancy.Tenant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The process dies after a package was kept: the database lets nobody judge until {@link #recover}. */
class UnjudgedPackagesTest extends IntegrationTest {
    private static final String PATH = "/api/v1/intake/packages";
    private static final String CASEWORKER = token("caseworker", HERE, "intake:write intake:read");
    private static final String NEIGHBOURS = token("caseworker-b", NEIGHBOUR, "intake:write intake:read");
    private static final Duration GRACE = Duration.ofSeconds(60);

    @Autowired
    @Qualifier("intake")
    WorkQueue unjudged;
    @Autowired
    UnjudgedPackages sweep;
    @Autowired
    JsonMapper json;

    private HttpResponse<String> submit(byte[] zip, String token) {
        return send(request(PATH, token).header("Content-Type", "application/zip").header("Idempotency-Key", "key-" + UUID.randomUUID())
                .POST(HttpRequest.BodyPublishers.ofByteArray(zip)));
    }

    private JsonNode get(String path) {
        return json.readTree(send(request(path, CASEWORKER)).body());
    }

    private static void crash() {
        change("""
                create function linkage.die() returns trigger language plpgsql as $$ begin raise exception 'gone'; end $$;
                create trigger die before update on linkage.intake_package for each row when (new.state <> 'RECEIVED')
                  execute function linkage.die()""");
    }

    @AfterEach
    void recover() {
        change("drop trigger if exists die on linkage.intake_package; drop function if exists linkage.die()");
    }

    /** @return id of the package that was kept and not judged */
    private String keptOnly(byte[] zip, String token) {
        crash();
        assertThat(submit(zip, token).statusCode()).isEqualTo(500);
        recover();
        List<String> kept = query("select package_id from linkage.intake_package where sha256 = '" + PackageReader.sha256(zip) + "'");
        assertThat(kept).hasSize(1);
        return kept.getFirst();
    }

    private static List<String> messages() {
        return query("select municipality_code || ' ' || message_key from linkage.outbox where type = 'application.received'");
    }

    private static List<String> states() {
        return query("select state from linkage.intake_package order by received_at, state");
    }

    @Test
    void showsAPackageThatWaitsForItsJudgement() {
        String id = keptOnly(new Packages().zip(), CASEWORKER);

        JsonNode waiting = get(PATH + "/" + id);

        assertThat(waiting.path("state").asString()).isEqualTo("RECEIVED");
        assertThat(waiting.path("errors")).isEmpty();
        assertThat(get(PATH).at("/items/0")).isEqualTo(waiting);
        assertThat(get(PATH + "?state=RECEIVED").path("items").findValuesAsString("packageId")).containsExactly(id);
        assertThat(get(PATH + "?state=ACCEPTED").path("items")).isEmpty();
    }

    @Test
    void judgesAKeptPackageWithoutItsSender() {
        String id = keptOnly(new Packages().zip(), CASEWORKER);
        CLOCK.advance(GRACE);

        assertThat(unjudged.drain()).isEqualTo(1);

        assertThat(get(PATH + "/" + id).path("state").asString()).isEqualTo("ACCEPTED");
        assertThat(messages()).containsExactly(HERE + " " + id);
        JsonNode payload = json.readTree(query("select payload::text from linkage.outbox").getFirst());
        assertThat(payload.at("/application/children/0/name").asString()).isEqualTo("届野　太郎");
    }

    @Test
    void refusesABrokenOneWithEveryReason() {
        byte[] broken = new Packages().municipality(NEIGHBOUR).xml("<kana>トドケノ　イチロウ</kana>", "").zip();
        String id = keptOnly(broken, CASEWORKER);
        CLOCK.advance(GRACE);

        unjudged.drain();

        JsonNode refused = get(PATH + "/" + id);
        assertThat(refused.path("state").asString()).isEqualTo("REFUSED");
        assertThat(refused.path("errors")).hasSize(2);
        assertThat(messages()).isEmpty();
        assertThat(json.readTree(submit(broken, CASEWORKER).body()).path("errors")).isEqualTo(refused.path("errors"));
    }

    @Test
    void leavesAPackageToItsRequestForAWhile() {
        keptOnly(new Packages().zip(), CASEWORKER);
        CLOCK.advance(GRACE.minusMillis(1));

        assertThat(unjudged.drain()).isZero();

        assertThat(states()).containsExactly("RECEIVED");
    }

    @Test
    void judgesEachUnderItsOwnMunicipality() {
        String here = keptOnly(new Packages().zip(), CASEWORKER);
        String there = keptOnly(new Packages().municipality(NEIGHBOUR).zip(), NEIGHBOURS);
        CLOCK.advance(GRACE);

        assertThat(unjudged.drain()).isEqualTo(2);

        assertThat(states()).containsExactly("ACCEPTED", "ACCEPTED");
        assertThat(messages()).containsExactlyInAnyOrder(HERE + " " + here, NEIGHBOUR + " " + there);
    }

    @Test
    void changesNothingOfAPackageThatWasJudgedMeanwhile() {
        byte[] zip = new Packages().zip();
        String id = keptOnly(zip, CASEWORKER);
        assertThat(submit(zip, CASEWORKER).statusCode()).isEqualTo(202);
        List<String> before = query("select p::text from linkage.intake_package p");
        CLOCK.advance(GRACE);

        assertThat(unjudged.drain()).isZero();
        Tenant.run(new Municipality(HERE), () -> sweep.handle(new WorkQueue.Claim(HERE, UUID.fromString(id), 0)));

        assertThat(query("select p::text from linkage.intake_package p")).isEqualTo(before);
        assertThat(messages()).hasSize(1);
    }

    @Test
    void triesAgainLaterWhenTheJudgementFails() {
        keptOnly(new Packages().zip(), CASEWORKER);
        CLOCK.advance(GRACE);
        crash();

        assertThat(unjudged.drain()).isEqualTo(1);
        assertThat(unjudged.drain()).isZero();
        assertThat(query("select state || ' ' || attempts from linkage.intake_package")).containsExactly("RECEIVED 1");
        recover();
        CLOCK.advance(Duration.ofMinutes(1));

        assertThat(unjudged.drain()).isEqualTo(1);
        assertThat(states()).containsExactly("ACCEPTED");
        assertThat(messages()).hasSize(1);
    }

    @Test
    void aResendWaitsForTheSweepAndFindsItsVerdict() throws SQLException {
        byte[] zip = new Packages().zip();
        String id = keptOnly(zip, CASEWORKER);
        CLOCK.advance(GRACE);

        try (Connection connection = DATABASE.connectAsSuperuser(); var holder = connection.createStatement()) {
            holdNumber(holder);
            var swept = CompletableFuture.supplyAsync(unjudged::drain, Thread::startVirtualThread);
            awaitWaiting(1);
            var resent = CompletableFuture.supplyAsync(() -> submit(zip, CASEWORKER), Thread::startVirtualThread);
            awaitWaiting(2);
            holder.execute("select pg_advisory_unlock_all()");

            assertThat(swept.join()).isEqualTo(1);
            assertThat(resent.join().statusCode()).isEqualTo(202);
        }

        assertThat(states()).containsExactly("ACCEPTED");
        assertThat(messages()).containsExactly(HERE + " " + id);
    }

    @Test
    void theSweepPassesByWhatAResendJudgesNow() throws SQLException {
        byte[] zip = new Packages().zip();
        String id = keptOnly(zip, CASEWORKER);
        CLOCK.advance(GRACE);

        try (Connection connection = DATABASE.connectAsSuperuser(); var holder = connection.createStatement()) {
            holdNumber(holder);
            var resent = CompletableFuture.supplyAsync(() -> submit(zip, CASEWORKER), Thread::startVirtualThread);
            awaitWaiting(1);
            assertThat(unjudged.drain()).isZero();
            holder.execute("select pg_advisory_unlock_all()");
            assertThat(resent.join().statusCode()).isEqualTo(202);
        }

        assertThat(unjudged.drain()).isZero();
        assertThat(messages()).containsExactly(HERE + " " + id);
    }

    /** Keeps whoever judges the package between the lock of its row and its verdict. */
    private static void holdNumber(Statement holder) throws SQLException {
        holder.execute("select pg_advisory_lock(hashtextextended('" + HERE + "/M20261116-000001', 0))");
    }

    private static void awaitWaiting(int sessions) {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (query("select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                .size() != sessions) {
            assertThat(System.nanoTime()).as("waited too long for a lock").isLessThan(deadline);
        }
    }
}
