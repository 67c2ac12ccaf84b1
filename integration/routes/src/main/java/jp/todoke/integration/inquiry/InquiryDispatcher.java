package jp.todoke.integration.inquiry;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import jp.todoke.channel.WorkQueue;
import jp.todoke.telemetry.Traces;
import jp.todoke.telemetry.Work;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;

/**
 * Drives an inquiry one step after the other: each step is one route, asked without an open transaction. A process may die between any two lines;
 * the next one finds in the row how far it came, and repeats the step with the same request id.
 */
@Component
class InquiryDispatcher implements WorkQueue.Handler {
    private final InquiryStore store;
    private final NetworkHealth health;
    private final Settlement settlement;
    private final Gates gates;
    private final ProducerTemplate routes;
    private final Traces traces;

    InquiryDispatcher(InquiryStore store, Settlement settlement, Gates gates, ProducerTemplate routes, NetworkHealth health,
            Traces traces) {
        this.store = store;
        this.health = health;
        this.settlement = settlement;
        this.gates = gates;
        this.routes = routes;
        this.traces = traces;
    }

    @Override
    public void handle(WorkQueue.Claim claim) {
        if (settlement.waitsForSeal(claim.id())) {
            return;
        }
        store.begin(claim.id()).ifPresent(inquiry -> {
            Work.correlatedBy(inquiry.origin().correlationId());
            traces.goOn(inquiry.origin().traceparent(), "inquiry", () -> steps(inquiry));
        });
    }

    @Override
    public void failed(WorkQueue.Claim claim, Instant nextAttemptAt, Throwable cause) {
        settlement.failed(claim.id(), nextAttemptAt, cause.getClass().getSimpleName());
    }

    private void steps(Inquiry begun) {
        Optional<Next> next = Optional.of(new Next(begun, Step.firstOf(begun)));
        while (next.isPresent()) {
            next = step(next.get().inquiry(), next.get().step());
        }
    }

    private Optional<Next> step(Inquiry inquiry, Step step) {
        if (Gates.isOfNetwork(inquiry)) {
            health.lookIfDue();
        }
        if (!gates.enter(inquiry, step)) {
            store.unsent(inquiry);
            return Optional.empty();
        }
        PeerReply reply;
        try {
            reply = ask(inquiry, step);
        } catch (RuntimeException fault) {
            gates.leave(inquiry, step);
            throw fault;
        }
        gates.leave(inquiry, step, reply);
        return settlement.of(inquiry, step, reply);
    }

    private PeerReply ask(Inquiry inquiry, Step step) {
        return traces.step(step.operation(), () -> routes.requestBody("direct:" + step.operation(), inquiry, PeerReply.class),
                reply -> reply.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }
}
