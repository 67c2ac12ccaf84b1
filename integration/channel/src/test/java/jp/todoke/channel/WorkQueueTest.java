package jp.todoke.channel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jp.todoke.tenancy.Tenant;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

/** The running of the queue itself, on a table that is a list. */
class WorkQueueTest {
    private final Queue<WorkQueue.Claim> due = new ConcurrentLinkedQueue<>();
    private final BlockingQueue<String> handled = new LinkedBlockingQueue<>();

    @Test
    void handlesAtOnceWhatIsAnnounced() throws InterruptedException {
        WorkQueues queues = queues();
        WorkQueue queue = queues.open("test", settings(Duration.ofHours(1), 2), this::claim, claim -> handled.add(Tenant.current().code()));
        queues.start();
        try {
            due.add(claim(0));
            queue.wake();

            assertEquals("139998", handled.poll(5, TimeUnit.SECONDS));
        } finally {
            queues.stop();
        }
    }

    @Test
    void findsByItselfWhatNobodyAnnounced() throws InterruptedException {
        WorkQueues queues = queues();
        queues.open("test", settings(Duration.ofMillis(5), 2), this::claim, claim -> handled.add("found"));
        queues.start();
        try {
            due.add(claim(0));

            assertEquals("found", handled.poll(5, TimeUnit.SECONDS));
        } finally {
            queues.stop();
        }
    }

    @Test
    void claimsNoMoreThanItCanWorkOn() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(3);
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger atOnce = new AtomicInteger();
        WorkQueues queues = queues();
        for (int i = 0; i < 9; i++) {
            due.add(claim(i));
        }
        WorkQueue queue = queues.open("test", settings(Duration.ofHours(1), 3), this::claim, claim -> {
            atOnce.incrementAndGet();
            begun.countDown();
            await(end);
            handled.add("done");
        });
        queues.start();
        try {
            assertTrue(begun.await(5, TimeUnit.SECONDS));
            queue.wake();
            assertEquals(3, atOnce.get());
            assertEquals(6, due.size());

            end.countDown();
            for (int i = 0; i < 9; i++) {
                assertEquals("done", handled.poll(5, TimeUnit.SECONDS));
            }
        } finally {
            queues.stop();
        }
    }

    @Test
    void goesOnAfterAFailureOfTheDatabaseAndOfAHandler() throws InterruptedException {
        AtomicInteger claimings = new AtomicInteger();
        List<Instant> retries = new ArrayList<>();
        WorkQueues queues = queues();
        due.add(claim(2));
        queues.open("test", settings(Duration.ofMillis(5), 1), (now, until, limit) -> {
            if (claimings.getAndIncrement() < 2) {
                throw new IllegalStateException("the database is away");
            }
            return claim(now, until, limit);
        }, new WorkQueue.Handler() {
            @Override
            public void handle(WorkQueue.Claim claim) {
                throw new IllegalStateException("failed");
            }

            @Override
            public void failed(WorkQueue.Claim claim, Instant nextAttemptAt, Throwable cause) {
                retries.add(nextAttemptAt);
                handled.add("failed");
            }
        });
        queues.start();
        try {
            assertEquals("failed", handled.poll(5, TimeUnit.SECONDS));
            assertEquals(List.of(Instant.EPOCH.plusMillis(4)), retries);
            assertNull(due.peek());
        } finally {
            queues.stop();
        }
    }

    /** A step that leaves its row due would otherwise keep a test for ever. */
    @Test
    void endsADrainInWhichARowIsDueAgainAndAgain() {
        due.add(claim(0));
        WorkQueue queue = queues().open("test", settings(Duration.ofHours(1), 1), this::claim, due::add);

        assertThrows(IllegalStateException.class, queue::drain);
    }

    private WorkQueues queues() {
        return new WorkQueues(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), TransactionOperations.withoutTransaction(), true,
                new SimpleMeterRegistry());
    }

    private static WorkQueue.Settings settings(Duration poll, int concurrency) {
        return new WorkQueue.Settings(Duration.ofSeconds(60), poll, concurrency, Duration.ofMillis(1), Duration.ofMinutes(5));
    }

    private List<WorkQueue.Claim> claim(Instant now, Instant leaseUntil, int limit) {
        List<WorkQueue.Claim> claimed = new ArrayList<>();
        while (claimed.size() < limit && !due.isEmpty()) {
            claimed.add(due.poll());
        }
        return claimed;
    }

    private static WorkQueue.Claim claim(int attempts) {
        return new WorkQueue.Claim("139998", UUID.randomUUID(), attempts);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
