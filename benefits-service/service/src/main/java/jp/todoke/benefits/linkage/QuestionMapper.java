package jp.todoke.benefits.linkage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface QuestionMapper {
    void addQuestion(Question question);

    List<AskedRow> ofCase(@Param("caseId") UUID caseId);

    Optional<AskedRow> find(@Param("questionId") UUID questionId);

    void addAnswer(AnswerRow row);

    /** The last usable answer of this kind from outside about a participant. */
    Optional<ProvidedRow> lastProvided(
            @Param("participantId") UUID participantId, @Param("kind") String kind, @Param("channel") String channel);

    void addCancellation(
            @Param("questionId") UUID questionId, @Param("reason") String reason, @Param("cancelledAt") Instant cancelledAt);

    void addFollowUp(@Param("questionId") UUID questionId, @Param("step") String step, @Param("at") Instant at);

    Optional<FollowUpRow> followUp(@Param("followUpId") UUID followUpId);

    int settleFollowUp(@Param("followUpId") UUID followUpId);

    void settleFollowUpsOf(@Param("questionId") UUID questionId);

    void postponeFollowUp(@Param("followUpId") UUID followUpId, @Param("at") Instant at);

    void putAside(
            @Param("messageId") UUID messageId,
            @Param("inquiryId") UUID inquiryId,
            @Param("reason") String reason,
            @Param("contentCipher") byte[] contentCipher,
            @Param("contentKeyId") String contentKeyId,
            @Param("recordedAt") Instant recordedAt);

    /** @param nextRoundAt when it is asked again by itself; {@code late} once nobody answered for the set time */
    record AskedRow(
            UUID questionId,
            UUID caseId,
            UUID participantId,
            String kind,
            String channel,
            @Nullable String providerMunicipality,
            @Nullable Integer taxYear,
            int round,
            String askedBy,
            Instant askedAt,
            @Nullable String answer,
            @Nullable Instant answeredAt,
            @Nullable Instant cancelledAt,
            @Nullable Instant nextRoundAt,
            boolean late) {
        Questions.Asked toAsked() {
            return new Questions.Asked(
                    new Question(
                            questionId, caseId, participantId, Question.Kind.valueOf(kind), Question.Channel.valueOf(channel),
                            providerMunicipality, taxYear, round, askedBy, askedAt),
                    answer, answeredAt, cancelledAt, nextRoundAt, late);
        }
    }

    record ProvidedRow(UUID questionId, byte[] contentCipher, String contentKeyId) {
        @Override
        public String toString() {
            return "ProvidedRow[" + questionId + "]";
        }
    }

    record FollowUpRow(UUID questionId, String step) {}

    record AnswerRow(
            UUID questionId,
            String answer,
            @Nullable String receiptNumber,
            @Nullable String provider,
            byte[] contentCipher,
            String contentKeyId,
            Instant answeredAt,
            Instant recordedAt) {
        @Override
        public String toString() {
            return "AnswerRow[" + answer + "]";
        }
    }
}
