package jp.todoke.integration.inquiry;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Inquiries and the kept answers of the current tenant. */
@Mapper
interface InquiryMapper {

    /** How an inquiry ends; the array of them is written as JSON. */
    record End(UUID inquiryId, String state, String answer, String resultKind, @Nullable String shoriTsuban,
            @Nullable String layoutDatasetNo,
            @Nullable String layoutHanNo,
            Instant answeredAt) {}

    /** An answer as received, encrypted and in Base64. */
    record KeptAnswer(UUID inquiryId, String sha256, String sealed, String keyId) {}

    /** 受付 by the peer. {@code state} is ACCEPTED; a question that was withdrawn meanwhile becomes CANCEL_REQUESTED. */
    record Accepted(UUID inquiryId, String state, String receiptNo, Instant acceptedAt, Instant next, @Nullable Instant leaseUntil) {}

    /** The state that an inquiry has now. */
    record Stands(UUID inquiryId, String state) {}

    /** A step that is over, and when the next is due. */
    record Waits(UUID inquiryId, String state, @Nullable String shoriTsuban, int attempts, @Nullable String trouble, Instant next) {}

    int addIfNew(@Param("row") InquiryRow row, @Param("line") String line, @Param("nextAttemptAt") @Nullable Instant nextAttemptAt);

    @Nullable
    InquiryRow any(@Param("inquiryId") UUID inquiryId);

    @Nullable
    InquiryRow open(@Param("inquiryId") UUID inquiryId);

    /** Open ones, each held until the end of the transaction. */
    List<InquiryRow> allOpen(@Param("inquiryIds") String[] inquiryIds);

    /** @return those that are open, as they were before */
    List<InquiryRow> begin(@Param("inquiryIds") String[] inquiryIds, @Param("now") Instant now, @Param("leaseUntil") Instant leaseUntil);

    /**
     * @param acceptances JSON array of {@link Accepted}
     * @return those that are open
     */
    List<Stands> accepted(@Param("acceptances") String acceptances);

    int waits(Waits waits);

    int release(@Param("inquiryId") UUID inquiryId, @Param("trouble") @Nullable String trouble);

    int unsent(@Param("inquiryId") UUID inquiryId);

    int postpone(@Param("inquiryId") UUID inquiryId, @Param("next") Instant next);

    int askAnew(@Param("inquiryId") UUID inquiryId, @Param("requestId") UUID requestId, @Param("next") Instant next);

    int cancel(@Param("inquiryId") UUID inquiryId, @Param("reason") String reason, @Param("now") Instant now);

    int cancelAccepted(@Param("inquiryId") UUID inquiryId, @Param("now") Instant now, @Param("next") Instant next);

    /** @param ends JSON array of {@link End} */
    int end(@Param("ends") String ends);

    /** @param answers JSON array of {@link KeptAnswer} */
    int keepAnswers(@Param("municipalityCode") String municipalityCode, @Param("answers") String answers,
            @Param("receivedAt") Instant receivedAt);
}
