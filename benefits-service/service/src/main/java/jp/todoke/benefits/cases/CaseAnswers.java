package jp.todoke.benefits.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.todoke.benefits.audit.AuditTrail;
import jp.todoke.benefits.cases.CaseTransitions.Event;
import jp.todoke.benefits.cases.Participant.Role;
import jp.todoke.benefits.cases.QuestionPlan.Ask;
import jp.todoke.benefits.linkage.AnswerListener;
import jp.todoke.benefits.linkage.LinkageAnswer;
import jp.todoke.benefits.linkage.LinkageAnswer.IdentityProvided;
import jp.todoke.benefits.linkage.Question;
import jp.todoke.tenancy.BusinessDate;
import jp.todoke.tenancy.Tenant;
import org.springframework.stereotype.Component;

/** Brings the answers from outside into their cases. */
@Component
class CaseAnswers implements AnswerListener {
    private final CaseStore store;
    private final CaseProgress progress;
    private final AnswerEffects effects;
    private final Asking asking;
    private final AuditTrail audit;
    private final BusinessDate businessDate;

    CaseAnswers(
            CaseStore store, CaseProgress progress, AnswerEffects effects, Asking asking, AuditTrail audit, BusinessDate businessDate) {
        this.store = store;
        this.progress = progress;
        this.effects = effects;
        this.asking = asking;
        this.audit = audit;
        this.businessDate = businessDate;
    }

    @Override
    public boolean takesAnswers(UUID caseId) {
        return store.findLocked(caseId).filter(handled -> handled.state() != CaseState.DECIDED).isPresent();
    }

    @Override
    public void answered(Question question, LinkageAnswer answer) {
        BenefitCase handled = store.lock(question.caseId());
        Participant about = participant(store.participants(question.caseId()), question);
        effects.apply(question, about, answer);
        if (about.role() == Role.SPOUSE && answer instanceof IdentityProvided identity && handled.hasTwoQualifyingParents()) {
            Participant spouse = participant(store.participants(question.caseId()), question);
            if (spouse.atenabango() != null) {
                askSpouseIncome(handled, spouse, identity);
            }
        }
        progress.advance(handled, Event.ANSWERED);
        audit.recordSystem("inquiry.answered", handled.caseId(), question.kind() + " " + question.channel() + " " + answer.kind());
    }

    /** Only now it is known where a spouse who lives elsewhere is taxed. */
    private void askSpouseIncome(BenefitCase handled, Participant spouse, IdentityProvided identity) {
        int taxYear = Asking.taxYear(businessDate.today());
        LocalDate since = identity.residentSince();
        String taxPlace = since != null && TaxPlace.livedThereOnJanuary1(since, taxYear) ? identity.municipalityCode() : null;
        Optional<Ask> ask = QuestionPlan.incomeFrom(0, taxPlace, Tenant.current().code(), taxYear, handled.withheld());
        ask.ifPresentOrElse(it -> asking.put(handled, spouse, it), () -> store.open(handled.caseId(), ActionCode.INCOME_NOT_AVAILABLE));
    }

    private static Participant participant(List<Participant> participants, Question question) {
        return participants.stream().filter(one -> one.participantId().equals(question.participantId())).findFirst().orElseThrow();
    }
}
