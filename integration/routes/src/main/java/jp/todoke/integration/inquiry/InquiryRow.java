package jp.todoke.integration.inquiry;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table inquiry, as far as the work on it reads it. */
record InquiryRow(String municipalityCode, UUID inquiryId, UUID caseId, String caseNumber, String kind, String procedureName,
        String gyomuId,
        String officer, @Nullable String atenabango, byte[] subjectSealed, String subjectKeyId, String askerKikanCd, String askerBushoCd,
        @Nullable String providerKikanCd, @Nullable String jimuCd, @Nullable String jimutetsuzukiCd, @Nullable String tmCd,
        @Nullable String jukiPurpose, @Nullable Integer taxYear, @Nullable String legalBasis, @Nullable String legalSourceMark,
        String withholdCd,
        UUID requestId, String state, @Nullable String receiptNo, @Nullable String shoriTsuban, int attempts,
        @Nullable String correlationId, @Nullable String traceparent,
        Instant requestedAt, @Nullable Instant sentAt, @Nullable Instant acceptedAt, @Nullable Instant cancelRequestedAt,
        @Nullable Instant cancelAcceptedAt) {

    @Override
    public String toString() {
        return "InquiryRow[" + inquiryId + "]";
    }
}
