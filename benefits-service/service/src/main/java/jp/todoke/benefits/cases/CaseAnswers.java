package jp.todoke.benefits.cases;

import java.util.List;
import java.util.UUID;
import jp.todoke.benefits.audit.AuditTrail;
import jp.todoke.benefits.cases.CaseProgramme.Residence;
import jp.todoke.benefits.cases.CaseTransitions.Event;
import jp.todoke.benefits.cases.QuestionPlan.Plan;
import jp.todoke.benefits.linkage.AnswerListener;
import jp.todoke.benefits.linkage.LinkageAnswer.IdentityProvided;
import jp.todoke.benefits.linkage.LinkageAnswer;
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
        List<Participant> participants = store.participants(question.caseId());
        Participant about = participant(participants, question);
        effects.apply(handled, participants, about, question, answer);
        if (answer instanceof IdentityProvided identity) {
            followUp(handled, question, identity);
        }
        progress.advance(handled, Event.ANSWERED);
        audit.recordSystem("inquiry.answered", handled.caseId(), question.kind() + " " + question.channel() + " " + answer.kind());
    }

    private void followUp(BenefitCase handled, Question question, IdentityProvided identity) {
        List<Participant> participants = store.participants(question.caseId());
        Participant identified = participant(participants, question);
        if (identified.atenabango() != null) {
            int taxYear = handled.programme().taxYear(handled.receivedOn(), businessDate.today());
            Plan plan = handled.programme().afterIdentity(
                    handled, identified, identity, new Residence(Tenant.current().code(), taxYear));
            plan.asks().forEach(ask -> asking.put(handled, participants, identified, ask));
            plan.actionPoints().forEach(code -> store.open(handled.caseId(), code));
        }
    }

    private static Participant participant(List<Participant> participants, Question question) {
        return participants.stream().filter(one -> one.participantId().equals(question.participantId())).findFirst().orElseThrow();
    }
}
