package jp.todoke.channel;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.transaction.support.TransactionOperations;

/** Opens {@link WorkQueue}s and runs them while the application runs. A bean of both services. */
public final class WorkQueues implements SmartLifecycle {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Clock clock;
    private final TransactionOperations dispatchTransaction;
    private final boolean automatic;
    private final MeterRegistry meters;
    private final List<WorkQueue> queues = new ArrayList<>();
    private boolean running;

    /** @param automatic false where a test drains the queues itself */
    public WorkQueues(Clock clock, TransactionOperations dispatchTransaction, boolean automatic, MeterRegistry meters) {
        this.clock = clock;
        this.dispatchTransaction = dispatchTransaction;
        this.automatic = automatic;
        this.meters = meters;
    }

    public synchronized WorkQueue open(String name, WorkQueue.Settings settings, WorkQueue.Claims claims, WorkQueue.Handler handler) {
        WorkQueue queue = new WorkQueue(name, settings, claims, handler, clock, dispatchTransaction);
        queues.add(queue);
        if (claims instanceof WorkQueue.CountedClaims) {
            BacklogFigures.register(meters, name, queue::backlog, clock);
        }
        if (running && automatic) {
            queue.start();
        }
        return queue;
    }

    @Override
    public synchronized void start() {
        running = true;
        if (automatic) {
            queues.forEach(WorkQueue::start);
        }
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (automatic) {
            queues.forEach(queue -> queue.stop(PATIENCE));
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }
}
