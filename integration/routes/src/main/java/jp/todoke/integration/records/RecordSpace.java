package jp.todoke.integration.records;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** What the records take in the database; measured at most once a minute, since it looks at every day. */
final class RecordSpace {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final RecordDispatchMapper rows;
    private final DataSize capacity;
    private long bytes = -1;
    private long measuredAt;

    RecordSpace(RecordDispatchMapper rows, DataSize capacity) {
        this.rows = rows;
        this.capacity = capacity;
    }

    synchronized double bytes() {
        if (bytes < 0 || System.nanoTime() - measuredAt > FRESH.toNanos()) {
            bytes = rows.bytes();
            measuredAt = System.nanoTime();
        }
        return bytes;
    }

    /** Part of the capacity that is taken; 1 is full. */
    double fill() {
        return bytes() / capacity.toBytes();
    }
}
