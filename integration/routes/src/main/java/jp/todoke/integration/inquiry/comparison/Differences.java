package jp.todoke.integration.inquiry.comparison;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.todoke.integration.evidence.MasterEntry;
import jp.todoke.integration.inquiry.comparison.ComparisonMapper.ComparisonRow;
import jp.todoke.integration.inquiry.comparison.ComparisonMapper.Done;
import jp.todoke.integration.inquiry.comparison.ComparisonMapper.Known;
import jp.todoke.integration.inquiry.comparison.Difference.Kind;
import jp.todoke.integration.inquiry.comparison.NetworkReply.AcceptedInquiry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was found, in rows. Each page is a transaction of its own; none is open while the 中間サーバー is asked. No inquiry is changed here. */
@Component
class Differences {
    private static final Logger log = LoggerFactory.getLogger(Differences.class);

    /**
     * A run over the list of inquiries that came to its end.
     *
     * @param from        whence the list was whole
     * @param unreachable what was accepted before it can be looked up nowhere
     * @param recovering  inquiries that it has and that are still being sent here
     */
    record InquiryRun(Instant at, Instant from, Instant unreachable, int recovering, Instant next) {}

    /** @param difference absent: none that concerns us */
    record ComparedMaster(MasterEntry theirs, @Nullable Difference difference) {}

    private final ComparisonMapper rows;
    private final Clock clock;

    Differences(ComparisonMapper rows, Clock clock) {
        this.rows = rows;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<ComparisonRow> comparison(UUID comparisonId) {
        return Optional.ofNullable(rows.comparison(comparisonId));
    }

    @Transactional
    public void later(UUID comparisonId, String trouble, Instant next) {
        rows.later(comparisonId, trouble, next);
    }

    /**
     * @param from whence our rows are held against it, and until when ({@code to}, exclusive)
     * @return how many of them are still being sent here; they get their receipt by being sent again under the same request id, so nothing is to be done
     */
    @Transactional
    public int compare(List<AcceptedInquiry> theirs, Instant from, Instant to, Instant at) {
        hold(Matter.INQUIRIES);
        Set<UUID> requestIds = theirs.stream().flatMap(one -> uuid(one.requestId()).stream()).collect(Collectors.toSet());
        Map<UUID, Known> known = requestIds.isEmpty()
                ? Map.of()
                : rows.known(requestIds).stream().collect(Collectors.toMap(Known::requestId, Function.identity()));
        Set<UUID> former = requestIds.isEmpty() ? Set.of() : new HashSet<>(rows.former(requestIds));
        int recovering = 0;
        for (AcceptedInquiry one : theirs) {
            UUID requestId = uuid(one.requestId()).orElse(null);
            Known ours = requestId == null ? null : known.get(requestId);
            if (ours != null && ours.receiptNo() == null && ours.open()) {
                recovering++;
            } else if (ours != null && ours.receiptNo() == null) {
                found(Difference.accepted(Kind.GIVEN_UP_HERE, one, ours), at);
            } else if (ours != null && !one.receiptNo().equals(ours.receiptNo())) {
                found(Difference.accepted(Kind.OTHER_RECEIPT, one, ours), at);
            } else if (ours == null && (requestId == null || !former.contains(requestId))) {
                found(Difference.accepted(Kind.NOT_KNOWN_HERE, one, null), at);
            }
        }
        Set<String> receipts = theirs.stream().map(AcceptedInquiry::receiptNo).collect(Collectors.toSet());
        rows.waiting(from, to).stream().filter(ours -> !receipts.contains(ours.receiptNo())).map(Difference::waiting)
                .forEach(difference -> found(difference, at));
        return recovering;
    }

    @Transactional
    public void comparedInquiries(InquiryRun run) {
        ended(rows.closeInquiries(run.from(), run.unreachable(), run.at()));
        rows.done(new Done(Matter.INQUIRIES, run.at(), null, run.recovering(), run.next()));
    }

    @Transactional
    public void compared(List<ComparedMaster> page, Instant at) {
        hold(Matter.MASTERS);
        for (ComparedMaster one : page) {
            if (one.difference() == null) {
                ended(rows.close(Matter.MASTERS, Difference.item(one.theirs()), at));
            } else {
                found(one.difference(), at);
            }
        }
    }

    @Transactional
    public void comparedAllMasters(List<Difference> gone, Instant at) {
        gone.forEach(difference -> found(difference, at));
        ended(rows.closeMasters(at));
    }

    @Transactional
    public void comparedMasters(Instant at, Instant toldUntil, Instant next) {
        rows.done(new Done(Matter.MASTERS, at, toldUntil, 0, next));
    }

    @Transactional(readOnly = true)
    public List<ComparisonMapper.Shown> open(@Nullable UUID after, int limit) {
        return rows.open(after, limit);
    }

    private void hold(Matter matter) {
        rows.hold(matter, clock.instant().plus(ComparisonConfiguration.LEASE));
    }

    private void found(Difference difference, Instant at) {
        if (rows.found(difference, at)) {
            log.warn("difference from the 中間サーバー {}: {} inquiry={} theirs={} ours={}", difference.kind(), difference.item(),
                    difference.inquiryId(), difference.theirs(), difference.ours());
        }
    }

    private static void ended(List<ComparisonMapper.Closed> closed) {
        closed.forEach(one -> log.info("difference from the 中間サーバー {} is over: {}", one.kind(), one.item()));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
