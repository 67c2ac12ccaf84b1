package jp.todoke.integration.inquiry;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table linkage_code. */
record LinkageCodeRow(String municipalityCode, String atenabango, String state, @Nullable Instant refusedUntil, UUID requestId,
        @Nullable String requestNo, @Nullable String caseNumber, @Nullable String officer, @Nullable String gyomuId,
        @Nullable Instant requestedAt, int attempts) {

    boolean requested() {
        return state.equals("REQUESTED");
    }

    boolean refusedAt(Instant now) {
        return refusedUntil != null && now.isBefore(refusedUntil);
    }

    @Override
    public String toString() {
        return "LinkageCodeRow[" + requestId + "]";
    }
}
