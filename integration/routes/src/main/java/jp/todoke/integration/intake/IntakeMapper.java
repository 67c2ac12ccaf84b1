package jp.todoke.integration.intake;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** The packages of the current tenant. */
@Mapper
interface IntakeMapper {

    /** @param nextAttemptAt when it is judged without its sender, should nobody have judged it by then */
    record NewPackage(String municipalityCode, UUID packageId, String sha256, byte[] original, Way way, Instant receivedAt,
            String receivedFrom,
            Instant nextAttemptAt) {}

    /** The result of the 形式審査; {@code refusals} is a JSON array. */
    record Verdict(UUID packageId, String state, @Nullable String uketsukeBango, @Nullable String procedureName,
            @Nullable Instant arrivedAt, @Nullable String amendsBango, @Nullable UUID amendsPackageId,
            Instant judgedAt, String refusals) {}

    record Original(byte[] original, String way) {}

    int keepIfNew(NewPackage arrived);

    /** Locks the row, so that the same bytes sent twice at once are judged once. */
    PackageRow lockByHash(@Param("sha256") String sha256);

    /** Locks the row, waiting for whoever judges it now; absent when it was judged. */
    @Nullable
    PackageRow lockUnjudged(@Param("packageId") UUID packageId);

    /** Held until the end of the transaction: two packages of one 受付番号 are judged one after the other. */
    @Nullable
    Long lockNumber(@Param("lock") String lock);

    /** The one package that was accepted under the number. */
    @Nullable
    PackageRow acceptedWithNumber(@Param("uketsukeBango") String uketsukeBango);

    int judge(Verdict verdict);

    int judgeLater(@Param("packageId") UUID packageId, @Param("nextAttemptAt") Instant nextAttemptAt);

    @Nullable
    PackageRow byId(@Param("packageId") UUID packageId);

    @Nullable
    Original original(@Param("packageId") UUID packageId);

    List<PackageRow> list(@Param("state") @Nullable String state, @Param("uketsukeBango") @Nullable String uketsukeBango,
            @Param("after") @Nullable UUID after, @Param("limit") int limit);

    /** The numbers under which this package and those that amend it were accepted. */
    List<String> numbersOfCase(@Param("packageId") UUID packageId);

    /** Also of the packages that amend this one: they are one case. */
    int recordStatus(@Param("packageId") UUID packageId, @Param("status") String status, @Param("recordedAt") Instant recordedAt);
}
