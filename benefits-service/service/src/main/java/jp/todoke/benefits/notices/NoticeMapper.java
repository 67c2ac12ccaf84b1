package jp.todoke.benefits.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface NoticeMapper {
    void add(NoticeRow row);

    Optional<NoticeContent> latestOf(@Param("caseId") UUID caseId);

    record NoticeRow(UUID noticeId, UUID caseId, UUID decisionId, String kind, String documentNumber, LocalDate dated, byte[] content,
            String sha256,
            String degraded, Instant madeAt) {}

    record NoticeContent(UUID noticeId, String documentNumber, byte[] content, String sha256) {}
}
