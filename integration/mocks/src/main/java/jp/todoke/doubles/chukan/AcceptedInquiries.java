package jp.todoke.doubles.chukan;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.todoke.doubles.wire.Refusal;
import jp.todoke.doubles.wire.Seal;

/** The newest inquiries that were accepted, by their request id: for every request that a client may still repeat, and for the list of them. */
public final class AcceptedInquiries {
    private static final int REMEMBERED = 20_000;

    private record Accepted(byte[] bodyHash, Receipt receipt) {}

    /** An inquiry of the list, with its place: equal instants are put in order by the number. */
    record Listed(String requestId, Receipt receipt, String number) {

        private static final Comparator<Listed> ORDER = Comparator.comparing((Listed listed) -> listed.receipt().acceptedAt())
                .thenComparing(Listed::number);

        boolean isAfter(Listed other) {
            return ORDER.compare(this, other) > 0;
        }
    }

    private final Clock clock;
    private Instant completeFrom;
    private final Map<String, Accepted> accepted = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Accepted> eldest) {
            if (size() <= REMEMBERED) {
                return false;
            }
            Instant after = eldest.getValue().receipt().acceptedAt().plusMillis(1);
            completeFrom = after.isAfter(completeFrom) ? after : completeFrom;
            return true;
        }
    };

    public AcceptedInquiries(Clock clock) {
        this.clock = clock;
        this.completeFrom = clock.instant();
    }

    /** As after a restart. */
    public synchronized void clear() {
        accepted.clear();
        completeFrom = clock.instant();
    }

    /** @return the receipt of the first request with this id; an id that is no longer remembered gets a new one, with the same result */
    synchronized Receipt onceFor(String requestId, byte[] bodyHash, Receipt fresh) {
        Accepted before = accepted.putIfAbsent(requestId, new Accepted(bodyHash, fresh));
        if (before != null && !Arrays.equals(before.bodyHash(), bodyHash)) {
            throw Refusal.business(400, "N0411", "同じリクエストIDで異なる内容が送信されました。");
        }
        return before == null ? fresh : before.receipt();
    }

    /** What was accepted before may be forgotten: by the bound, or by a restart. */
    synchronized Instant completeFrom() {
        return completeFrom;
    }

    /** Of one municipality, in the order of acceptance. */
    List<Listed> of(String asker, Instant from, Instant to, Seal seal) {
        Map<String, Accepted> all;
        synchronized (this) {
            all = new LinkedHashMap<>(accepted);
        }
        return all.entrySet().stream().filter(one -> {
            Receipt receipt = one.getValue().receipt();
            return receipt.asker().equals(asker) && !receipt.acceptedAt().isBefore(from) && receipt.acceptedAt().isBefore(to);
        }).map(one -> new Listed(one.getKey(), one.getValue().receipt(), one.getValue().receipt().number(seal))).sorted(Listed.ORDER)
                .toList();
    }
}
