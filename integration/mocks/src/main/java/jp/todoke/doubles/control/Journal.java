package jp.todoke.doubles.control;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import jp.todoke.doubles.wire.Conduct;
import org.jspecify.annotations.Nullable;

/** The newest requests; of a body only where that is switched on, and never a 個人番号. */
final class Journal {

    static final int LONGEST_BODY = 4_096;
    private static final int LONGEST_WORD = 128;
    private static final Pattern KOJINBANGO = Pattern.compile("(?<![0-9])[0-9]{12}(?![0-9])");
    private static final String MASK = "************";

    /**
     * One request as it passed.
     *
     * @param scenario what went wrong with it on purpose
     * @param taken    the peer did what was asked
     */
    record Entry(long number, Instant at, String operation, @Nullable String requestId, @Nullable String person, int status,
            String scenario, boolean taken, @Nullable String body) {}

    private final int size;
    private final Deque<Entry> entries;
    private volatile boolean bodies;
    private long number;

    Journal(int size) {
        this.size = size;
        this.entries = new ArrayDeque<>();
    }

    boolean keeps() {
        return size > 0;
    }

    int size() {
        return size;
    }

    boolean keepsBodies() {
        return bodies;
    }

    void keepBodies(boolean wanted) {
        bodies = wanted;
    }

    void add(Conduct.Passed passed, @Nullable String person, Instant now) {
        if (size == 0) {
            return;
        }
        Conduct.Asked asked = passed.asked();
        String body = bodies ? masked(asked.body()) : null;
        synchronized (this) {
            if (entries.size() == size) {
                entries.removeFirst();
            }
            entries.addLast(new Entry(++number, now, asked.operation(), shortened(asked.requestId()), shortened(person), passed.status(),
                    passed.scenario().label(), passed.taken(), body));
        }
    }

    /** What callers may make as long as they like is kept short. */
    static @Nullable String shortened(@Nullable String word) {
        return word == null || word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD);
    }

    private static String masked(byte[] body) {
        // Masked before it is cut: half a number must not be left over.
        String text = KOJINBANGO.matcher(new String(body, StandardCharsets.UTF_8)).replaceAll(MASK);
        return text.length() <= LONGEST_BODY ? text : text.substring(0, LONGEST_BODY);
    }

    /** The newest last. */
    synchronized List<Entry> find(Predicate<Entry> wanted, int most) {
        var found = new ArrayDeque<Entry>();
        var newestFirst = entries.descendingIterator();
        while (newestFirst.hasNext() && found.size() < most) {
            Entry entry = newestFirst.next();
            if (wanted.test(entry)) {
                found.addFirst(entry);
            }
        }
        return new ArrayList<>(found);
    }

    synchronized int kept() {
        return entries.size();
    }

    synchronized void clear() {
        entries.clear();
        number = 0;
        bodies = false;
    }
}
