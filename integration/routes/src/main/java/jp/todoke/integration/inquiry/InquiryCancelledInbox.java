package jp.todoke.integration.inquiry;

import jp.todoke.api.linkage.model.InquiryCancelled;
import jp.todoke.channel.Envelope;
import jp.todoke.channel.InboxHandler;
import jp.todoke.channel.WorkQueue;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Takes {@code inquiry.cancelled}: 照会の取りやめ. */
@Component
class InquiryCancelledInbox implements InboxHandler {
    private final InquiryStore store;
    private final WorkQueue queue;

    InquiryCancelledInbox(InquiryStore store, @Qualifier("inquiry") WorkQueue queue) {
        this.store = store;
        this.queue = queue;
    }

    @Override
    public String type() {
        return "inquiry.cancelled";
    }

    @Override
    public void handle(Envelope message) {
        InquiryCancelled cancelled = message.payloadAs(InquiryCancelled.class);
        if (store.cancel(cancelled.getInquiryId(), cancelled.getReason().getValue())) {
            queue.wake();
        }
    }
}
