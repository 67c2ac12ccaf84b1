package jp.todoke.integration.inquiry.comparison;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.todoke.integration.evidence.Institutions;
import jp.todoke.integration.inquiry.comparison.NetworkReply.AcceptedInquiry;
import jp.todoke.tenancy.Tenant;
import org.springframework.stereotype.Component;

/**
 * The list of accepted inquiries beside our own rows. Both are walked in the order of acceptance, so that no more than a page and what was accepted in one
 * instant is held at a time.
 */
@Component
class InquiryComparison {
    /** No end of pages is believed. */
    private static final int MOST_PAGES = 1_000;
    /** What was accepted just now may not have been written down here yet, and its clock may be ahead of ours. */
    private static final Duration MARGIN = Duration.ofMinutes(2);
    /** 照会結果 are kept for so long: what was accepted earlier can be looked up nowhere. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final Network network;
    private final Differences differences;
    private final Institutions institutions;
    private final ComparisonProperties properties;
    private final Clock clock;

    InquiryComparison(Network network, Differences differences, Institutions institutions, ComparisonProperties properties, Clock clock) {
        this.network = network;
        this.differences = differences;
        this.institutions = institutions;
        this.properties = properties;
        this.clock = clock;
    }

    void compare() {
        Instant at = clock.instant();
        Instant to = at.minus(MARGIN);
        Instant from = to.minus(properties.window());
        String asker = institutions.kikanCd(Tenant.current());
        NetworkReply.Inquiries page = network
                .ask(new NetworkRequest.ListInquiries(UUID.randomUUID(), asker, from, to, null, properties.page()));
        // What it no longer keeps says nothing of ours.
        Instant complete = page.completeFrom().isAfter(from) ? page.completeFrom() : from;
        Walk walk = new Walk(at, complete);
        for (int pages = 1; page.next() != null; pages++) {
            if (pages == MOST_PAGES) {
                throw new ComparisonTrouble("TOO_MANY_PAGES");
            }
            walk.through(page.items());
            page = network.ask(new NetworkRequest.ListInquiries(UUID.randomUUID(), asker, from, to, page.next(), properties.page()));
        }
        walk.toTheEnd(page.items(), to);
        differences.comparedInquiries(
                new Differences.InquiryRun(at, complete, at.minus(KEPT), walk.recovering,
                        clock.instant().plus(properties.inquiriesEvery())));
    }

    /** Where a run stands. */
    private final class Walk {
        private final Instant at;
        private Instant reached;
        private List<AcceptedInquiry> pending = new ArrayList<>();
        private int recovering;

        Walk(Instant at, Instant from) {
            this.at = at;
            this.reached = from;
        }

        /** The page may end amid those of one instant: these wait for the rest of them. */
        void through(List<AcceptedInquiry> page) {
            if (page.isEmpty()) {
                throw new ComparisonTrouble("EMPTY_PAGE");
            }
            take(page);
            Instant last = pending.getLast().acceptedAt();
            compare(pending.stream().filter(one -> one.acceptedAt().isBefore(last)).toList(), last);
            pending = new ArrayList<>(pending.stream().filter(one -> !one.acceptedAt().isBefore(last)).toList());
        }

        void toTheEnd(List<AcceptedInquiry> page, Instant end) {
            take(page);
            compare(pending, end);
        }

        private void take(List<AcceptedInquiry> page) {
            for (AcceptedInquiry next : page) {
                if (!pending.isEmpty() && next.acceptedAt().isBefore(pending.getLast().acceptedAt())) {
                    throw new ComparisonTrouble("OUT_OF_ORDER");
                }
                pending.add(next);
            }
        }

        private void compare(List<AcceptedInquiry> theirs, Instant end) {
            recovering += differences.compare(theirs, reached, end, at);
            reached = end.isAfter(reached) ? end : reached;
        }
    }
}
