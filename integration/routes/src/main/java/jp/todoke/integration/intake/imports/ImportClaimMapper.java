package jp.todoke.integration.intake.imports;

import java.time.Instant;
import java.util.List;
import jp.todoke.channel.WorkQueue;
import org.apache.ibatis.annotations.Param;

/** Claims imports of all tenants with the dispatch role. */
interface ImportClaimMapper extends WorkQueue.CountedClaims {
    @Override
    List<WorkQueue.Claim> claim(@Param("now") Instant now, @Param("leaseUntil") Instant leaseUntil, @Param("limit") int limit);
}
