package jp.todoke.benefits.linkage;

import java.time.Instant;
import java.util.List;
import jp.todoke.channel.WorkQueue;
import org.apache.ibatis.annotations.Param;

/** Claims due follow-ups of all tenants with the dispatch role. */
interface FollowUpClaimMapper extends WorkQueue.Claims {
    @Override
    List<WorkQueue.Claim> claim(@Param("now") Instant now, @Param("leaseUntil") Instant leaseUntil, @Param("limit") int limit);
}
