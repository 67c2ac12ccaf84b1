package jp.todoke.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

class IdempotencyTest extends ServiceTest {
    private static final String BODY = "{\"name\":\"desk\",\"kind\":\"LARGE\",\"weight\":3}";
    private static final String SAME_IN_OTHER_ORDER = "{\"weight\":3, \"kind\":\"LARGE\", \"name\":\"desk\"}";
    private static final String OTHER = "{\"name\":\"chair\",\"kind\":\"LARGE\",\"weight\":3}";

    @Autowired
    @Qualifier("old-answers")
    WorkQueue oldAnswers;

    @Test
    void answersARepeatedCommandAsTheFirstTime() throws SQLException {
        HttpResponse<String> first = add("key-00000001", BODY, writer(HERE));
        HttpResponse<String> second = add("key-00000001", SAME_IN_OTHER_ORDER, writer(HERE));

        assertEquals(201, first.statusCode());
        assertEquals(201, second.statusCode());
        assertEquals(first.body(), second.body());
        assertEquals(first.headers().firstValue("ETag"), second.headers().firstValue("ETag"));
        assertEquals(1, count("thing"));
        assertEquals(1, count("outbox"));
    }

    @Test
    void refusesAKnownKeyWithAnotherBody() throws SQLException {
        add("key-00000001", BODY, writer(HERE));

        HttpResponse<String> reused = add("key-00000001", OTHER, writer(HERE));

        assertEquals(409, reused.statusCode());
        assertTrue(reused.body().contains("IDEMPOTENCY_KEY_REUSED"));
        assertEquals(1, count("thing"));
    }

    @Test
    void keepsTheKeysOfCallersAndMunicipalitiesApart() throws SQLException {
        add("key-00000001", BODY, writer(HERE));

        assertEquals(201, add("key-00000001", OTHER, writer(NEIGHBOUR)).statusCode());
        assertEquals(201, add("key-00000001", OTHER, SURROUNDINGS.token("colleague", HERE, "things:write")).statusCode());
        assertEquals(3, count("thing"));
    }

    @Test
    void forgetsTheKeyOfACommandThatWasRefused() throws SQLException {
        String refused = "{\"name\":\"refused\",\"kind\":\"SMALL\"}";

        assertEquals(422, add("key-00000001", refused, writer(HERE)).statusCode());
        assertEquals(0, count("thing") + count("outbox") + count("idempotency_key"));
        assertEquals(201, add("key-00000001", BODY, writer(HERE)).statusCode());
    }

    @Test
    void keepsAnswersSealedAndForTheirCallerAndKeyOnly() throws SQLException {
        add("key-00000001", BODY, writer(HERE));
        add("key-00000002", BODY, writer(HERE));
        assertEquals(List.of("k1", "k1"), query("select body_key_id from benefits.idempotency_key"));
        assertEquals(List.of("f", "f"), query("select position('desk'::bytea in body_cipher) > 0 from benefits.idempotency_key"));

        query("""
                update benefits.idempotency_key moved set body_cipher = other.body_cipher
                  from benefits.idempotency_key other
                 where moved.idempotency_key = 'key-00000001' and other.idempotency_key = 'key-00000002'
                returning 1""");

        assertEquals(500, add("key-00000001", BODY, writer(HERE)).statusCode());
        assertEquals(201, add("key-00000002", BODY, writer(HERE)).statusCode());
    }

    @Test
    void deletesAnswersOfEveryMunicipalityAfterThirtyDays() throws SQLException {
        add("key-00000001", BODY, writer(HERE));
        add("key-00000002", BODY, writer(HERE));
        add("key-00000002", BODY, writer(NEIGHBOUR));
        query("""
                update benefits.idempotency_key
                   set created_at = current_timestamp - interval '30 days'
                                    + case idempotency_key when 'key-00000001' then interval '1 hour' else interval '-1 hour' end
                returning 1""");
        clock.advance(Duration.between(clock.instant(), Instant.now()));

        oldAnswers.drain();

        assertEquals(List.of("key-00000001"), query("select idempotency_key from benefits.idempotency_key"));
    }

    @Test
    void runsACommandOnceThatArrivesManyTimesAtOnce() throws SQLException {
        var answers = IntStream.range(0, 6).mapToObj(i -> CompletableFuture.supplyAsync(() -> add("key-00000001", BODY, writer(HERE))))
                .toList();

        assertEquals(1, answers.stream().map(CompletableFuture::join).map(HttpResponse::body).distinct().count());
        assertEquals(1, count("thing"));
    }
}
