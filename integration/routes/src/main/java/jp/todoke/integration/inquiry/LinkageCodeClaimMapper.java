package jp.todoke.integration.inquiry;

import java.time.Instant;
import java.util.List;
import jp.todoke.channel.WorkQueue;
import org.apache.ibatis.annotations.Param;

/** Claims due requests for 符号 of all tenants with the dispatch role. */
interface LinkageCodeClaimMapper extends WorkQueue.Claims {
    @Override
    List<WorkQueue.Claim> claim(@Param("now") Instant now, @Param("leaseUntil") Instant leaseUntil, @Param("limit") int limit);
}
