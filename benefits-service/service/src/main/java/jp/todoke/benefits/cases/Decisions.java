package jp.todoke.benefits.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.todoke.benefits.cases.DecisionMapper.DecisionRow;
import jp.todoke.benefits.cases.DecisionMapper.ProposalRow;
import jp.todoke.benefits.cases.IssuedDecision.Outcome;
import jp.todoke.benefits.identifiers.RowIds;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** 起案・決裁・処分 as rows: each written once, none ever changed. */
@Service
class Decisions {
    private static final TypeReference<Map<String, Object>> DOCUMENT = new TypeReference<>() {
    };

    private final DecisionMapper mapper;
    private final JsonMapper json;
    private final RowIds ids;
    private final Clock clock;

    Decisions(DecisionMapper mapper, JsonMapper json, RowIds ids, Clock clock) {
        this.mapper = mapper;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** 起案: input, trace and rule version stand with it from the start. */
    void propose(UUID caseId, Computed computed, String officer, @Nullable String note) {
        mapper.addProposal(new ProposalRow(
                ids.next(), caseId, computed.outcome().name(), firstDay(computed.firstMonth()), computed.ruleVersion(),
                json.writeValueAsString(computed.input()), json.writeValueAsString(computed.trace()),
                json.writeValueAsString(computed.entitled()),
                officer, clock.instant(), note));
    }

    Optional<ProposalRow> openProposal(UUID caseId) {
        return mapper.openProposal(caseId);
    }

    void returnToCaseworker(ProposalRow proposal, String officer, String reason) {
        mapper.addVerdict(proposal.proposalId(), "RETURN", officer, clock.instant(), reason);
    }

    /** 決裁: the verdict and the disposition with its months, in the words of the proposal. */
    DecisionRow issue(Programme.Code code, ProposalRow proposal, String decisionNumber, String recipient, String officer,
            LocalDate decidedOn) {
        mapper.addVerdict(proposal.proposalId(), "APPROVE", officer, clock.instant(), null);
        String programme = code.name();
        DecisionRow row = new DecisionRow(
                ids.next(), decisionNumber, proposal.caseId(), proposal.proposalId(), programme, recipient, proposal.outcome(),
                proposal.firstMonth(),
                decidedOn, proposal.proposedBy(), officer, proposal.ruleVersion(), proposal.input(), proposal.trace(), proposal.result(),
                clock.instant());
        mapper.addDecision(row);
        for (IssuedDecision.Month month : entitled(proposal.result()).months()) {
            for (IssuedDecision.ChildMonth child : month.children()) {
                String atenabango = child.atenabango();
                if (atenabango != null) {
                    mapper.addMonth(
                            row.decisionId(), month.month().atDay(1), atenabango, programme, child.outcome(), child.yen(), child.rank());
                }
            }
        }
        return row;
    }

    Optional<DecisionRow> inForce(UUID caseId) {
        return mapper.inForce(caseId);
    }

    Entitled entitled(String result) {
        return json.readValue(result, Entitled.class);
    }

    Map<String, Object> document(String text) {
        return json.readValue(text, DOCUMENT);
    }

    static @Nullable YearMonth month(@Nullable LocalDate firstDay) {
        return firstDay == null ? null : YearMonth.from(firstDay);
    }

    static Outcome outcome(String stored) {
        return Outcome.valueOf(stored);
    }

    private static @Nullable LocalDate firstDay(@Nullable YearMonth month) {
        return month == null ? null : month.atDay(1);
    }
}
