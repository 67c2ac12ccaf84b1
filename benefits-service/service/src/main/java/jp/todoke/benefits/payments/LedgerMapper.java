package jp.todoke.benefits.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface LedgerMapper {
    /** Waits until no other run of this municipality is being made or approved; released with the transaction. */
    void lockPayments();

    List<Payable> payableThrough(@Param("programme") String programme, @Param("lastMonth") LocalDate lastMonth);

    int instruct(@Param("runId") UUID runId, @Param("recordedAt") Instant recordedAt);

    /** Brings the deferred constraints of the ledger forward, so that a refusal can still be answered. */
    void checkNow();
}
