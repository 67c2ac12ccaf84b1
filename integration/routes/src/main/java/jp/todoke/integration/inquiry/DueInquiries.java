package jp.todoke.integration.inquiry;

import java.time.Instant;
import java.util.List;
import jp.todoke.channel.Backlog;
import jp.todoke.channel.WorkQueue;

/** The inquiries on which something may be done now: due, first of their line, and not held back. */
final class DueInquiries implements WorkQueue.CountedClaims {
    private final InquiryClaimMapper rows;
    private final Gates gates;
    private final ServiceWindow window;

    DueInquiries(InquiryClaimMapper rows, Gates gates, ServiceWindow window) {
        this.rows = rows;
        this.gates = gates;
        this.window = window;
    }

    @Override
    public List<WorkQueue.Claim> claim(Instant now, Instant leaseUntil, int limit) {
        return rows.claim(now, leaseUntil, limit, gates.closed(), !window.isOpen(now) || gates.networkClosed());
    }

    @Override
    public Backlog backlog() {
        return rows.backlog();
    }
}
