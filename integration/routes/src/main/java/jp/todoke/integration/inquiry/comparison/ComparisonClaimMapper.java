package jp.todoke.integration.inquiry.comparison;

import java.time.Instant;
import java.util.List;
import jp.todoke.channel.WorkQueue;
import org.apache.ibatis.annotations.Param;

/** Comparisons of all tenants with the dispatch role. */
interface ComparisonClaimMapper {

    record Count(Difference.Kind kind, long differences) {}

    /** A municipality is compared for once it has asked something. */
    int begin(@Param("matter") Matter matter, @Param("now") Instant now);

    /** Whatever was compared before the start of a process is compared again. */
    int dueAtOnce(@Param("now") Instant now);

    List<WorkQueue.Claim> claim(@Param("matters") List<Matter> matters, @Param("now") Instant now, @Param("leaseUntil") Instant leaseUntil,
            @Param("limit") int limit);

    List<Count> open();

    long recovering();
}
