package jp.todoke.benefits.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.todoke.api.benefits.model.ApprovalRequest;
import jp.todoke.api.benefits.model.CaseView;
import jp.todoke.api.linkage.model.InquiryCancelled.ReasonEnum;
import jp.todoke.benefits.audit.AuditTrail;
import jp.todoke.benefits.cases.CaseTransitions.Event;
import jp.todoke.benefits.cases.DecisionMapper.DecisionRow;
import jp.todoke.benefits.cases.DecisionMapper.ProposalRow;
import jp.todoke.benefits.cases.IssuedDecision.Child;
import jp.todoke.benefits.cases.IssuedDecision.Recipient;
import jp.todoke.benefits.cases.Participant.Role;
import jp.todoke.benefits.people.People;
import jp.todoke.benefits.people.Person;
import jp.todoke.guard.Caller;
import jp.todoke.guard.ETags;
import jp.todoke.guard.Idempotency;
import jp.todoke.guard.Idempotency.Answer;
import jp.todoke.guard.Problem;
import jp.todoke.guard.Problem.FieldError;
import jp.todoke.tenancy.BusinessDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 決裁: another person than the one who proposed makes the disposition, or returns it. */
@Service
@Transactional
class Approving {
    private final CaseStore store;
    private final CaseProgress progress;
    private final Decisions decisions;
    private final CaseViews views;
    private final Idempotency idempotency;
    private final Proposing proposing;
    private final Consequences consequences;

    Approving(
            CaseStore store, CaseProgress progress, Decisions decisions, CaseViews views, Idempotency idempotency, Proposing proposing,
            Consequences consequences) {
        this.store = store;
        this.progress = progress;
        this.decisions = decisions;
        this.views = views;
        this.idempotency = idempotency;
        this.proposing = proposing;
        this.consequences = consequences;
    }

    /** Who is told of a verdict. */
    @Component
    record Consequences(
            People people, Asking asking, List<DecisionListener> listeners, ApplicantNews news, AuditTrail audit,
            BusinessDate businessDate) {}

    Answer<CaseView> approve(UUID caseId, @Nullable String ifMatch, ApprovalRequest request) {
        BenefitCase handled = store.lock(caseId);
        return idempotency.once("approveDecision", request, CaseView.class, () -> {
            ETags.require(ifMatch, handled.version());
            String officer = Caller.current().subject();
            ProposalRow proposal = proposal(handled, request);
            switch (request.getVerdict()) {
                case RETURN -> sendBack(handled, proposal, officer, request.getReason());
                case APPROVE -> issue(handled, proposal, officer);
            }
            consequences.audit().record("approveDecision", caseId, request.getVerdict().getValue());
            return views.answer(200, caseId);
        });
    }

    private ProposalRow proposal(BenefitCase handled, ApprovalRequest request) {
        if (handled.state() != CaseState.PROPOSED) {
            throw Problem.conflict("CASE_STATE", "この案件は決裁待ちではありません。");
        }
        ProposalRow proposal = decisions.openProposal(handled.caseId()).orElseThrow();
        if (!proposal.proposalId().equals(request.getProposalId())) {
            throw Problem.invalid(List.of(new FieldError("/proposalId", "NOT_CURRENT", "決裁待ちの起案ではありません。最新の案件を読み直してください。")));
        }
        return proposal;
    }

    private void sendBack(BenefitCase handled, ProposalRow proposal, String officer, @Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid(List.of(new FieldError("/reason", "REQUIRED", "差戻しの理由を記載してください。")));
        }
        decisions.returnToCaseworker(proposal, officer, reason);
        progress.advance(handled, Event.PROPOSAL_RETURNED);
        consequences.news().inReview(handled);
    }

    private void issue(BenefitCase handled, ProposalRow proposal, String officer) {
        if (proposal.proposedBy().equals(officer)) {
            throw Problem.forbidden("SAME_PERSON", "起案した職員は、自ら決裁することができません。");
        }
        if (Decisions.outcome(proposal.outcome()) == IssuedDecision.Outcome.GRANTED && proposing.isOvertaken(handled)) {
            throw Problem.conflict("FACTS_CHANGED", "起案の後に住民記録が変わりました（転出等）。差し戻して、起案し直してください。");
        }
        LocalDate today = consequences.businessDate().today();
        String number = store.nextNumber("DECISION", "D-", today);
        String recipient = handled.applicantAtenabango();
        if (recipient == null) {
            throw new IllegalStateException("a case whose applicant is not matched was proposed");
        }
        DecisionRow decision = decisions.issue(handled.programme().code(), proposal, number, recipient, officer, today);
        progress.advance(handled, Event.DECISION_MADE);
        IssuedDecision issued = issued(handled, decision);
        if (issued.outcome() == IssuedDecision.Outcome.GRANTED) {
            consequences.asking().cancelAllButAccountCheck(handled.caseId());
        } else {
            consequences.asking().cancelAll(handled.caseId(), ReasonEnum.CASE_CLOSED);
        }
        store.settle(handled.caseId());
        consequences.listeners().forEach(listener -> listener.decisionIssued(issued));
        consequences.news().decided(handled, issued.outcome());
    }

    private IssuedDecision issued(BenefitCase handled, DecisionRow decision) {
        Person person = consequences.people().current(decision.recipientAtenabango()).orElseThrow();
        List<Participant> participants = store.participants(handled.caseId());
        String kana = person.kana() == null ? handled.application().getApplicant().getKana() : person.kana();
        var recipient = new Recipient(
                person.atenabango(), person.name(), kana, handled.withheld() ? null : person.address(), handled.withheld());
        List<Child> children = participants.stream()
                .filter(participant -> participant.role() == Role.CHILD)
                .map(child -> new Child(child.atenabango(), child.name(), child.birthDate()))
                .toList();
        Entitled entitled = decisions.entitled(decision.result());
        return new IssuedDecision(
                decision.decisionId(), decision.decisionNumber(), handled.caseId(), handled.caseNumber(), handled.programme().code(),
                Decisions.outcome(decision.outcome()), Decisions.month(decision.firstMonth()), handled.receivedOn(), decision.decidedOn(),
                decision.proposedBy(), decision.approvedBy(), recipient, children, entitled.months(), entitled.reasons(),
                entitled.payments());
    }
}
