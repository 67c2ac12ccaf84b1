package jp.todoke.benefits.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface AuditMapper {
    void add(
            @Param("recordedAt") Instant recordedAt,
            @Param("subject") String subject,
            @Param("operation") String operation,
            @Param("caseId") @Nullable UUID caseId,
            @Param("detail") @Nullable String detail,
            @Param("correlationId") @Nullable String correlationId);

    List<AuditRow> page(@Param("caseId") @Nullable UUID caseId, @Param("after") @Nullable UUID after, @Param("limit") int limit);

    record AuditRow(UUID recordId, Instant recordedAt, String subject, String operation, @Nullable UUID caseId, @Nullable String detail) {}
}
