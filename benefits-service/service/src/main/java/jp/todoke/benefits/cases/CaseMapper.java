package jp.todoke.benefits.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface CaseMapper {
    long nextNumber(@Param("series") String series, @Param("year") int year);

    void add(CaseRow row);

    Optional<CaseRow> find(@Param("caseId") UUID caseId);

    Optional<CaseRow> lock(@Param("caseId") UUID caseId);

    Optional<CaseRow> lockOf(@Param("packageId") UUID packageId);

    boolean isPackageKnown(@Param("packageId") UUID packageId);

    int move(@Param("caseId") UUID caseId, @Param("version") long version, @Param("state") String state);

    List<CaseRow> page(
            @Param("state") @Nullable String state,
            @Param("uketsukeBango") @Nullable String uketsukeBango,
            @Param("after") @Nullable UUID after,
            @Param("limit") int limit);

    boolean hasApplied(@Param("programme") String programme, @Param("atenabango") String atenabango, @Param("since") LocalDate since);

    List<UUID> competing(
            @Param("programme") String programme,
            @Param("applicant") String applicant,
            @Param("nameKey") String nameKey,
            @Param("birthDate") LocalDate birthDate,
            @Param("atenabango") @Nullable String atenabango);

    /** A case that is being opened now is there when this returns, and none is opened before the end of the transaction. */
    List<Long> waitForOpenings();

    void withhold(@Param("atenabango") String atenabango, @Param("nameKey") String nameKey, @Param("birthDate") LocalDate birthDate);

    void addParticipant(@Param("row") Participant row, @Param("nameKey") String nameKey);

    List<ParticipantRow> participants(@Param("caseId") UUID caseId);

    void match(@Param("participantId") UUID participantId, @Param("atenabango") String atenabango);

    void openActionPoint(
            @Param("caseId") UUID caseId,
            @Param("code") String code,
            @Param("blocks") String blocks,
            @Param("message") String message,
            @Param("openedAt") Instant openedAt);

    UUID openActionPointByAnswer(
            @Param("caseId") UUID caseId,
            @Param("code") String code,
            @Param("blocks") String blocks,
            @Param("message") String message,
            @Param("openedAt") Instant openedAt);

    void addCause(@Param("actionPointId") UUID actionPointId, @Param("questionId") UUID questionId);

    /** Closes each point that nothing but answers opened, once each of those questions has a later answer that opened nothing. */
    void settle(@Param("caseId") UUID caseId, @Param("closedBy") String closedBy, @Param("closedAt") Instant closedAt);

    void addWithdrawal(WithdrawalRow row);

    Optional<WithdrawalRow> withdrawal(@Param("caseId") UUID caseId);

    void addPaperRequest(PaperRequestRow row);

    List<PaperRequestRow> paperRequests(@Param("caseId") UUID caseId);

    void addNeed(@Param("caseId") UUID caseId, @Param("kind") String kind);

    List<ActionPointRow> actionPoints(@Param("caseIds") List<UUID> caseIds);

    /** By state, without the decided ones, which only grow. */
    List<StateCount> countUndecided();

    record StateCount(String state, long cases) {}

    record CaseRow(
            UUID caseId,
            String caseNumber,
            String programme,
            String state,
            long version,
            UUID packageId,
            String uketsukeBango,
            String packageSha256,
            Instant arrivedAt,
            LocalDate receivedOn,
            String jpkiSerial,
            boolean signatureVerified,
            byte[] applicationCipher,
            String applicationKeyId,
            byte @Nullable [] declarationCipher,
            @Nullable String declarationKeyId,
            boolean publicServant,
            String attachmentNames,
            @Nullable String applicantAtenabango,
            boolean withheld,
            Instant openedAt) {
        @Override
        public String toString() {
            return "CaseRow[" + caseNumber + "]";
        }
    }

    record ParticipantRow(
            UUID participantId,
            UUID caseId,
            String role,
            int position,
            String name,
            @Nullable String kana,
            LocalDate birthDate,
            @Nullable Boolean livesTogether,
            @Nullable LocalDate declaredOn,
            @Nullable String atenabango) {
        Participant toParticipant() {
            return new Participant(
                    participantId, caseId, Participant.Role.valueOf(role), position, name, kana, birthDate, livesTogether, declaredOn,
                    atenabango);
        }

        @Override
        public String toString() {
            return "ParticipantRow[" + role + " " + position + "]";
        }
    }

    record WithdrawalRow(UUID caseId, String reason, String recordedBy, Instant recordedAt) {
        @Override
        public String toString() {
            return "WithdrawalRow[" + caseId + "]";
        }
    }

    record PaperRequestRow(UUID caseId, UUID participantId, String kind, String reason, String requestedBy, Instant requestedAt) {
        @Override
        public String toString() {
            return "PaperRequestRow[" + kind + "]";
        }
    }

    record ActionPointRow(UUID caseId, String code, String blocks, String message, Instant openedAt, @Nullable Instant closedAt) {
        boolean isOpen() {
            return closedAt == null;
        }
    }
}
