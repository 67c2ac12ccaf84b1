package jp.todoke.channel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sends messages to the other service: written in the caller's transaction, delivered after its commit. */
public interface Outbox {

    /** The request behind a message: its correlation id and its trace (W3C traceparent). */
    record Cause(@Nullable String correlationId, @Nullable String traceparent) {}

    /**
     * @param key     messages of one key keep their order, e.g. the case id
     * @param payload written as JSON by its record components
     */
    record Message(String type, String key, Object payload, Cause cause) {}

    /** Of the work that is being done now, for what is written down by another thread. */
    Cause cause();

    /** @throws IllegalStateException outside a transaction */
    void send(List<Message> messages);

    /**
     * One message about the work that is being done now.
     *
     * @throws IllegalStateException outside a transaction
     */
    default void send(String type, String key, Object payload) {
        send(List.of(new Message(type, key, payload, cause())));
    }
}
