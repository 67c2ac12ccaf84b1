package jp.todoke.integration.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A whole row of the table provision_record. */
record ChainRow(String municipalityCode, UUID recordId, UUID inquiryId, String role, String network, @Nullable String shoriTsuban,
        @Nullable String receiptNo, String askerKikanCd, String providerKikanCd, @Nullable String jimuCd,
        @Nullable String jimutetsuzukiCd,
        @Nullable String tmCd, @Nullable String jukiPurpose, String legalBasis, String caseNumber, String officer,
        @Nullable String atenabango, boolean withheld, String resultKind, Instant occurredAt, @Nullable LocalDate chainDay,
        @Nullable Long chainPosition, byte @Nullable [] prevHash, byte @Nullable [] hash) {

    ChainRow chained(LocalDate day, long position, byte[] previous) {
        return new ChainRow(municipalityCode, recordId, inquiryId, role, network, shoriTsuban, receiptNo, askerKikanCd, providerKikanCd,
                jimuCd, jimutetsuzukiCd, tmCd, jukiPurpose, legalBasis, caseNumber, officer, atenabango, withheld, resultKind, occurredAt,
                day, position, previous, null);
    }

    @Override
    public String toString() {
        return "ChainRow[" + recordId + "]";
    }
}
