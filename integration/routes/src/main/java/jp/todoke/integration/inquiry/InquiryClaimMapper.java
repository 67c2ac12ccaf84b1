package jp.todoke.integration.inquiry;

import java.time.Instant;
import java.util.List;
import jp.todoke.channel.Backlog;
import jp.todoke.channel.WorkQueue;
import org.apache.ibatis.annotations.Param;

/** Claims due inquiries of all tenants with the dispatch role. */
interface InquiryClaimMapper {
    /**
     * @param closed        institutions to which nothing new may leave
     * @param networkClosed nothing is asked of the 中間サーバー, not even how something stands
     */
    List<WorkQueue.Claim> claim(@Param("now") Instant now, @Param("leaseUntil") Instant leaseUntil, @Param("limit") int limit,
            @Param("closed") List<String> closed, @Param("networkClosed") boolean networkClosed);

    Backlog backlog();
}
