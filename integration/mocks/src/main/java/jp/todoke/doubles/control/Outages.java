package jp.todoke.doubles.control;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import jp.todoke.doubles.wire.Conduct;
import jp.todoke.doubles.wire.Scenario;
import org.jspecify.annotations.Nullable;

/** Who is down, how, and from when until when. */
final class Outages {

    static final int MOST = 100;
    static final List<Scenario> WAYS = List.of(Scenario.OUTAGE, Scenario.RESET, Scenario.SLOW, Scenario.TRUNCATED);

    /** @param from at once where null @param until until it is lifted where null */
    record Outage(int id, String target, Scenario as, @Nullable Instant from, @Nullable Instant until) {
        private boolean lasts(Instant now) {
            return (from == null || !now.isBefore(from)) && (until == null || now.isBefore(until));
        }
    }

    private final List<Outage> outages = new CopyOnWriteArrayList<>();
    private final AtomicInteger ids = new AtomicInteger();

    /** The first that lasts decides. */
    Scenario on(Conduct.Asked asked, Instant now) {
        for (Outage outage : outages) {
            if (outage.lasts(now) && Targets.hits(outage.target(), asked)) {
                return outage.as();
            }
        }
        return Scenario.NONE;
    }

    synchronized Outage begin(String target, Scenario as, @Nullable Instant from, @Nullable Instant until) {
        if (outages.size() >= MOST) {
            throw new Unacceptable("/", "at most " + MOST + " outages; lift some");
        }
        var outage = new Outage(ids.incrementAndGet(), target, as, from, until);
        outages.add(outage);
        return outage;
    }

    boolean lift(int id) {
        return outages.removeIf(outage -> outage.id() == id);
    }

    void clear() {
        outages.clear();
    }

    List<Outage> all() {
        return List.copyOf(outages);
    }
}
