package jp.todoke.benefits.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;

@Mapper
interface BankFileMapper {
    void add(BankFileRow row);

    int lastSequence(@Param("paymentDate") LocalDate paymentDate);

    Optional<BankFileRow> ofRun(@Param("runId") UUID runId);

    record BankFileRow(UUID fileId, UUID runId, LocalDate paymentDate, int sequence, String name, byte[] content, String sha256,
            int itemCount,
            long totalYen, Instant madeAt) {}
}
