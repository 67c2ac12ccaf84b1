package jp.todoke.benefits.cases;

import java.util.List;
import java.util.UUID;
import jp.todoke.benefits.cases.CaseTransitions.Event;
import jp.todoke.benefits.linkage.Questions;
import org.springframework.stereotype.Service;

/** Derives where a case stands now, and moves it there over an edge of {@link CaseTransitions}. */
@Service
class CaseProgress {
    private final CaseStore store;
    private final Facts facts;
    private final Questions questions;
    private final Decisions decisions;

    CaseProgress(CaseStore store, Facts facts, Questions questions, Decisions decisions) {
        this.store = store;
        this.facts = facts;
        this.questions = questions;
        this.decisions = decisions;
    }

    CaseState standing(UUID caseId) {
        int open = Math.toIntExact(questions.of(caseId).stream().filter(Questions.Asked::isOpen).count());
        List<FactRecord> known = facts.of(caseId);
        int unconfirmed = Math.toIntExact(known.stream().filter(fact -> fact.state() == FactRecord.State.PROPOSED).count());
        return new Standing(
                open, store.isDecisionBlocked(caseId), unconfirmed, decisions.openProposal(caseId).isPresent(),
                decisions.inForce(caseId).isPresent())
                .state();
    }

    /** The case must be locked by the caller. */
    void advance(BenefitCase locked, Event event) {
        CaseState next = standing(locked.caseId());
        CaseTransitions.require(event, locked.state(), next);
        store.move(locked, next);
    }
}
