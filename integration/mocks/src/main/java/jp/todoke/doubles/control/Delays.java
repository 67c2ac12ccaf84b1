package jp.todoke.doubles.control;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;
import jp.todoke.doubles.chukan.LatencyProfile;
import jp.todoke.doubles.wire.Conduct;
import org.jspecify.annotations.Nullable;

/** How much longer than usual an operation takes; the most particular of the delays counts. */
final class Delays {

    static final int LONGEST_MILLIS = 120_000;

    /** Always so many milliseconds, or those of a profile, drawn from the request. */
    record Delay(int millis, @Nullable LatencyProfile profile) {}

    private final Map<String, Delay> delays = new ConcurrentHashMap<>();

    int millis(Conduct.Asked asked, ToLongFunction<Conduct.Asked> draw) {
        if (delays.isEmpty()) {
            return 0;
        }
        Delay delay = delays.get(asked.operation());
        delay = delay == null ? delays.get(asked.peer()) : delay;
        delay = delay == null ? delays.get(Targets.ALL) : delay;
        if (delay == null) {
            return 0;
        }
        return delay.profile() == null ? delay.millis() : delay.profile().callMillis(draw.applyAsLong(asked));
    }

    void set(String target, Delay delay) {
        delays.put(target, delay);
    }

    boolean lift(String target) {
        return delays.remove(target) != null;
    }

    void clear() {
        delays.clear();
    }

    Map<String, Delay> all() {
        return new TreeMap<>(delays);
    }
}
