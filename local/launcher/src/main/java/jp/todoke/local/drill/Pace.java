package jp.todoke.local.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How the undisturbed job goes: how many requests each phase has and how long they take. */
final class Pace {
    private final Map<Phase, List<Duration>> taken = new EnumMap<>(Phase.class);

    synchronized void took(Phase phase, Duration time) {
        taken.computeIfAbsent(phase, _ -> new ArrayList<>()).add(time);
    }

    /** The number of the request of the phase, from 0, at which a kill falls. */
    synchronized int request(Kill kill) {
        return (int) (kill.at() * taken.getOrDefault(kill.phase(), List.of()).size());
    }

    synchronized Duration delay(Kill kill) {
        List<Duration> sorted = taken.getOrDefault(kill.phase(), List.of()).stream().sorted().toList();
        Duration median = sorted.isEmpty() ? Duration.ZERO : sorted.get(sorted.size() / 2);
        return Duration.ofNanos((long) (median.toNanos() * kill.within()));
    }
}
