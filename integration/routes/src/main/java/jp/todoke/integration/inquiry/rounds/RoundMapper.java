package jp.todoke.integration.inquiry.rounds;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Rounds of the current tenant and their lines. Many rows travel as one JSON array, so that a batch is one statement. */
@Mapper
interface RoundMapper {

    record NewRound(String municipalityCode, UUID roundId, String procedureName, String kind, String purpose, @Nullable Integer taxYear,
            String officer, Instant requestedAt, @Nullable String correlationId, @Nullable String traceparent) {}

    record RoundRow(UUID roundId, String procedureName, String kind, String purpose, @Nullable Integer taxYear, String officer,
            String state,
            Instant requestedAt) {}

    record NewLine(long lineNo, @Nullable String atenabango, @Nullable String providerMunicipality, String withholdCd,
            @Nullable String caseNumber, @Nullable String code) {
        @Override
        public String toString() {
            return "NewLine[" + lineNo + "]";
        }
    }

    record Counts(long total, long refused, long sent, long accepted, long rejected, long openLines, long apart, boolean unfinished) {}

    record OutcomeCount(String outcome, long count) {}

    record ErrorRow(long lineNo, @Nullable String atenabango, String code, @Nullable String peerCode) {
        @Override
        public String toString() {
            return "ErrorRow[" + lineNo + "]";
        }
    }

    record AnswerRow(long lineNo, String atenabango, @Nullable UUID inquiryId, @Nullable String outcome) {
        @Override
        public String toString() {
            return "AnswerRow[" + lineNo + "]";
        }
    }

    int add(NewRound round);

    /** Good lines whose person does not stand in the round yet. */
    int addGood(@Param("municipalityCode") String municipalityCode, @Param("roundId") UUID roundId, @Param("lines") String linesJson,
            @Param("before") int before, @Param("linesPerFile") int linesPerFile);

    /** All others: those with a code, and the good ones whose person stood there before. */
    int addBad(@Param("municipalityCode") String municipalityCode, @Param("roundId") UUID roundId, @Param("lines") String linesJson);

    /** Held until the end of the transaction: two rounds of one second take different file names. */
    @Nullable
    Long lockNames(@Param("lock") String lock);

    /** The first second that no earlier round of the tenant has in its file names. */
    String freeFileBase(@Param("requestedAt") Instant requestedAt);

    int run(@Param("roundId") UUID roundId, @Param("fileBase") String fileBase);

    int addFiles(@Param("roundId") UUID roundId, @Param("now") Instant now);

    int discard(@Param("roundId") UUID roundId);

    int deleteLines(@Param("roundId") UUID roundId);

    /** Uploads that nobody goes on with. */
    List<UUID> leftUploading(@Param("before") Instant before);

    /** Locks the row, so that a stop and the sending of a file follow one another. */
    @Nullable
    RoundRow lock(@Param("roundId") UUID roundId);

    int changeState(@Param("roundId") UUID roundId, @Param("state") String state);

    int holdFiles(@Param("roundId") UUID roundId);

    int releaseFiles(@Param("roundId") UUID roundId, @Param("now") Instant now);

    @Nullable
    RoundRow byId(@Param("roundId") UUID roundId);

    Counts counts(@Param("roundId") UUID roundId);

    List<OutcomeCount> outcomes(@Param("roundId") UUID roundId);

    List<ErrorRow> errors(@Param("roundId") UUID roundId, @Param("after") long afterLine, @Param("limit") int limit);

    /** What was kept apart, as many rows as the reason was met. */
    List<OutcomeCount> strays(@Param("roundId") UUID roundId);

    List<AnswerRow> answers(@Param("roundId") UUID roundId, @Param("after") long afterLine, @Param("limit") int limit);
}
