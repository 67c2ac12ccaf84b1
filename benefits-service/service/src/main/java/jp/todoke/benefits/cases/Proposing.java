package jp.todoke.benefits.cases;

import java.util.Optional;
import jp.todoke.benefits.cases.IssuedDecision.Outcome;
import jp.todoke.benefits.law.ImpossibleFacts;
import jp.todoke.tenancy.BusinessDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Computes the entitlement from what is confirmed, and keeps it as a proposal. */
@Service
class Proposing {
    private final CaseStore store;
    private final Facts facts;
    private final BusinessDate businessDate;
    private final Decisions decisions;
    private final RegisterCheck register;

    Proposing(CaseStore store, Facts facts, BusinessDate businessDate, Decisions decisions, RegisterCheck register) {
        this.store = store;
        this.facts = facts;
        this.businessDate = businessDate;
        this.decisions = decisions;
        this.register = register;
    }

    /** False when the rules leave the case to a person. */
    boolean propose(BenefitCase handled, String officer, @Nullable String note) {
        Optional<Computed> computed = compute(basis(handled));
        computed.ifPresent(result -> decisions.propose(handled.caseId(), result, officer, note));
        return computed.isPresent();
    }

    /** Whether the register says something else now about whose address a grant rests on. */
    boolean isOvertaken(BenefitCase handled) {
        return !register.stillHolds(basis(handled));
    }

    private Basis basis(BenefitCase handled) {
        return new Basis(handled, store.participants(handled.caseId()), facts.of(handled.caseId()));
    }

    /** Facts that contradict each other are for a person like facts that are missing. */
    private Optional<Computed> compute(Basis basis) {
        try {
            return Optional.of(basis.handled().programme().compute(basis, businessDate.today()))
                    .filter(computed -> computed.answer().isPresent())
                    .filter(computed -> computed.outcome() == Outcome.REFUSED || isBorneOut(basis));
        } catch (ImpossibleFacts contradiction) {
            return Optional.empty();
        }
    }

    private boolean isBorneOut(Basis basis) {
        return register.bearsOutCause(basis) && register.stillHolds(basis);
    }
}
