package jp.todoke.integration.inquiry;

import jp.todoke.api.linkage.model.InquiryRequested;
import jp.todoke.channel.Envelope;
import jp.todoke.channel.InboxHandler;
import jp.todoke.channel.WorkQueue;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Takes {@code inquiry.requested}: the row is written in the transaction of the message, the question leaves afterwards. */
@Component
class InquiryRequestedInbox implements InboxHandler {
    private final InquiryRegistry registry;
    private final WorkQueue queue;

    InquiryRequestedInbox(InquiryRegistry registry, @Qualifier("inquiry") WorkQueue queue) {
        this.registry = registry;
        this.queue = queue;
    }

    @Override
    public String type() {
        return "inquiry.requested";
    }

    @Override
    public void handle(Envelope message) {
        if (registry.register(message.payloadAs(InquiryRequested.class))) {
            queue.wake();
        }
    }
}
