package jp.todoke.local;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts again what has ended by itself or by force, while everything else goes on. Where it does not stay, the pauses grow: a service
 * that cannot run must not keep the machine busy.
 */
public final class Mending {
    private static final Logger log = LoggerFactory.getLogger(Mending.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private record Attempts(int count, Instant last) {
        static final Attempts NONE = new Attempts(0, Instant.EPOCH);

        Instant next() {
            Duration pause = Duration.ofSeconds((1L << Math.min(count, 6)) - 1);
            return last.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        }

        /** What stayed for twice the longest pause has started well. */
        Attempts at(Instant now) {
            boolean stayed = last.plus(LONGEST_PAUSE.multipliedBy(2)).isBefore(now);
            return new Attempts(stayed ? 1 : count + 1, now);
        }
    }

    private final LocalSystem system;
    private final InstantSource clock;
    private final Map<String, Attempts> attempts = new HashMap<>();

    public Mending(LocalSystem system, InstantSource clock) {
        this.system = system;
        this.clock = clock;
    }

    /** One look; to be repeated. */
    public void look() {
        for (String name : system.ended()) {
            Instant now = clock.instant();
            Attempts before = attempts.getOrDefault(name, Attempts.NONE);
            if (!now.isBefore(before.next())) {
                attempts.put(name, before.at(now));
                log.warn("{} has ended and is started again", name);
                restart(name);
            }
        }
    }

    private void restart(String name) {
        try {
            system.restart(name);
        } catch (RuntimeException e) {
            log.error("{} could not be started again", name, e);
        }
    }
}
