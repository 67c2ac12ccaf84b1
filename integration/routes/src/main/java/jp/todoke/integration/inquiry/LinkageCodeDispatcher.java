package jp.todoke.integration.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import jp.todoke.channel.WorkQueue;
import jp.todoke.integration.inquiry.LinkageCodeMapper.Next;
import jp.todoke.tenancy.Municipality;
import org.apache.camel.ProducerTemplate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks for a 符号 and then, with growing pauses, whether it is there. Each step is one route without an open transaction; a process
 * that dies between them is followed by one that repeats the step with the same request id.
 */
@Component
class LinkageCodeDispatcher implements WorkQueue.Handler {
    private static final int NOT_FOUND = 404;

    private final LinkageCodes codes;
    private final ProducerTemplate routes;
    private final LinkageCodeProperties properties;
    private final ServiceWindow window;
    private final Clock clock;

    LinkageCodeDispatcher(LinkageCodes codes, ProducerTemplate routes, LinkageCodeProperties properties, ServiceWindow window,
            Clock clock) {
        this.codes = codes;
        this.routes = routes;
        this.properties = properties;
        this.window = window;
        this.clock = clock;
    }

    @Override
    public void handle(WorkQueue.Claim claim) {
        LinkageCodeRow row = codes.requested(claim.id());
        if (row == null) {
            return;
        }
        Instant now = clock.instant();
        if (!now.isBefore(Objects.requireNonNull(row.requestedAt()).plus(properties.patience()))) {
            codes.refused(row, "TOO_LONG");
        } else if (!window.isOpen(now)) {
            later(row, row.requestId(), row.requestNo(), null);
        } else {
            String operation = row.requestNo() == null ? "requestLinkageCodes" : "getLinkageCodeRequest";
            settle(row, routes.requestBody("direct:" + operation, request(row)));
        }
    }

    @Override
    public void failed(WorkQueue.Claim claim, Instant nextAttemptAt, Throwable cause) {
        LinkageCodeRow row = codes.requested(claim.id());
        if (row != null) {
            later(row, row.requestId(), row.requestNo(), cause.getClass().getSimpleName());
        }
    }

    private void settle(LinkageCodeRow row, Object reply) {
        switch (reply) {
            case LinkageCodeReply.Acquired _ -> codes.acquired(row);
            case LinkageCodeReply.Refused refused -> codes.refused(row, refused.reason());
            case LinkageCodeReply.Requested requested -> later(row, row.requestId(), requested.requestNo(), null);
            case LinkageAnswer.Unavailable unavailable -> later(row, row.requestId(), row.requestNo(), unavailable.trouble());
            // The peer has forgotten the request: it is made anew.
            case PeerReply.Rejected rejected when rejected.status() == NOT_FOUND && row.requestNo() != null ->
                later(row, UUID.randomUUID(), null, rejected.code());
            case PeerReply.Rejected rejected -> codes.refused(row, rejected.code());
            default -> throw new IllegalStateException("no reply about a 符号: " + reply.getClass().getSimpleName());
        }
    }

    private void later(LinkageCodeRow row, UUID requestId, @Nullable String requestNo, @Nullable String trouble) {
        Instant next = clock.instant().plus(properties.pause(row.attempts()));
        codes.goOn(row, new Next(requestId, requestNo, next, trouble));
    }

    private static LinkageCodeRequest request(LinkageCodeRow row) {
        // The department and the id of the case are not told to the peer with this request.
        var occasion = new Inquiry.Occasion(row.requestId(), Objects.requireNonNull(row.caseNumber()),
                Objects.requireNonNull(row.gyomuId()), "", Objects.requireNonNull(row.officer()), Objects.requireNonNull(row.requestedAt()),
                false);
        return new LinkageCodeRequest(row.requestId(), new Municipality(row.municipalityCode()), row.atenabango(), occasion,
                row.requestNo());
    }
}
