package jp.todoke.channel;

import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;

/** Claims outbox rows of all tenants with the dispatch role. */
interface OutboxClaimMapper extends WorkQueue.CountedClaims {
    @Override
    List<WorkQueue.Claim> claim(@Param("now") Instant now, @Param("leaseUntil") Instant leaseUntil, @Param("limit") int limit);
}
