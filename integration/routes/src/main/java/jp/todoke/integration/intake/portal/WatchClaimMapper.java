package jp.todoke.integration.intake.portal;

import java.time.Instant;
import java.util.List;
import jp.todoke.channel.WorkQueue;
import org.apache.ibatis.annotations.Param;

/** Claims listings of the portal of all tenants with the dispatch role. */
interface WatchClaimMapper extends WorkQueue.Claims {
    @Override
    List<WorkQueue.Claim> claim(@Param("now") Instant now, @Param("leaseUntil") Instant leaseUntil, @Param("limit") int limit);
}
