package jp.todoke.verifier;

import java.util.List;

/** One closed day. Hashes are hex. */
record Seal(String municipality, String day, long records, String lastHash, String prevSealHash, String sealHash) {

    static final String NOTHING = "0".repeat(64);
    static final List<String> MEMBERS = List.of("municipality_code", "chain_day", "records", "last_hash", "prev_seal_hash", "seal_hash");

    /** @param columns in the order of {@link #MEMBERS} */
    static Seal of(List<String> columns) {
        return new Seal(columns.get(0), columns.get(1), Long.parseLong(columns.get(2)), columns.get(3), columns.get(4), columns.get(5));
    }

    boolean givesItsHash(Columns columns) {
        return columns.hashOfSeal(municipality, day, Long.toString(records), lastHash, prevSealHash).equals(sealHash);
    }
}
