package jp.todoke.integration.intake.portal;

import java.time.Instant;
import java.util.List;
import jp.todoke.channel.WorkQueue;
import org.apache.ibatis.annotations.Param;

/** Claims reports to be sent, of each application the oldest only, of all tenants with the dispatch role. */
interface ReportClaimMapper extends WorkQueue.CountedClaims {
    @Override
    List<WorkQueue.Claim> claim(@Param("now") Instant now, @Param("leaseUntil") Instant leaseUntil, @Param("limit") int limit);
}
