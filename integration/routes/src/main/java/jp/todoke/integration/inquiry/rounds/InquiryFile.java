package jp.todoke.integration.inquiry.rounds;

import java.time.Instant;
import java.util.UUID;
import jp.todoke.integration.evidence.LegalTuple;
import jp.todoke.tenancy.Municipality;
import org.jspecify.annotations.Nullable;

/**
 * One part of a round as the peer hears of it.
 *
 * @param requestId   idempotency key for the peer, the same on every repetition
 * @param requestedAt 照会依頼日時 of all its records
 * @param receiptNo   id of the file at the peer, once it was received
 */
public record InquiryFile(Municipality municipality, UUID fileId, String roundNumber, String name, UUID requestId, Asker asker,
        Instant requestedAt, @Nullable String receiptNo) {

    /** Who asks. */
    public record Asker(String gyomuId, String department, String officer) {}

    /** One record: a permitted question about one person. */
    public record Entry(LegalTuple basis, String atenabango, @Nullable Integer year, boolean withheld) {
        @Override
        public String toString() {
            return "Entry";
        }
    }

    /** @throws IllegalStateException before the peer has received it */
    public String received() {
        if (receiptNo == null) {
            throw new IllegalStateException("file " + fileId + " has no receipt yet");
        }
        return receiptNo;
    }

    /** For log lines: nothing about a person. */
    @Override
    public String toString() {
        return "InquiryFile[" + fileId + " " + name + "]";
    }
}
