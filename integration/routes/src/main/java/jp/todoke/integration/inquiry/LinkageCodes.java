package jp.todoke.integration.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import jp.todoke.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 符号 (番号法第21条の2): without one the network cannot name a person. An inquiry that the 中間サーバー refuses for that reason is
 * parked; the 符号 is asked for once for the person, however many inquiries wait; when it is there, or cannot be had, all of them
 * go on. Parking and waking both hold the person's row, so that none is parked after the last was woken.
 */
@Component
class LinkageCodes {
    /** The 中間サーバー refuses an inquiry since there is no 符号; the code is our own assumption (OURS). */
    static final String MISSING = "N0415";
    private static final Logger log = LoggerFactory.getLogger(LinkageCodes.class);
    private static final String NO_KOJINBANGO = "NO_KOJINBANGO";

    private final LinkageCodeMapper rows;
    private final LinkageCodeProperties properties;
    private final Clock clock;

    LinkageCodes(LinkageCodeMapper rows, LinkageCodeProperties properties, Clock clock) {
        this.rows = rows;
        this.properties = properties;
        this.clock = clock;
    }

    /** Whether it is known that asking about the person is in vain for now. */
    @Transactional(readOnly = true)
    public boolean outOfReach(@Nullable String atenabango) {
        LinkageCodeRow row = atenabango == null ? null : rows.find(atenabango);
        return row != null && row.refusedAt(clock.instant());
    }

    /** A 住登外者 who was numbered just now has no 個人番号 anywhere, and without one there is no 符号. */
    @Transactional
    public void learn(Information.Numbering numbering) {
        if (!numbering.existing()) {
            Instant now = clock.instant();
            rows.addIfNew(new LinkageCodeMapper.Beginning(Tenant.current().code(), numbering.atenabango(), UUID.randomUUID(), NO_KOJINBANGO,
                    now.plus(properties.refusalStands()), now));
        }
    }

    /**
     * The inquiry was refused for want of a 符号.
     *
     * @return whether it waits now; false when the 符号 cannot be had, or was waited for long enough
     */
    @Transactional
    public boolean await(Inquiry inquiry) {
        Instant now = clock.instant();
        Instant until = inquiry.occasion().requestedAt().plus(properties.patience());
        String atenabango = ((Inquiry.NetworkQuestion) inquiry.question()).atenabango();
        rows.addIfNew(new LinkageCodeMapper.Beginning(inquiry.municipality().code(), atenabango, UUID.randomUUID(), null, null, now));
        LinkageCodeRow row = Objects.requireNonNull(rows.lock(atenabango));
        if (row.refusedAt(now) || !now.isBefore(until)) {
            return false;
        }
        if (!row.requested()) {
            rows.request(atenabango, UUID.randomUUID(), inquiry.occasion(), now);
            log.info("inquiry={} case={} asks for the 符号 of its person", inquiry.id(), inquiry.occasion().caseNumber());
        }
        rows.park(inquiry.id(), UUID.randomUUID(), until);
        return true;
    }

    @Transactional(readOnly = true)
    public @Nullable LinkageCodeRow requested(UUID requestId) {
        return rows.requested(requestId);
    }

    @Transactional
    public void goOn(LinkageCodeRow row, LinkageCodeMapper.Next next) {
        rows.goOn(row.requestId(), next);
    }

    @Transactional
    public void acquired(LinkageCodeRow row) {
        settle(row, "ACQUIRED", null);
    }

    @Transactional
    public void refused(LinkageCodeRow row, String reason) {
        settle(row, "NOT_ACQUIRED", reason);
    }

    private void settle(LinkageCodeRow row, String state, @Nullable String refusal) {
        Instant now = clock.instant();
        rows.lock(row.atenabango());
        Instant refusedUntil = refusal == null ? null : now.plus(properties.refusalStands());
        if (rows.settle(new LinkageCodeMapper.End(row.requestId(), state, refusal, refusedUntil, now)) == 1) {
            int waiting = rows.wakeParked(row.atenabango(), now);
            log.info("request={} 符号 {} {}, {} inquiries go on", row.requestId(), state, refusal == null ? "" : refusal, waiting);
        }
    }
}
