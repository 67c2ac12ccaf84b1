package jp.todoke.channel;

import java.time.Clock;
import java.util.List;
import jp.todoke.telemetry.Traces;
import jp.todoke.tenancy.Tenant;
import jp.todoke.telemetry.Work;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** The outbox table as {@link Outbox}. */
final class DurableOutbox implements Outbox {
    private static final int FIRST_VERSION = 1;

    private final OutboxMapper rows;
    private final JsonMapper json;
    private final Clock clock;
    private final Traces traces;
    private final Runnable wake;

    /** @param wake tells the dispatcher, after commit, that a row is due */
    DurableOutbox(OutboxMapper rows, JsonMapper json, Clock clock, Traces traces, Runnable wake) {
        this.rows = rows;
        this.json = json;
        this.clock = clock;
        this.traces = traces;
        this.wake = wake;
    }

    @Override
    public Cause cause() {
        return new Cause(Work.correlationId(), traces.current());
    }

    @Override
    public void send(List<Message> messages) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a message is sent in the transaction of the change that it tells of");
        }
        rows.add(Tenant.current().code(), clock.instant(), FIRST_VERSION, json.writeValueAsString(messages));
        wake.run();
    }
}
