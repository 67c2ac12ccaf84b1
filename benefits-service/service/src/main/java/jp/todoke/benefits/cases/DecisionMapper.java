package jp.todoke.benefits.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

@Mapper
interface DecisionMapper {
    void addProposal(ProposalRow row);

    Optional<ProposalRow> openProposal(@Param("caseId") UUID caseId);

    void addVerdict(
            @Param("proposalId") UUID proposalId,
            @Param("verdict") String verdict,
            @Param("givenBy") String givenBy,
            @Param("givenAt") Instant givenAt,
            @Param("reason") @Nullable String reason);

    void addDecision(DecisionRow row);

    void addMonth(
            @Param("decisionId") UUID decisionId,
            @Param("month") LocalDate month,
            @Param("childAtenabango") String childAtenabango,
            @Param("programme") String programme,
            @Param("outcome") String outcome,
            @Param("yen") long yen,
            @Param("rank") @Nullable Integer rank);

    Optional<DecisionRow> inForce(@Param("caseId") UUID caseId);

    record ProposalRow(
            UUID proposalId,
            UUID caseId,
            String outcome,
            @Nullable LocalDate firstMonth,
            String ruleVersion,
            String input,
            String trace,
            String result,
            String proposedBy,
            Instant proposedAt,
            @Nullable String note) {}

    record DecisionRow(
            UUID decisionId,
            String decisionNumber,
            UUID caseId,
            UUID proposalId,
            String programme,
            String recipientAtenabango,
            String outcome,
            @Nullable LocalDate firstMonth,
            LocalDate decidedOn,
            String proposedBy,
            String approvedBy,
            String ruleVersion,
            String input,
            String trace,
            String result,
            Instant recordedAt) {}
}
