package jp.todoke.verifier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of a record in the order in which they are hashed, and the hash itself at the end. All values are text. */
final class Columns {
    static final List<String> NAMES = List.of("municipality_code", "record_id", "inquiry_id", "role", "network", "shori_tsuban",
            "receipt_no", "asker_kikan_cd", "provider_kikan_cd", "jimu_cd", "jimutetsuzuki_cd", "tm_cd", "juki_purpose", "legal_basis",
            "case_number", "officer", "atenabango", "withheld", "result_kind", "occurred_at", "chain_day", "chain_position", "prev_hash",
            "hash");
    static final int RECORD_ID = NAMES.indexOf("record_id");
    static final int DAY = NAMES.indexOf("chain_day");
    static final int POSITION = NAMES.indexOf("chain_position");
    static final int PREVIOUS = NAMES.indexOf("prev_hash");
    static final int HASH = NAMES.indexOf("hash");
    private static final byte[][] BEGINNINGS = NAMES.stream().map(name -> (name + ":").getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);
    private static final byte[] FORM = "form:15:todoke-record-1\n".getBytes(StandardCharsets.US_ASCII);

    private final MessageDigest sha256;

    Columns() {
        try {
            this.sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    String hashOf(@Nullable String[] row) {
        sha256.update(FORM);
        for (int i = 0; i < HASH; i++) {
            sha256.update(BEGINNINGS[i]);
            field(row[i]);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** @param values municipality, day, number of records, last hash, hash of the seal before */
    String hashOfSeal(String... values) {
        sha256.update("form:12:todoke-day-1\n".getBytes(StandardCharsets.US_ASCII));
        String[] names = {"municipality_code", "chain_day", "records", "last_hash", "prev_seal_hash"};
        for (int i = 0; i < names.length; i++) {
            sha256.update((names[i] + ":").getBytes(StandardCharsets.US_ASCII));
            field(values[i]);
        }
        return HexFormat.of().formatHex(sha256.digest());
    }

    /** The same row at another place of the chain. */
    static @Nullable String[] at(@Nullable String[] row, long position) {
        @Nullable
        String[] moved = Arrays.copyOf(row, row.length);
        moved[POSITION] = Long.toString(position);
        return moved;
    }

    private void field(@Nullable String value) {
        if (value == null) {
            sha256.update((byte) '-');
            sha256.update((byte) ':');
        } else {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            sha256.update(Integer.toString(bytes.length).getBytes(StandardCharsets.US_ASCII));
            sha256.update((byte) ':');
            sha256.update(bytes);
        }
        sha256.update((byte) '\n');
    }
}
