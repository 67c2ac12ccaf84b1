package jp.todoke.integration.inquiry.rounds;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Files of the current tenant and the inquiries in them. Many rows travel as one JSON array, so that a batch is one statement. */
@Mapper
interface FileMapper {

    /** A file with what its round says. */
    record FileRow(String municipalityCode, UUID fileId, UUID roundId, int fileNo, String fileName, UUID requestId, String state,
            @Nullable String receiptNo, int attempts, @Nullable Instant sentAt, String procedureName, String kind,
            @Nullable Integer taxYear,
            String officer, Instant requestedAt, @Nullable String correlationId, @Nullable String traceparent) {}

    /** A good line whose file is not made up yet. */
    record LineRow(long lineNo, String atenabango, @Nullable String providerMunicipality, String withholdCd, @Nullable String caseNumber) {
        @Override
        public String toString() {
            return "LineRow[" + lineNo + "]";
        }
    }

    /** What all inquiries of a file have in common. */
    record Common(String municipalityCode, UUID roundId, String roundNumber, int fileNo, String kind, String procedureName, String gyomuId,
            String officer, String askerKikanCd, String department, @Nullable Integer taxYear, @Nullable String correlationId,
            @Nullable String traceparent, Instant requestedAt) {}

    /** One inquiry to be made; the cipher in Base64. */
    record NewInquiry(long lineNo, int recordNo, UUID inquiryId, UUID requestId, String subjectSealed, String subjectKeyId,
            String caseNumber,
            String providerKikanCd, String jimuCd, String jimutetsuzukiCd, String tmCd, String legalBasis, String legalSourceMark) {}

    /** An inquiry of a file. */
    record Target(UUID inquiryId, int recordNo, String atenabango, String caseNumber, String kind, String procedureName,
            @Nullable Integer taxYear, String askerKikanCd, String providerKikanCd, String jimuCd, String jimutetsuzukiCd, String tmCd,
            String legalBasis, String legalSourceMark, String withholdCd, String officer, @Nullable String receiptNo,
            @Nullable String answer) {
        @Override
        public String toString() {
            return "Target[" + inquiryId + "]";
        }
    }

    record Taken(int recordNo, String atenabango, String receiptNo) {
        @Override
        public String toString() {
            return "Taken[" + recordNo + "]";
        }
    }

    /** How an inquiry ends, and what its line says of it. */
    record End(UUID inquiryId, String state, String answer, String resultKind, @Nullable String datasetNo, @Nullable String hanNo,
            @Nullable String shoriTsuban, @Nullable String code, @Nullable String peerCode) {}

    /** An answer as received, encrypted; the cipher in Base64. */
    record Kept(UUID inquiryId, String sha256, String sealed, String keyId) {}

    record Fingerprint(UUID inquiryId, String receivedSha256) {}

    record Stray(String municipalityCode, UUID fileId, String receivedSha256, String reason, byte[] receivedSealed, String keyId,
            Instant receivedAt) {}

    /** Absent when the file is completed. */
    @Nullable
    FileRow open(@Param("fileId") UUID fileId);

    int holdUntil(@Param("fileId") UUID fileId, @Param("leaseUntil") Instant leaseUntil);

    /** Waits for a stop that is being written, and keeps the next one waiting. */
    String roundState(@Param("roundId") UUID roundId);

    int holdBack(@Param("fileId") UUID fileId);

    List<LineRow> lines(@Param("roundId") UUID roundId, @Param("fileNo") int fileNo);

    int refuse(@Param("roundId") UUID roundId, @Param("lineNos") String lineNosJson, @Param("code") String code);

    int addInquiries(@Param("common") Common common, @Param("inquiries") String inquiriesJson);

    int numberLines(@Param("roundId") UUID roundId, @Param("inquiries") String inquiriesJson);

    /** What the planner knows of lines and inquiries becomes what is so now. */
    @Nullable
    String know();

    int prepared(@Param("fileId") UUID fileId);

    List<Target> all(@Param("roundId") UUID roundId, @Param("fileNo") int fileNo);

    List<Target> stillOpen(@Param("roundId") UUID roundId, @Param("fileNo") int fileNo);

    List<Target> byRecord(@Param("roundId") UUID roundId, @Param("fileNo") int fileNo, @Param("recordNos") String recordNosJson);

    List<Target> byReceipt(@Param("roundId") UUID roundId, @Param("fileNo") int fileNo, @Param("receiptNos") String receiptNosJson);

    /** None when other bytes were sent under this name before. */
    int sending(@Param("fileId") UUID fileId, @Param("sha256") String sha256, @Param("now") Instant now);

    int sendInquiries(@Param("roundId") UUID roundId, @Param("fileNo") int fileNo, @Param("now") Instant now);

    int received(@Param("fileId") UUID fileId, @Param("receiptNo") String receiptNo, @Param("acceptedAt") Instant acceptedAt);

    int take(@Param("roundId") UUID roundId, @Param("fileNo") int fileNo, @Param("fileId") UUID fileId, @Param("taken") String takenJson);

    List<Target> notListed(@Param("roundId") UUID roundId, @Param("fileNo") int fileNo);

    int listed(@Param("fileId") UUID fileId);

    /** @return those that were still open */
    List<UUID> end(@Param("ends") String endsJson, @Param("now") Instant now);

    int explain(@Param("roundId") UUID roundId, @Param("ends") String endsJson);

    int keep(@Param("municipalityCode") String municipalityCode, @Param("kept") String keptJson, @Param("now") Instant now);

    List<Fingerprint> fingerprints(@Param("inquiryIds") String inquiryIdsJson);

    int keepApart(Stray stray);

    @Nullable
    Integer firstOpen(@Param("roundId") UUID roundId, @Param("fileNo") int fileNo);

    int continueAt(@Param("fileId") UUID fileId, @Param("nextAttemptAt") Instant nextAttemptAt);

    int unreached(@Param("fileId") UUID fileId, @Param("nextAttemptAt") Instant nextAttemptAt, @Param("trouble") String trouble);

    int complete(@Param("fileId") UUID fileId, @Param("now") Instant now);
}
