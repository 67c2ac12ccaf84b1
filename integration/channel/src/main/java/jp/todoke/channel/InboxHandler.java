package jp.todoke.channel;

/** Takes one type of message. A bean of this type is found by the receiving endpoint. */
public interface InboxHandler {
    String type();

    /**
     * Runs in a transaction under the message's tenant, exactly once per message id: the record of the id is part of
     * the same transaction. An exception rolls both back and the sender tries again later.
     */
    void handle(Envelope message);
}
