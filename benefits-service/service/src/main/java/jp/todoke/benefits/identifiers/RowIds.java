package jp.todoke.benefits.identifiers;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** UUID version 7 (RFC 9562): ids that sort by the time at which they were given, so that pages and indexes follow the order of receipt. */
@Component
public final class RowIds {
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long VARIANT_MASK = 0x3fff_ffff_ffff_ffffL;
    private static final int COUNTER_BITS = 12;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private long last;

    public RowIds(Clock clock) {
        this.clock = clock;
    }

    /** Milliseconds and a counter within them: two ids of one process never sort against their order. */
    public UUID next() {
        long place;
        synchronized (this) {
            last = Math.max(clock.millis() << COUNTER_BITS, last + 1);
            place = last;
        }
        long counter = place & ((1L << COUNTER_BITS) - 1);
        long high = (place >>> COUNTER_BITS) << 16 | VERSION_7 | counter;
        return new UUID(high, random.nextLong() & VARIANT_MASK | VARIANT);
    }
}
