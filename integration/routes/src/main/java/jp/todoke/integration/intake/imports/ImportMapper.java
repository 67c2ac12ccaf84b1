package jp.todoke.integration.intake.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** The imports of the current tenant. */
@Mapper
interface ImportMapper {

    record NewImport(String municipalityCode, UUID importId, String sha256, byte[] original, int rowCount, Instant receivedAt,
            String receivedFrom) {}

    record ImportRow(UUID importId, String sha256, int rowCount, String state, Instant receivedAt, String receivedFrom) {}

    record Tally(int judged, int accepted, int refused, int alreadyTaken) {}

    record Original(byte[] original) {}

    /** @param refusals JSON */
    record Judged(String municipalityCode, UUID importId, int line, String outcome, UUID packageId, @Nullable String uketsukeBango,
            String refusals) {}

    record Refused(int line, @Nullable UUID packageId, @Nullable String uketsukeBango, String refusals) {}

    int keepIfNew(NewImport arrived);

    ImportRow byHash(@Param("sha256") String sha256);

    @Nullable
    ImportRow byId(@Param("importId") UUID importId);

    @Nullable
    Original original(@Param("importId") UUID importId);

    Tally tally(@Param("importId") UUID importId);

    List<Integer> judgedLines(@Param("importId") UUID importId);

    int addIfNew(Judged row);

    List<Refused> refused(@Param("importId") UUID importId, @Param("after") int after, @Param("limit") int limit);

    int goOn(@Param("importId") UUID importId, @Param("state") String state, @Param("nextAttemptAt") @Nullable Instant nextAttemptAt);

    int goOnLater(@Param("importId") UUID importId, @Param("nextAttemptAt") Instant nextAttemptAt);
}
