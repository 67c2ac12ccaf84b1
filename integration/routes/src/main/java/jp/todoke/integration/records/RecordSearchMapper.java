package jp.todoke.integration.records;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Looks for records of the current tenant, and keeps who looked. */
@Mapper
interface RecordSearchMapper {

    /** What a record must be like; what is absent does not matter. {@code disclosable} leaves out what is withheld. */
    record Wish(@Nullable String atenabango, @Nullable String jimutetsuzukiCd, @Nullable String caseNumber, @Nullable String resultKind,
            @Nullable Boolean sealed, boolean disclosable) {
        @Override
        public String toString() {
            return "Wish";
        }
    }

    /** A view as the audit keeps it. */
    record View(Instant viewedAt, String subject, String operation, @Nullable String atenabango, long shown,
            @Nullable String correlationId) {
        @Override
        public String toString() {
            return "View[" + operation + "]";
        }
    }

    /** Newest first. {@code beforeId} is the last one seen, which happened at {@code until}; absent: {@code until} is exclusive. */
    List<ChainRow> find(@Param("wish") Wish wish, @Param("from") Instant from, @Param("until") Instant until,
            @Param("beforeId") @Nullable UUID beforeId, @Param("limit") int limit);

    void addView(View view);
}
