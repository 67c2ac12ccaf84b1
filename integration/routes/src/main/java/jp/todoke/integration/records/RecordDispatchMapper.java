package jp.todoke.integration.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.todoke.channel.WorkQueue;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Records of all tenants, with the dispatch role: it sees when they happened and whether they are sealed, and nothing else. */
interface RecordDispatchMapper {

    /** The oldest record of a municipality that waits for its seal. */
    record Waiting(String municipalityCode, Instant oldest) {}

    boolean ensureDay(@Param("day") LocalDate day);

    /** The oldest day that is open anywhere; absent before the first seal. */
    @Nullable
    LocalDate oldestOpenDay();

    /** @param since no partition before it is looked at */
    List<Waiting> waiting(@Param("since") @Nullable Instant since);

    List<WorkQueue.Claim> claim(@Param("now") Instant now, @Param("leaseUntil") Instant leaseUntil, @Param("limit") int limit,
            @Param("since") @Nullable Instant since, @Param("today") LocalDate today);

    long bytes();
}
