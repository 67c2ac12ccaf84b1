package jp.todoke.integration.inquiry.comparison;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Comparisons and differences of the current tenant, and its inquiries as far as they are compared. */
@Mapper
interface ComparisonMapper {

    /** @param toldUntil up to when the changes of masters have been told; absent: all are to be read */
    record ComparisonRow(Matter matter, @Nullable Instant toldUntil) {}

    /** An inquiry of ours under a request id that the list names. */
    record Known(UUID requestId, UUID inquiryId, @Nullable String receiptNo, boolean open) {}

    /** An inquiry of ours that waits for its answer. */
    record Waiting(UUID inquiryId, String receiptNo, Instant acceptedAt) {}

    /** @param recovering inquiries of the list that are still being sent here, because the answer to their registration was lost */
    record Done(Matter matter, Instant at, @Nullable Instant toldUntil, int recovering, Instant next) {}

    record Shown(UUID differenceId, Matter matter, Difference.Kind kind, String item, @Nullable UUID inquiryId,
            @Nullable Instant acceptedAt, @Nullable String theirs, @Nullable String ours, Instant foundAt, Instant confirmedAt) {}

    record Closed(Difference.Kind kind, String item) {}

    @Nullable
    ComparisonRow comparison(@Param("comparisonId") UUID comparisonId);

    /** The work goes on: nobody else takes it over meanwhile. */
    int hold(@Param("matter") Matter matter, @Param("leaseUntil") Instant leaseUntil);

    int done(Done done);

    int later(@Param("comparisonId") UUID comparisonId, @Param("trouble") String trouble, @Param("next") Instant next);

    List<Known> known(@Param("requestIds") Collection<UUID> requestIds);

    /** Request ids that an inquiry of ours had before it was asked anew. */
    List<UUID> former(@Param("requestIds") Collection<UUID> requestIds);

    List<Waiting> waiting(@Param("from") Instant from, @Param("to") Instant to);

    /** @return whether it is new, or has come back */
    boolean found(@Param("difference") Difference difference, @Param("at") Instant at);

    List<Closed> close(@Param("matter") Matter matter, @Param("item") String item, @Param("at") Instant at);

    /** Those that a run over all masters has not found again. */
    List<Closed> closeMasters(@Param("at") Instant at);

    /** Those of a window that a run over it has not found again; those that have become moot; those that nobody can look up any more. */
    List<Closed> closeInquiries(@Param("from") Instant from, @Param("unreachable") Instant unreachable, @Param("at") Instant at);

    List<Shown> open(@Param("after") @Nullable UUID after, @Param("limit") int limit);
}
