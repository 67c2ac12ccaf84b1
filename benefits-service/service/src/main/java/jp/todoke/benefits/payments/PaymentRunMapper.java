package jp.todoke.benefits.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface PaymentRunMapper {
    void addRun(RunRow row);

    void addItem(ItemRow row);

    void addItemMonth(ItemMonthRow row);

    void addHeld(HeldRow row);

    /** The last of {@code count} numbers that are now taken. */
    long takeItemNumbers(@Param("count") int count);

    boolean hasOpenRun(@Param("programme") String programme, @Param("paymentDate") LocalDate paymentDate);

    List<RunRow> all();

    Optional<RunRow> run(@Param("runId") UUID runId);

    int close(@Param("runId") UUID runId, @Param("version") long version, @Param("state") String state,
            @Param("approvedBy") @Nullable String approvedBy,
            @Param("approvedAt") @Nullable Instant approvedAt);

    List<ItemRow> items(@Param("runId") UUID runId);

    List<ItemMonthRow> itemMonths(@Param("runId") UUID runId);

    List<HeldRow> held(@Param("runId") UUID runId);

    record RunRow(UUID runId, String programme, LocalDate paymentDate, LocalDate lastMonth, String state, long version, int itemCount,
            long totalYen,
            String createdBy, Instant createdAt, @Nullable String approvedBy, @Nullable Instant approvedAt) {}

    /** @param caseNumber read with the case, not kept in the row */
    record ItemRow(UUID itemId, long itemNumber, UUID runId, UUID caseId, @Nullable String caseNumber, String recipientAtenabango,
            UUID accountFactId,
            @Nullable String accountShown, long yen) {}

    record ItemMonthRow(UUID itemId, String childAtenabango, LocalDate month, String kind, UUID decisionId, long yen) {}

    /** @param caseNumber read with the case, not kept in the row */
    record HeldRow(UUID runId, String recipientAtenabango, UUID caseId, @Nullable String caseNumber, long yen, String code,
            String message) {}
}
