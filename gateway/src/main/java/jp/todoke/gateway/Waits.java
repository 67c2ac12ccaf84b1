package jp.todoke.gateway;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends waits for a service that last too long. A socket's own time-out knows only the silence between two bytes that are read; it does not know a
 * service that takes nothing in, or one that sends a byte now and then for ever. So each wait is written down while it lasts and looked at from
 * outside.
 */
final class Waits implements AutoCloseable {
    private static final long LOOK_EVERY_MILLIS = 100;

    private final long silence;
    private final long deadline;
    private final Set<Wait> lasting = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService watch = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("waits").factory());

    Waits(Duration silence, Duration deadline) {
        this.silence = silence.toNanos();
        this.deadline = deadline.toNanos();
        watch.scheduleWithFixedDelay(() -> lasting.forEach(Wait::giveUpIfTooLong), LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS,
                TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }

    /**
     * @param stream only silence counts, not how long it takes in all
     * @param giveUp breaks off what is waited for; called from another thread
     */
    Wait of(boolean stream, Runnable giveUp) {
        return new Wait(stream ? Long.MAX_VALUE : deadline, giveUp);
    }

    /** The time that one request waits for its service; begun and ended by the request's own thread, over and over. */
    final class Wait {
        private final long most;
        private final Runnable giveUp;
        private long before;
        private volatile long begun;
        private volatile boolean givenUp;

        private Wait(long most, Runnable giveUp) {
            this.most = most;
            this.giveUp = giveUp;
        }

        void begin() {
            begun = System.nanoTime();
            lasting.add(this);
        }

        void end() {
            if (lasting.remove(this)) {
                before += System.nanoTime() - begun;
            }
        }

        boolean wasGivenUp() {
            return givenUp;
        }

        private void giveUpIfTooLong() {
            long now = System.nanoTime() - begun;
            if ((now > silence || before + now > most) && lasting.remove(this)) {
                givenUp = true;
                giveUp.run();
            }
        }
    }
}
