package jp.todoke.channel;

/** Sends messages to the other service: written in the caller's transaction, delivered after its commit. */
public interface Outbox {
    /**
     * @param key     messages of one key keep their order, e.g. the case id
     * @param payload written as JSON by its record components
     * @throws IllegalStateException outside a transaction
     */
    void send(String type, String key, Object payload);
}
