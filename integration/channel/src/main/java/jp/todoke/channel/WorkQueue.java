package jp.todoke.channel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import jp.todoke.tenancy.Municipality;
import jp.todoke.tenancy.Tenant;
import jp.todoke.telemetry.Work;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Work that stands in a table and survives the death of the process. A row is claimed by writing a lease with the
 * dispatch role ({@code for update skip locked}, so several processes share the table), then handled under the row's
 * tenant with the application role and without an open transaction. A process that dies leaves a lease that runs out,
 * and the row is claimed again: handlers must be able to run twice. When to try again after a failure stands in the
 * row ({@code next_attempt_at}), never in memory.
 *
 * <p>Opened by {@link WorkQueues#open}; runs from the start of the application to its end.
 */
public final class WorkQueue {
    private static final Logger log = LoggerFactory.getLogger(WorkQueue.class);
    /** Between two claims, however often it is woken: under load a claim takes several rows, and not each its own. */
    private static final Duration SHORTEST_GAP = Duration.ofMillis(10);
    /** The more a claim took, the longer the next one waits: rows that begin together are written together all their way. */
    private static final Duration GAP_PER_ROW = Duration.ofMillis(5);
    private static final Duration LONGEST_GAP = Duration.ofMillis(50);
    private static final int MOST_TIMES = 500;

    /** One claimed row. */
    public record Claim(String municipalityCode, UUID id, int attempts) {}

    /** The statements on the table, run with the dispatch role in a transaction of their own. */
    public interface Claims {
        /**
         * Gives due rows whose lease is free or expired ({@code next_attempt_at <= now}) a lease until
         * {@code leaseUntil} and returns them, at most {@code limit}.
         */
        List<Claim> claim(Instant now, Instant leaseUntil, int limit);
    }

    /** Of a table whose rows wait to be done, and not only for their day. */
    public interface CountedClaims extends Claims {
        Backlog backlog();
    }

    /** The work itself: under the tenant, outside any transaction. It settles its row: done, or a later attempt. */
    public interface Handler {
        void handle(Claim claim);

        /**
         * Called under the tenant when {@link #handle} threw. Without it the row waits for the end of its lease.
         *
         * @param nextAttemptAt proposed by the back-off of {@link Settings}
         */
        default void failed(Claim claim, Instant nextAttemptAt, Throwable cause) {}
    }

    /**
     * @param poll       how long a row may wait that nobody announced by {@link #wake}
     * @param firstRetry doubled with each attempt up to {@code lastRetry}
     */
    public record Settings(Duration lease, Duration poll, int concurrency, Duration firstRetry, Duration lastRetry) {
        public static Settings standard(Duration lease) {
            return new Settings(lease, Duration.ofMillis(250), 8, Duration.ofSeconds(1), Duration.ofMinutes(5));
        }

        Settings atOnce(int rows) {
            return new Settings(lease, poll, rows, firstRetry, lastRetry);
        }

        Instant nextAttempt(Instant now, int attempts) {
            long factor = 1L << Math.clamp(attempts, 0, 20);
            Duration wait = firstRetry.multipliedBy(factor);
            return now.plus(wait.compareTo(lastRetry) > 0 ? lastRetry : wait);
        }
    }

    private final String name;
    private final Settings settings;
    private final Claims claims;
    private final Handler handler;
    private final Clock clock;
    private final TransactionOperations dispatchTransaction;
    private final Semaphore slots;
    private final Signal signal = new Signal();
    private volatile boolean running;
    private volatile @Nullable Thread loop;
    /** Of the loop alone: when it may claim next, by the system's own measure of time. */
    private long nextClaim = System.nanoTime();

    WorkQueue(String name, Settings settings, Claims claims, Handler handler, Clock clock, TransactionOperations dispatchTransaction) {
        this.name = name;
        this.settings = settings;
        this.claims = claims;
        this.handler = handler;
        this.clock = clock;
        this.dispatchTransaction = dispatchTransaction;
        this.slots = new Semaphore(settings.concurrency());
    }

    /** Says that a row became due: at once, or after the commit of the transaction that is open now. */
    public void wake() {
        AfterCommit.run(signal::raise);
    }

    /**
     * Claims and handles, on the calling thread, all that is due now; for tests and for a run at a set moment.
     *
     * @return how many rows were handled, failed ones included
     * @throws IllegalStateException when a row is due again and again: its step changes nothing of when it is
     */
    public int drain() {
        int handled = 0;
        Map<UUID, Integer> times = new HashMap<>();
        List<Claim> claimed = claim(settings.concurrency());
        while (!claimed.isEmpty()) {
            for (Claim claim : claimed) {
                if (times.merge(claim.id(), 1, Integer::sum) > MOST_TIMES) {
                    throw new IllegalStateException(name + ": " + claim.id() + " is due again and again");
                }
                run(claim);
            }
            handled += claimed.size();
            claimed = claim(settings.concurrency());
        }
        return handled;
    }

    void start() {
        running = true;
        loop = Thread.ofVirtual().name(name + "-claims").start(this::loop);
    }

    /** Ends claiming and waits for the handlers that run; what does not end in time is claimed again later. */
    void stop(Duration patience) {
        running = false;
        signal.raise();
        Thread running = loop;
        try {
            if (running != null) {
                running.join(patience);
            }
            if (slots.tryAcquire(settings.concurrency(), patience.toMillis(), TimeUnit.MILLISECONDS)) {
                slots.release(settings.concurrency());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void loop() {
        AtomicInteger failures = new AtomicInteger();
        while (running) {
            try {
                int started = startDue();
                failures.set(0);
                if (started == 0) {
                    signal.await(settings.poll());
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                // The database may be away for a while: say it once per streak, go on trying.
                if (failures.getAndIncrement() == 0) {
                    log.warn("{}: claiming failed ({}), trying again", name, e.getClass().getSimpleName());
                }
                signal.pause(settings.firstRetry());
            }
        }
    }

    /** Claims only as many rows as there are free slots: a lease must not run out while a row waits for a thread. */
    private int startDue() throws InterruptedException {
        slots.acquire();
        pace();
        int free = 1 + slots.drainPermits();
        List<Claim> claimed;
        try {
            claimed = claim(free);
        } catch (RuntimeException e) {
            slots.release(free);
            throw e;
        }
        slots.release(free - claimed.size());
        nextClaim = System.nanoTime() + gap(claimed.size()).toNanos();
        for (Claim claim : claimed) {
            Thread.ofVirtual().name(name + "-work").start(() -> {
                try {
                    run(claim);
                } finally {
                    slots.release();
                    signal.raise();
                }
            });
        }
        return claimed.size();
    }

    private void pace() throws InterruptedException {
        long left = nextClaim - System.nanoTime();
        if (left > 0) {
            Thread.sleep(Duration.ofNanos(left));
        }
    }

    private static Duration gap(int claimed) {
        Duration gap = GAP_PER_ROW.multipliedBy(claimed);
        return gap.compareTo(SHORTEST_GAP) < 0 ? SHORTEST_GAP : gap.compareTo(LONGEST_GAP) > 0 ? LONGEST_GAP : gap;
    }

    private List<Claim> claim(int limit) {
        Instant now = clock.instant();
        List<Claim> claimed = dispatchTransaction.execute(status -> claims.claim(now, now.plus(settings.lease()), limit));
        return claimed == null ? List.of() : claimed;
    }

    @Nullable
    Backlog backlog() {
        return claims instanceof CountedClaims counted ? dispatchTransaction.execute(status -> counted.backlog()) : null;
    }

    private void run(Claim claim) {
        Work.of(claim.municipalityCode());
        Work.doing(name);
        Tenant.run(new Municipality(claim.municipalityCode()), () -> {
            try {
                handler.handle(claim);
            } catch (RuntimeException e) {
                // The message of the exception may quote personal data; its class is enough to find the place.
                log.warn("{}: {} failed at attempt {} ({})", name, claim.id(), claim.attempts() + 1, e.getClass().getName());
                settleFailure(claim, e);
            } finally {
                Work.end();
            }
        });
    }

    private void settleFailure(Claim claim, RuntimeException cause) {
        try {
            handler.failed(claim, settings.nextAttempt(clock.instant(), claim.attempts()), cause);
        } catch (RuntimeException e) {
            log.warn("{}: {} stays claimed until its lease ends ({})", name, claim.id(), e.getClass().getName());
        }
    }

    /** A latch that can be raised again and again; raises between two waits count once. */
    private static final class Signal {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition changed = lock.newCondition();
        private boolean raised;

        void raise() {
            lock.lock();
            try {
                raised = true;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        void await(Duration longest) throws InterruptedException {
            lock.lock();
            try {
                long left = longest.toNanos();
                while (!raised && left > 0) {
                    left = changed.awaitNanos(left);
                }
                raised = false;
            } finally {
                lock.unlock();
            }
        }

        void pause(Duration longest) {
            try {
                await(longest);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
