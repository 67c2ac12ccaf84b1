package jp.todoke.integration.inquiry.comparison;

import java.time.Instant;
import jp.todoke.channel.WorkQueue;
import jp.todoke.telemetry.Traces;
import org.springframework.stereotype.Component;

/** Compares for one municipality. A process may die in between: the next one begins again, and what was found already is found as the same. */
@Component
class ComparisonDispatcher implements WorkQueue.Handler {
    private final Differences differences;
    private final InquiryComparison inquiries;
    private final MasterComparison masters;
    private final Traces traces;

    ComparisonDispatcher(Differences differences, InquiryComparison inquiries, MasterComparison masters, Traces traces) {
        this.differences = differences;
        this.inquiries = inquiries;
        this.masters = masters;
        this.traces = traces;
    }

    @Override
    public void handle(WorkQueue.Claim claim) {
        differences.comparison(claim.id()).ifPresent(row -> traces.goOn(null, "comparison", () -> {
            switch (row.matter()) {
                case INQUIRIES -> inquiries.compare();
                case MASTERS -> masters.compare(row.toldUntil());
            }
        }));
    }

    @Override
    public void failed(WorkQueue.Claim claim, Instant nextAttemptAt, Throwable cause) {
        differences.later(claim.id(), ComparisonTrouble.of(cause), nextAttemptAt);
    }
}
