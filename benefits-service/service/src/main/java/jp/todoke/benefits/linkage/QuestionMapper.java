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

    boolean isAnswered(@Param("questionId") UUID questionId);

    void addAnswer(AnswerRow row);

    void putAside(
            @Param("messageId") UUID messageId,
            @Param("inquiryId") UUID inquiryId,
            @Param("reason") String reason,
            @Param("contentCipher") byte[] contentCipher,
            @Param("contentKeyId") String contentKeyId,
            @Param("recordedAt") Instant recordedAt);

    record AskedRow(
            UUID questionId,
            UUID caseId,
            UUID participantId,
            String kind,
            String channel,
            @Nullable String providerMunicipality,
            @Nullable Integer taxYear,
            Instant askedAt,
            @Nullable String answer,
            @Nullable Instant answeredAt) {
        Questions.Asked toAsked() {
            return new Questions.Asked(
                    new Question(
                            questionId, caseId, participantId, Question.Kind.valueOf(kind), Question.Channel.valueOf(channel),
                            providerMunicipality,
                            taxYear, askedAt),
                    answer, answeredAt);
        }
    }

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
