package jp.todoke.channel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import jp.todoke.tenancy.Municipality;
import jp.todoke.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes of one kind that go together: what arrives while a transaction runs goes whole into the next one, and the larger a group was, the longer
 * the next one gathers. Under load one transaction and a few statements serve many rows; a write that comes alone waits for nobody.
 * Whoever asks goes on when the own write is committed. Should a group fail, each of its writes is done by itself, so that one that cannot be written
 * spoils no other.
 *
 * @param <W> what is written
 * @param <R> what became of it
 */
public final class GroupedWrites<W, R extends @Nullable Object> {
    private static final int MOST = 64;
    private static final Duration GATHERED_PER_WRITE = Duration.ofMillis(1);
    private static final Duration LONGEST_GATHERED = Duration.ofMillis(25);

    private final TransactionOperations transaction;
    private final Function<List<W>, List<R>> writing;
    private final Map<Municipality, Lane> lanes = new ConcurrentHashMap<>();

    /** @param writing under the tenant, in a transaction; answers for each write, in their order */
    public GroupedWrites(TransactionOperations transaction, Function<List<W>, List<R>> writing) {
        this.transaction = transaction;
        this.writing = writing;
    }

    /**
     * @throws IllegalStateException inside a transaction, which this write would not be part of
     */
    public R write(W change) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a grouped write is committed with its group, not with the caller's transaction");
        }
        Waiting<W, R> waiting = new Waiting<>(change, new CompletableFuture<>());
        lanes.computeIfAbsent(Tenant.current(), Lane::new).take(waiting);
        try {
            return waiting.done().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw e;
        }
    }

    /** How many wait for the next group; for tests. */
    int waiting(Municipality municipality) {
        Lane lane = lanes.get(municipality);
        return lane == null ? 0 : lane.queue.size();
    }

    private record Waiting<W, R extends @Nullable Object>(W change, CompletableFuture<R> done) {}

    /** Of one municipality: a transaction sees the rows of one alone. */
    private final class Lane {
        private final Municipality municipality;
        private final Queue<Waiting<W, R>> queue = new ConcurrentLinkedQueue<>();
        private final AtomicBoolean writes = new AtomicBoolean();

        Lane(Municipality municipality) {
            this.municipality = municipality;
        }

        void take(Waiting<W, R> waiting) {
            queue.add(waiting);
            if (writes.compareAndSet(false, true)) {
                Thread.ofVirtual().name("grouped-writes").start(() -> Tenant.run(municipality, this::work));
            }
        }

        private void work() {
            do {
                for (List<Waiting<W, R>> group = next(); !group.isEmpty(); group = next()) {
                    write(group);
                    gather(group.size() - 1);
                }
                writes.set(false);
                // Who came between the last look and this line saw that somebody was at work.
            } while (!queue.isEmpty() && writes.compareAndSet(false, true));
        }

        /** Interrupted, it only gathers less. */
        private static void gather(int others) {
            Duration gathered = GATHERED_PER_WRITE.multipliedBy(others);
            try {
                Thread.sleep(gathered.compareTo(LONGEST_GATHERED) < 0 ? gathered : LONGEST_GATHERED);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private List<Waiting<W, R>> next() {
            List<Waiting<W, R>> group = new ArrayList<>();
            while (group.size() < MOST && queue.peek() != null) {
                group.add(queue.remove());
            }
            return group;
        }

        private void write(List<Waiting<W, R>> group) {
            List<R> results;
            try {
                results = together(group);
            } catch (Throwable fault) {
                if (group.size() == 1) {
                    group.getFirst().done().completeExceptionally(fault);
                } else {
                    group.forEach(one -> write(List.of(one)));
                }
                return;
            }
            for (int i = 0; i < group.size(); i++) {
                group.get(i).done().complete(results.get(i));
            }
        }

        private List<R> together(List<Waiting<W, R>> group) {
            List<R> results = transaction.execute(_ -> writing.apply(group.stream().map(Waiting::change).toList()));
            if (results == null || results.size() != group.size()) {
                throw new IllegalStateException("not every write of the group has its result");
            }
            return results;
        }
    }
}
