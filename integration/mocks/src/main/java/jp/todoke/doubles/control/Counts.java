package jp.todoke.doubles.control;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import jp.todoke.doubles.wire.Conduct;
import org.jspecify.annotations.Nullable;

/**
 * How often an operation was asked under a request id about a person. Exact up to the limit of keys, however many requests have passed; what came under
 * a key for which there was no room is counted as such, so that nobody takes the counts for complete.
 */
final class Counts {

    /** What is counted apart. */
    record Key(String operation, String requestId, String person) {}

    /**
     * @param requests    that arrived
     * @param taken       after which the peer had done what was asked
     * @param firstTaken  when it had done so for the first time
     * @param firstTurn   the place of that among all that was ever taken
     */
    record Count(Key key, int requests, int taken, @Nullable Instant firstTaken, long firstTurn) {}

    /** Of one operation, whatever the keys. */
    record Total(long requests, long taken) {
        private Total plus(boolean more) {
            return new Total(requests + 1, taken + (more ? 1 : 0));
        }
    }

    private final int limit;
    private final Map<Key, Count> counts = new ConcurrentHashMap<>();
    private final Map<String, Total> totals = new ConcurrentHashMap<>();
    private final AtomicInteger keys = new AtomicInteger();
    private final AtomicLong without = new AtomicLong();
    private final AtomicLong turns = new AtomicLong();

    Counts(int limit) {
        this.limit = limit;
    }

    boolean counts() {
        return limit > 0;
    }

    int limit() {
        return limit;
    }

    void add(Conduct.Passed passed, @Nullable String person, Instant now) {
        if (limit == 0) {
            return;
        }
        Conduct.Asked asked = passed.asked();
        totals.compute(asked.operation(), (operation, total) -> (total == null ? new Total(0, 0) : total).plus(passed.taken()));
        var key = new Key(asked.operation(), orEmpty(Journal.shortened(asked.requestId())), orEmpty(Journal.shortened(person)));
        counts.compute(key, (same, count) -> {
            if (count == null && keys.incrementAndGet() > limit) {
                keys.decrementAndGet();
                without.incrementAndGet();
                return null;
            }
            return more(count == null ? new Count(same, 0, 0, null, 0) : count, passed.taken(), now);
        });
    }

    private Count more(Count count, boolean taken, Instant now) {
        boolean first = taken && count.taken() == 0;
        return new Count(count.key(), count.requests() + 1, count.taken() + (taken ? 1 : 0), first ? now : count.firstTaken(),
                first ? turns.incrementAndGet() : count.firstTurn());
    }

    private static String orEmpty(@Nullable String word) {
        return word == null ? "" : word;
    }

    List<Count> find(Predicate<Key> wanted) {
        return counts.values().stream().filter(count -> wanted.test(count.key())).toList();
    }

    Map<String, Total> totals() {
        return new TreeMap<>(totals);
    }

    int keys() {
        return keys.get();
    }

    /** Requests under keys that have no count of their own. */
    long without() {
        return without.get();
    }

    void clear() {
        counts.clear();
        totals.clear();
        keys.set(0);
        without.set(0);
        turns.set(0);
    }
}
