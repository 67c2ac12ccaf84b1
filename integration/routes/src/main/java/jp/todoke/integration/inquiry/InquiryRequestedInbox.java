package jp.todoke.integration.inquiry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.todoke.api.linkage.model.InquiryRequested;
import jp.todoke.channel.Envelope;
import jp.todoke.channel.InboxHandler;
import jp.todoke.channel.WorkQueue;
import jp.todoke.guard.Problem;
import jp.todoke.guard.Problem.FieldError;
import org.jspecify.annotations.Nullable;
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
        InquiryRequested asked = message.payloadAs(InquiryRequested.class);
        requireWhole(asked);
        if (registry.register(asked)) {
            queue.wake();
        }
    }

    /** Nothing is asked without a case, a procedure and somebody who stands behind it. */
    private static void requireWhole(InquiryRequested asked) {
        Map<String, @Nullable Object> required = new LinkedHashMap<>();
        required.put("inquiryId", asked.getInquiryId());
        required.put("caseId", asked.getCaseId());
        required.put("caseNumber", asked.getCaseNumber());
        required.put("kind", asked.getKind());
        required.put("procedure", asked.getProcedure());
        required.put("officer", asked.getOfficer());
        required.put("subject", asked.getSubject());
        required.put("withholdFromDisclosure", asked.getWithholdFromDisclosure());
        List<FieldError> missing = required.entrySet().stream().filter(field -> field.getValue() == null)
                .map(field -> new FieldError("/payload/" + field.getKey(), "REQUIRED", "必須項目です。値を指定してください。")).toList();
        if (!missing.isEmpty()) {
            throw Problem.invalid(missing);
        }
    }
}
