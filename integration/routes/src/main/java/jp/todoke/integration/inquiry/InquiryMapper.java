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
    record End(UUID inquiryId, String state, String answer, String resultKind, @Nullable String shoriTsuban,
            @Nullable String layoutDatasetNo,
            @Nullable String layoutHanNo,
            Instant answeredAt) {}

    /** An answer as received, encrypted. */
    record KeptAnswer(String municipalityCode, UUID inquiryId, String receivedSha256, byte[] receivedSealed, String keyId,
            Instant receivedAt) {}

    /** 受付 by the peer. {@code state} is ACCEPTED; a question that was withdrawn meanwhile becomes CANCEL_REQUESTED. */
    record Accepted(UUID inquiryId, String state, String receiptNo, Instant acceptedAt, Instant next, @Nullable Instant leaseUntil) {}

    /** A step that is over, and when the next is due. */
    record Waits(UUID inquiryId, String state, @Nullable String shoriTsuban, int attempts, @Nullable String trouble, Instant next) {}

    int addIfNew(@Param("row") InquiryRow row, @Param("line") String line, @Param("nextAttemptAt") @Nullable Instant nextAttemptAt);

    @Nullable
    InquiryRow any(@Param("inquiryId") UUID inquiryId);

    @Nullable
    InquiryRow open(@Param("inquiryId") UUID inquiryId);

    @Nullable
    InquiryRow begin(@Param("inquiryId") UUID inquiryId, @Param("now") Instant now, @Param("leaseUntil") Instant leaseUntil);

    /** @return the state that it now has */
    @Nullable
    String accepted(Accepted accepted);

    int waits(Waits waits);

    int release(@Param("inquiryId") UUID inquiryId, @Param("trouble") @Nullable String trouble);

    int unsent(@Param("inquiryId") UUID inquiryId);

    int postpone(@Param("inquiryId") UUID inquiryId, @Param("next") Instant next);

    int askAnew(@Param("inquiryId") UUID inquiryId, @Param("requestId") UUID requestId, @Param("next") Instant next);

    int cancel(@Param("inquiryId") UUID inquiryId, @Param("reason") String reason, @Param("now") Instant now);

    int cancelAccepted(@Param("inquiryId") UUID inquiryId, @Param("now") Instant now, @Param("next") Instant next);

    int end(End end);

    int keepAnswer(KeptAnswer answer);
}
