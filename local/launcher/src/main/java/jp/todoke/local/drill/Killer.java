package jp.todoke.local.drill;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.todoke.local.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Carries out a schedule: watches the requests leave, kills at the one that was drawn, and brings everything up again as a user would.
 * The next kill waits until that is done, so that each of them meets a system at work.
 */
final class Killer {
    private static final int ATTEMPTS_OF_UP = 3;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    /** A kill that was carried out. */
    record Done(Kill kill, Phase phase, Duration restart) {}

    private final Instance instance;
    private final Deque<Kill> waiting;
    private final int planned;
    private final Pace pace;
    private final Progress progress;
    private final List<Done> done = Collections.synchronizedList(new ArrayList<>());
    private @Nullable Thread at;
    private volatile @Nullable RuntimeException failure;

    Killer(Instance instance, List<Kill> schedule, Pace pace, Progress progress) {
        this.instance = instance;
        this.waiting = new ArrayDeque<>(schedule);
        this.planned = schedule.size();
        this.pace = pace;
        this.progress = progress;
    }

    List<Done> done() {
        return List.copyOf(done);
    }

    /** The first start of all, cut off as often as the schedule wants it at a part of the time that an undisturbed one takes. */
    void start(Duration undisturbed) {
        for (Kill kill = next(Phase.START, Integer.MAX_VALUE); kill != null; kill = next(Phase.START, Integer.MAX_VALUE)) {
            Kill now = kill;
            var starting = Thread.ofPlatform().name("start").start(instance::up);
            while (starting.isAlive() && !instance.hasRecord()) {
                pause(BETWEEN_LOOKS);
            }
            pause(Duration.ofMillis((long) (undisturbed.toMillis() * now.at())));
            long begun = System.nanoTime();
            boolean killed = killWhenThere(now.target(), starting);
            join(starting);
            if (!killed) {
                throw new IllegalStateException("the start ended before it could be cut off");
            }
            done(now, Phase.START, begun);
        }
        up();
    }

    private boolean killWhenThere(Target target, Thread starting) {
        boolean killed = instance.kill(target);
        while (!killed && starting.isAlive()) {
            pause(BETWEEN_LOOKS);
            killed = instance.kill(target);
        }
        return killed;
    }

    /** A request is about to leave; it waits where it would run into a system that is still coming up from the last kill. */
    void arrive(Phase phase, int number) {
        RuntimeException failed = failure;
        if (failed != null) {
            throw failed;
        }
        synchronized (this) {
            Kill kill = next(phase, number);
            if (kill != null) {
                finish();
                at = Thread.ofPlatform().name("kill").start(() -> carryOut(kill, phase));
            }
        }
    }

    /** Waits for the end of the last one. */
    synchronized void finish() {
        if (at != null) {
            join(at);
        }
        RuntimeException failed = failure;
        if (failed != null) {
            throw failed;
        }
    }

    /** The next kill if it is due: at its request, or as soon as its phase is over. */
    private synchronized @Nullable Kill next(Phase phase, int number) {
        Kill first = waiting.peek();
        boolean due = first != null
                && (first.phase().compareTo(phase) < 0 || first.phase() == phase && number >= pace.request(first));
        return due ? waiting.poll() : null;
    }

    private void carryOut(Kill kill, Phase phase) {
        try {
            pause(pace.delay(kill));
            long begun = System.nanoTime();
            if (!instance.kill(kill.target())) {
                throw new IllegalStateException(kill.target().label() + " did not run");
            }
            pause(kill.pause());
            up();
            done(kill, phase, begun);
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void up() {
        for (int attempt = 1; !instance.up(); attempt++) {
            if (attempt == ATTEMPTS_OF_UP) {
                throw new IllegalStateException("Todoke did not come up again; its logs are in " + instance.stateDir());
            }
        }
    }

    private void done(Kill kill, Phase phase, long begun) {
        Duration restart = Duration.ofNanos(System.nanoTime() - begun);
        done.add(new Done(kill, phase, restart));
        progress.say("  kill %2d/%d  %-17s %s  up again after %d.%d s".formatted(done.size(), planned, kill.target().label(), phase.title(),
                restart.toSeconds(), restart.toMillisPart() / 100));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static void pause(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
