package jp.todoke.integration.inquiry;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Inquiries and the kept answers of the current tenant. */
@Mapper
interface InquiryMapper {

    /** How an inquiry ends. */
    record End(UUID inquiryId, String state, String answer, String resultKind, @Nullable String layoutDatasetNo,
            @Nullable String layoutHanNo,
            Instant answeredAt) {}

    /** An answer as received, encrypted. */
    record KeptAnswer(String municipalityCode, UUID inquiryId, String receivedSha256, byte[] receivedSealed, String keyId,
            Instant receivedAt) {}

    int addIfNew(@Param("row") InquiryRow row, @Param("nextAttemptAt") @Nullable Instant nextAttemptAt);

    @Nullable
    InquiryRow open(@Param("inquiryId") UUID inquiryId);

    int sending(@Param("inquiryId") UUID inquiryId, @Param("sentAt") Instant sentAt);

    int holdUntil(@Param("inquiryId") UUID inquiryId, @Param("leaseUntil") Instant leaseUntil);

    int accepted(@Param("inquiryId") UUID inquiryId, @Param("receiptNo") String receiptNo, @Param("acceptedAt") Instant acceptedAt);

    int progressed(@Param("inquiryId") UUID inquiryId, @Param("state") String state, @Param("shoriTsuban") @Nullable String shoriTsuban);

    int continueAt(@Param("inquiryId") UUID inquiryId, @Param("nextAttemptAt") Instant nextAttemptAt);

    int unreached(@Param("inquiryId") UUID inquiryId, @Param("nextAttemptAt") Instant nextAttemptAt, @Param("trouble") String trouble);

    int askAnew(@Param("inquiryId") UUID inquiryId, @Param("requestId") UUID requestId, @Param("nextAttemptAt") Instant nextAttemptAt);

    int end(End end);

    int keepAnswer(KeptAnswer answer);
}
