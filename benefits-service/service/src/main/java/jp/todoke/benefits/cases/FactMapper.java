package jp.todoke.benefits.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface FactMapper {
    void add(NewFactRow row);

    List<FactRow> ofCase(@Param("caseId") UUID caseId);

    void confirm(
            @Param("factId") UUID factId,
            @Param("confirmedBy") String confirmedBy,
            @Param("confirmedAt") Instant confirmedAt,
            @Param("note") @Nullable String note);

    record NewFactRow(
            UUID factId,
            UUID caseId,
            UUID participantId,
            String kind,
            String source,
            @Nullable UUID questionId,
            byte[] contentCipher,
            String contentKeyId,
            @Nullable LocalDate validFrom,
            Instant recordedAt,
            @Nullable UUID supersedes) {
        @Override
        public String toString() {
            return "NewFactRow[" + kind + "]";
        }
    }

    record FactRow(
            UUID factId,
            UUID participantId,
            String kind,
            String source,
            @Nullable UUID questionId,
            byte[] contentCipher,
            String contentKeyId,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validUntil,
            Instant recordedAt,
            boolean superseded,
            @Nullable String confirmedBy,
            @Nullable Instant confirmedAt) {
        @Override
        public String toString() {
            return "FactRow[" + kind + "]";
        }
    }
}
