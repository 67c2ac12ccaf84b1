package jp.todoke.integration.intake.portal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** What the portal of the current tenant listed. */
@Mapper
interface PortalMapper {

    record NewApplication(String municipalityCode, UUID applicationId, String uketsukeBango, String procedureName, Instant arrivedAt,
            String sha256, long byteCount, Instant listedAt) {}

    record ApplicationRow(UUID applicationId, String uketsukeBango, String sha256, long byteCount, String state,
            @Nullable UUID packageId) {}

    int watch(@Param("municipalityCode") String municipalityCode, @Param("watchId") UUID watchId,
            @Param("nextAttemptAt") Instant nextAttemptAt);

    int rest();

    int listed(@Param("listedAt") Instant listedAt, @Param("nextAttemptAt") Instant nextAttemptAt);

    int listLater(@Param("nextAttemptAt") Instant nextAttemptAt, @Param("trouble") String trouble);

    /** Whether something came that was not what the list had said. */
    boolean isAnyOtherThanListed();

    /** A number that is known changes nothing, unless other bytes are listed under it or it was gone. */
    int remember(NewApplication listed);

    @Nullable
    ApplicationRow byId(@Param("applicationId") UUID applicationId);

    /** Locks the row, so that its reports keep their order. */
    @Nullable
    ApplicationRow lockByNumber(@Param("uketsukeBango") String uketsukeBango);

    /** Several only where several numbers brought the same broken bytes. */
    List<ApplicationRow> lockByPackage(@Param("packageId") UUID packageId);

    int settle(@Param("applicationId") UUID applicationId, @Param("state") String state, @Param("packageId") @Nullable UUID packageId);

    int fetchLater(@Param("applicationId") UUID applicationId, @Param("nextAttemptAt") Instant nextAttemptAt,
            @Param("trouble") String trouble);
}
