package jp.todoke.integration.intake.portal;

import java.time.Instant;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** What the portal of the current tenant is to show. */
@Mapper
interface ReportMapper {

    record NewReport(String municipalityCode, UUID reportId, UUID applicationId, int position, PortalStatus status,
            @Nullable String message,
            Instant madeAt, String state, @Nullable Instant nextAttemptAt) {}

    record Last(int position, PortalStatus status) {}

    record Waiting(UUID reportId, String uketsukeBango, PortalStatus status, @Nullable String message) {}

    @Nullable
    Last last(@Param("applicationId") UUID applicationId);

    int add(NewReport report);

    @Nullable
    Waiting waiting(@Param("reportId") UUID reportId);

    int settle(@Param("reportId") UUID reportId, @Param("state") String state, @Param("settledAt") Instant settledAt,
            @Param("trouble") @Nullable String trouble);

    int sendLater(@Param("reportId") UUID reportId, @Param("nextAttemptAt") Instant nextAttemptAt, @Param("trouble") String trouble);
}
