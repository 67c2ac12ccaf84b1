package jp.todoke.benefits.cases;

import java.util.List;
import java.util.UUID;
import jp.todoke.benefits.cases.CaseTransitions.Event;
import jp.todoke.benefits.evidence.EvidenceDirectory;
import jp.todoke.benefits.linkage.Questions;
import jp.todoke.benefits.linkage.Questions.Asked;
import org.springframework.stereotype.Service;

/** Derives where a case stands now, and moves it there over an edge of {@link CaseTransitions}. */
@Service
class CaseProgress {
    private final CaseStore store;
    private final Facts facts;
    private final Questions questions;
    private final Decisions decisions;
    private final EvidenceDirectory directory;

    CaseProgress(CaseStore store, Facts facts, Questions questions, Decisions decisions, EvidenceDirectory directory) {
        this.store = store;
        this.facts = facts;
        this.questions = questions;
        this.decisions = decisions;
        this.directory = directory;
    }

    CaseState standing(BenefitCase handled) {
        UUID caseId = handled.caseId();
        int open = Math.toIntExact(questions.of(caseId).stream().filter(asked -> holdsUp(handled, asked)).count());
        List<FactRecord> known = facts.of(caseId);
        int unconfirmed = Math.toIntExact(known.stream().filter(fact -> fact.state() == FactRecord.State.PROPOSED).count());
        return new Standing(
                open, store.isDecisionBlocked(caseId), unconfirmed, decisions.openProposal(caseId).isPresent(),
                decisions.inForce(caseId).isPresent())
                .state();
    }

    /** Any first answer is waited for; but what no decision rests on is neither waited for when it is late, nor from round to round. */
    private boolean holdsUp(BenefitCase handled, Asked asked) {
        boolean decides = directory.decides(handled.programme().procedure(), asked.question().kind().name());
        return decides ? asked.isAwaited() : asked.isOpen() && !asked.late() && asked.question().round() == 1;
    }

    /** The case must be locked by the caller. */
    void advance(BenefitCase locked, Event event) {
        CaseState next = standing(locked);
        CaseTransitions.require(event, locked.state(), next);
        store.move(locked, next);
    }

    /** 取下げ: the one state that follows from no fact. */
    void withdraw(BenefitCase locked) {
        CaseTransitions.require(Event.WITHDRAWN, locked.state(), CaseState.WITHDRAWN);
        store.move(locked, CaseState.WITHDRAWN);
    }
}
