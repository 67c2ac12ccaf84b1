package jp.todoke.local.drill;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import jp.todoke.local.LocalSystem;
import jp.todoke.local.Mending;

/** Keeps what has ended up again, as the launcher does; and, where it is to, kills the named processes in turn, each some seconds after the last was ready. */
final class Reaper implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(6);
    private final LocalSystem system;
    private final List<String> victims;
    private final AtomicInteger kills = new AtomicInteger();
    private final Thread thread;
    private volatile boolean killing;
    private volatile boolean ended;

    /** @param victims none: nothing is killed */
    Reaper(LocalSystem system, List<String> victims) {
        this.system = system;
        this.victims = victims;
        this.killing = !victims.isEmpty();
        this.thread = Thread.ofPlatform().daemon().name("reaper").start(this::run);
    }

    int kills() {
        return kills.get();
    }

    /** From now on nothing is killed any more. */
    void stopKilling() {
        killing = false;
    }

    private void run() {
        var mending = new Mending(system, InstantSource.system());
        long ready = System.nanoTime();
        while (!ended) {
            mending.look();
            boolean allReady = !killing || victims.stream().allMatch(system::isReady);
            ready = allReady ? ready : System.nanoTime();
            if (killing && System.nanoTime() - ready > BETWEEN_KILLS.toNanos()) {
                kill(victims.get(kills.get() % victims.size()));
                ready = System.nanoTime();
            }
            pause();
        }
    }

    /** And starts it again at once: the growing pauses of the launcher are for what does not stay up by itself. */
    private void kill(String name) {
        ProcessHandle.of(system.pids().getOrDefault(name, 0L)).ifPresent(process -> {
            process.destroyForcibly();
            process.onExit().join();
            kills.incrementAndGet();
            system.restart(name);
        });
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join(LOOK.multipliedBy(50));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
