package jp.todoke.integration.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.session.ResultHandler;
import org.jspecify.annotations.Nullable;

/** The chain of the current tenant. */
@Mapper
interface RecordChainMapper {

    /** Where the chain ends. */
    record Chain(String municipalityCode, LocalDate openDay, long records, byte[] lastHash, byte[] lastSealHash) {}

    /** One closed day. */
    record Seal(String municipalityCode, LocalDate chainDay, long records, byte[] lastHash, byte[] prevSealHash, byte[] sealHash,
            Instant sealedAt) {}

    /** Hashes as hex, row by row. */
    record Links(LocalDate day, String[] recordIds, String[] positions, String[] prevHashes, String[] hashes, Instant first,
            Instant last) {}

    /** Holds the end of the chain to the end of the transaction: who comes second waits. */
    @Nullable
    Chain hold();

    List<ChainRow> unsealed(@Param("since") Instant since, @Param("until") Instant until, @Param("limit") int limit);

    int seal(@Param("links") Links links);

    void advance(@Param("openDay") LocalDate openDay, @Param("records") long records, @Param("lastHash") byte[] lastHash,
            @Param("lastSealHash") byte[] lastSealHash);

    void addSeal(Seal seal);

    void rest(@Param("until") Instant until);

    List<Seal> seals(@Param("from") LocalDate from, @Param("to") LocalDate to);

    @Nullable
    LocalDate lastClosedDay();

    @Nullable
    Seal sealBefore(@Param("day") LocalDate day);

    /** Row by row, in the order of the chain. */
    void ofDay(@Param("day") LocalDate day, @Param("since") Instant since, @Param("until") Instant until, ResultHandler<ChainRow> handler);
}
