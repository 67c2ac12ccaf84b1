package jp.todoke.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import jp.todoke.channel.Surroundings.Way;
import jp.todoke.tenancy.Municipality;
import jp.todoke.tenancy.Tenant;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ChannelTest extends ServiceTest {
    @Autowired
    Outbox outbox;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    DispatchMappers dispatchMappers;
    @Autowired
    Dispatcher dispatcher;
    @Autowired
    @Qualifier("dispatch")
    JdbcTransactionManager dispatch;

    @Test
    void deliversEachMessageOnceAndItsEffectWithIt() throws SQLException {
        tell(HERE, "case-1", "one");
        tell(NEIGHBOUR, "case-1", "two");

        assertEquals(2, outboxQueue.drain());
        assertEquals(List.of("one", "two"), handler.handled.stream().sorted().toList());
        assertEquals(2, count("inbox"));
        assertEquals(2, count("thing where name like 'handled %'"));
        assertEquals(0, outboxQueue.drain());
    }

    @Test
    void sendsNothingOfAChangeThatWasRolledBack() {
        Tenant.run(new Municipality(HERE), () -> transaction.executeWithoutResult(status -> {
            outbox.send("application.status", "case-1", Map.of("status", "one"));
            status.setRollbackOnly();
        }));

        assertEquals(0, outboxQueue.drain());
    }

    @Test
    void sendsOnlyInsideATransaction() {
        assertThrows(IllegalStateException.class,
                () -> Tenant.run(new Municipality(HERE), () -> outbox.send("application.status", "k", Map.of())));
    }

    @Test
    void keepsNoContentOfWhatWasDelivered() throws SQLException {
        tell(HERE, "case-1", "one");
        assertEquals(1, count("outbox where payload ->> 'status' = 'one'"));

        outboxQueue.drain();

        assertEquals(0, count("outbox where payload <> '{}'"));
    }

    @Test
    void handlesAMessageOnceThatArrivesTwice() throws SQLException {
        SURROUNDINGS.way = Way.DELIVERS_TWICE;
        tell(HERE, "case-1", "one");

        outboxQueue.drain();

        assertEquals(List.of("one"), handler.handled);
        assertEquals(0, count("outbox where delivered_at is null"));
    }

    @Test
    void repeatsAMessageWhoseAnswerWasLostWithoutASecondEffect() throws SQLException {
        SURROUNDINGS.way = Way.LOSES_ANSWERS;
        tell(HERE, "case-1", "one");
        outboxQueue.drain();
        assertEquals(1, count("outbox where delivered_at is null and attempts = 1 and lease_until is null"));

        SURROUNDINGS.way = Way.OPEN;
        assertEquals(0, outboxQueue.drain(), "back-off has not passed");
        clock.advance(Duration.ofSeconds(1));
        assertEquals(1, outboxQueue.drain());

        assertEquals(List.of("one"), handler.handled);
        assertEquals(0, count("outbox where delivered_at is null"));
    }

    @Test
    void takesOverTheWorkOfADispatcherThatDied() throws SQLException {
        tell(HERE, "case-1", "one");
        var claims = dispatchMappers.mapper(OutboxClaimMapper.class);
        var died = new TransactionTemplate(dispatch).execute(status -> claims.claim(clock.instant(), clock.instant().plusSeconds(60), 10));
        assertEquals(1, died.size());

        clock.advance(Duration.ofSeconds(59));
        assertEquals(0, outboxQueue.drain());
        clock.advance(Duration.ofSeconds(1));
        assertEquals(1, outboxQueue.drain());

        assertEquals(List.of("one"), handler.handled);
    }

    @Test
    void takesOverTheWorkOfADispatcherThatDiedBetweenDeliveryAndItsRecord() throws SQLException {
        tell(HERE, "case-1", "one");
        outboxQueue.drain();
        forgetDelivery();

        clock.advance(Duration.ofSeconds(60));
        assertEquals(1, outboxQueue.drain());

        assertEquals(List.of("one"), handler.handled);
        assertEquals(1, count("thing where name like 'handled %'"));
    }

    @Test
    void keepsTheOrderOfAKeyAndLetsOtherKeysPass() {
        SURROUNDINGS.way = Way.CLOSED;
        tell(HERE, "case-1", "first");
        outboxQueue.drain();
        SURROUNDINGS.way = Way.OPEN;
        tell(HERE, "case-1", "second");
        tell(HERE, "case-1", "third");
        tell(HERE, "case-2", "other key");
        tell(NEIGHBOUR, "case-1", "other municipality");

        assertEquals(2, outboxQueue.drain());
        clock.advance(Duration.ofSeconds(1));
        assertEquals(3, outboxQueue.drain());

        assertEquals(List.of("first", "second", "third"), handler.handled.stream().filter(name -> !name.startsWith("other")).toList());
    }

    @Test
    void rollsBackEffectAndRecordWhenAHandlerFails() throws SQLException {
        handler.failing = true;
        tell(HERE, "case-1", "one");
        outboxQueue.drain();
        assertEquals(0, count("inbox") + count("thing"));

        handler.failing = false;
        clock.advance(Duration.ofSeconds(1));
        outboxQueue.drain();
        assertEquals(1, count("inbox"));
        assertEquals(1, count("thing"));
    }

    @Test
    void waitsLongerWithEachFailureButNotForEver() throws SQLException {
        SURROUNDINGS.way = Way.CLOSED;
        tell(HERE, "case-1", "one");

        for (int wait : new int[]{1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
            assertEquals(1, outboxQueue.drain());
            clock.advance(Duration.ofSeconds(wait - 1));
            assertEquals(0, outboxQueue.drain(), () -> "still waiting after " + (wait - 1) + " s");
            clock.advance(Duration.ofSeconds(1));
        }
    }

    @Test
    void neverCallsAnotherSystemInsideATransaction() {
        tell(HERE, "case-1", "one");
        var claims = dispatchMappers.mapper(OutboxClaimMapper.class);
        var claim = new TransactionTemplate(dispatch).execute(status -> claims.claim(clock.instant(), clock.instant().plusSeconds(60), 1))
                .getFirst();

        assertThrows(IllegalStateException.class,
                () -> Tenant.run(new Municipality(HERE), () -> transaction.executeWithoutResult(status -> dispatcher.handle(claim))));
        assertEquals(List.of(), handler.handled);
    }

    @Test
    void takesMessagesFromServicesOnly() {
        String body = "{\"id\":\"0190f3a2-0000-7000-8000-000000000001\",\"type\":\"application.status\",\"municipalityCode\":\"139998\",\"key\":\"k\","
                + "\"occurredAt\":\"2026-11-16T00:00:00Z\",\"schemaVersion\":1,\"payload\":{\"status\":\"one\"}}";

        assertEquals(403, post(body, writer(HERE)));
        assertEquals(403, post(body, SURROUNDINGS.token("integration", NEIGHBOUR, "linkage:send")),
                "who acts for one municipality does not name another");
        assertEquals(202, post(body, SURROUNDINGS.token("integration", null, "linkage:send")));
        assertEquals(202, post(body, SURROUNDINGS.token("integration", null, "linkage:send")));
        assertEquals(400, post(body.replace("139998", "139999"), SURROUNDINGS.token("integration", null, "linkage:send")));
        assertEquals(422,
                post(body.replace("application.status", "inquiry.answered"), SURROUNDINGS.token("integration", null, "linkage:send")));
        assertEquals(List.of("one"), handler.handled);
    }

    private int post(String body, String token) {
        return send(request("/linkage/v1/messages", token).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)))
                .statusCode();
    }

    private void tell(String municipality, String key, String status) {
        Tenant.run(new Municipality(municipality),
                () -> transaction.executeWithoutResult(open -> outbox.send("application.status", key, Map.of("status", status))));
    }

    private void forgetDelivery() throws SQLException {
        try (var connection = DATABASE.connectAsSuperuser(); var statement = connection.createStatement()) {
            statement.execute("update benefits.outbox set delivered_at = null, lease_until = '" + clock.instant().plusSeconds(60) + "'");
        }
    }
}
