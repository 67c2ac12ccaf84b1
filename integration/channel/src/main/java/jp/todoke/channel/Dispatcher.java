package jp.todoke.channel;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.todoke.channel.OutboxMapper.Message;
import jp.todoke.telemetry.Traces;
import jp.todoke.telemetry.Work;
import org.springframework.http.MediaType;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** Delivers one claimed outbox row: reads it, posts it without an open transaction, marks it as delivered. */
final class Dispatcher implements WorkQueue.Handler {
    private final OutboxMapper rows;
    private final TransactionOperations transaction;
    private final GroupedWrites<UUID, Optional<Message>> reading;
    private final GroupedWrites<UUID, Boolean> marking;
    private final RestClient peer;
    private final JsonMapper json;
    private final Clock clock;
    private final Traces traces;

    Dispatcher(OutboxMapper rows, TransactionOperations transaction, RestClient peer, JsonMapper json, Clock clock, Traces traces) {
        this.rows = rows;
        this.transaction = transaction;
        this.reading = new GroupedWrites<>(transaction, this::undelivered);
        this.marking = new GroupedWrites<>(transaction, this::delivered);
        this.peer = peer;
        this.json = json;
        this.clock = clock;
        this.traces = traces;
    }

    @Override
    public void handle(WorkQueue.Claim claim) {
        reading.write(claim.id()).ifPresent(message -> {
            Work.correlatedBy(message.traceContext());
            traces.goOn(message.traceparent(), "deliverMessage", () -> deliver(message));
            marking.write(claim.id());
        });
    }

    private List<Optional<Message>> undelivered(List<UUID> ids) {
        Map<UUID, Message> found = rows.undelivered(texts(ids)).stream().collect(Collectors.toMap(Message::id, Function.identity()));
        return ids.stream().map(id -> Optional.ofNullable(found.get(id))).toList();
    }

    private List<Boolean> delivered(List<UUID> ids) {
        rows.delivered(texts(ids), clock.instant());
        return ids.stream().map(_ -> true).toList();
    }

    private static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }

    @Override
    public void failed(WorkQueue.Claim claim, Instant nextAttemptAt, Throwable cause) {
        transaction.executeWithoutResult(status -> rows.postpone(claim.id(), nextAttemptAt, cause.getClass().getSimpleName()));
    }

    /** A delivery whose answer gets lost is repeated: the receiver knows the id. */
    private void deliver(Message message) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("another system is never called inside a database transaction");
        }
        peer.post().uri("/linkage/v1/messages").contentType(MediaType.APPLICATION_JSON).headers(headers -> {
            if (message.traceContext() != null) {
                headers.set("X-Correlation-Id", message.traceContext());
            }
        }).body(json.writeValueAsBytes(envelope(message))).retrieve().toBodilessEntity();
    }

    private Map<String, Object> envelope(Message message) {
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("id", message.id());
        envelope.put("type", message.type());
        envelope.put("municipalityCode", message.municipalityCode());
        envelope.put("key", message.messageKey());
        envelope.put("occurredAt", message.occurredAt().toString());
        envelope.put("schemaVersion", message.schemaVersion());
        if (message.traceparent() != null) {
            envelope.put("traceContext", message.traceparent());
        }
        envelope.put("payload", json.readTree(message.payload()));
        return envelope;
    }
}
