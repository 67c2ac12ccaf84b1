package jp.todoke.integration.intake.portal;

import java.time.Instant;
import java.util.List;
import jp.todoke.channel.WorkQueue;
import org.apache.ibatis.annotations.Param;

/** Claims applications to be fetched of all tenants with the dispatch role. */
interface FetchClaimMapper extends WorkQueue.CountedClaims {
    @Override
    List<WorkQueue.Claim> claim(@Param("now") Instant now, @Param("leaseUntil") Instant leaseUntil, @Param("limit") int limit);
}
