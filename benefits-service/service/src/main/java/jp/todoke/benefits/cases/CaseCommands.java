package jp.todoke.benefits.cases;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.todoke.api.benefits.model.CaseView;
import jp.todoke.api.benefits.model.Confirmation;
import jp.todoke.benefits.audit.AuditTrail;
import jp.todoke.benefits.cases.CaseTransitions.Event;
import jp.todoke.guard.Caller;
import jp.todoke.guard.ETags;
import jp.todoke.guard.Idempotency;
import jp.todoke.guard.Idempotency.Answer;
import jp.todoke.guard.Problem;
import jp.todoke.guard.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 確認と起案: what a caseworker does to a case, once per Idempotency-Key and on the version that was read. */
@Service
@Transactional
class CaseCommands {
    /** Answered instead of a proposal when the rules leave the case to a person; the action point that says so stays. */
    static final int REFERRED = 422;

    private static final Set<CaseState> CONFIRMABLE = Set.of(CaseState.INQUIRING, CaseState.NEEDS_PERSON, CaseState.TO_CONFIRM);

    private final CaseStore store;
    private final CaseProgress progress;
    private final Facts facts;
    private final Proposing proposing;
    private final CaseViews views;
    private final Idempotency idempotency;
    private final AuditTrail audit;

    CaseCommands(
            CaseStore store, CaseProgress progress, Facts facts, Proposing proposing, CaseViews views, Idempotency idempotency,
            AuditTrail audit) {
        this.store = store;
        this.progress = progress;
        this.facts = facts;
        this.proposing = proposing;
        this.views = views;
        this.idempotency = idempotency;
        this.audit = audit;
    }

    /** 照会結果の確認. */
    Answer<CaseView> confirm(UUID caseId, @Nullable String ifMatch, Confirmation confirmation) {
        BenefitCase handled = store.lock(caseId);
        return idempotency.once("confirmFacts", confirmation, CaseView.class, () -> {
            ETags.require(ifMatch, handled.version());
            if (!CONFIRMABLE.contains(handled.state())) {
                throw Problem.conflict("CASE_STATE", "この案件では、確認する事実がありません。");
            }
            confirmAll(caseId, confirmation);
            progress.advance(handled, Event.FACTS_CONFIRMED);
            audit.record("confirmFacts", caseId, "facts " + confirmation.getFactIds().size());
            return views.answer(200, caseId);
        });
    }

    private void confirmAll(UUID caseId, Confirmation confirmation) {
        Map<UUID, FactRecord> known = facts.of(caseId).stream().collect(Collectors.toMap(FactRecord::factId, Function.identity()));
        List<FieldError> errors = new ArrayList<>();
        Set<UUID> seen = new HashSet<>();
        List<UUID> factIds = confirmation.getFactIds();
        for (int index = 0; index < factIds.size(); index++) {
            FactRecord fact = known.get(factIds.get(index));
            String pointer = "/factIds/" + index;
            if (fact == null) {
                errors.add(new FieldError(pointer, "UNKNOWN_FACT", "この案件の事実ではありません。"));
            } else if (fact.state() != FactRecord.State.PROPOSED || !seen.add(fact.factId())) {
                errors.add(new FieldError(pointer, "NOT_TO_CONFIRM", "この事実は、確認済みであるか、新しい事実に置き換えられています。"));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        String officer = Caller.current().subject();
        factIds.forEach(id -> facts.confirm(id, officer, confirmation.getNote()));
    }

    /** 起案. When the rules refer the case, the answer's status is {@link #REFERRED} and the case needs a person. */
    Answer<CaseView> propose(UUID caseId, @Nullable String ifMatch, Object request, @Nullable String note) {
        BenefitCase handled = store.lock(caseId);
        return idempotency.once("proposeDecision", request, CaseView.class, () -> {
            ETags.require(ifMatch, handled.version());
            if (handled.state() != CaseState.TO_PROPOSE) {
                throw Problem.conflict("CASE_STATE", "この案件は起案できる状態ではありません。照会、確認又は職員対応を先に済ませてください。");
            }
            boolean proposed = proposing.propose(handled, Caller.current().subject(), note);
            if (!proposed) {
                store.open(caseId, ActionCode.RULE_REFERS);
            }
            progress.advance(handled, proposed ? Event.PROPOSAL_MADE : Event.PERSON_NEEDED);
            audit.record("proposeDecision", caseId, proposed ? "proposed" : ActionCode.RULE_REFERS.name());
            return views.answer(proposed ? 201 : REFERRED, caseId);
        });
    }
}
