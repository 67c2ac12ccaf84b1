package jp.todoke.doubles.chukan;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The files that were received, as receipts of {@link Receipt#BYTES} bytes a record: unlike a single inquiry, a file does not fit into its own
 * number. The newest ones are kept (some 15 MB); older ones are unknown, as after the retention of results.
 */
final class InquiryFiles {
    private static final int REMEMBERED = 40;

    /**
     * A file as it is kept.
     *
     * @param hash of its bytes and its name: the same request id with others is refused
     */
    record Kept(byte[] hash, Instant acceptedAt, int size, byte[] fates, byte[] receipts) {

        DatRecords.Fate fate(int recordNo) {
            return DatRecords.Fate.values()[fates[recordNo - 1]];
        }

        Receipt receipt(int recordNo) {
            return Receipt.from(ByteBuffer.wrap(receipts, (recordNo - 1) * Receipt.BYTES, Receipt.BYTES));
        }

        boolean has(byte[] sameHash) {
            return Arrays.equals(hash, sameHash);
        }
    }

    private final Map<String, Kept> files = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Kept> eldest) {
            return size() > REMEMBERED;
        }
    };

    synchronized Optional<Kept> file(String fileId) {
        return Optional.ofNullable(files.get(fileId));
    }

    synchronized void forget() {
        files.clear();
    }

    /** @return what is kept under this id, which is the given one unless another was first */
    synchronized Kept keep(String fileId, Kept file) {
        Kept first = files.putIfAbsent(fileId, file);
        return first == null ? file : first;
    }
}
