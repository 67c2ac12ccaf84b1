package jp.todoke.benefits.cases;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.todoke.api.linkage.model.InquiryCancelled.ReasonEnum;
import jp.todoke.benefits.audit.AuditTrail;
import jp.todoke.benefits.cases.Asking.Round;
import jp.todoke.benefits.cases.CaseProgramme.Residence;
import jp.todoke.benefits.cases.QuestionPlan.Ask;
import jp.todoke.benefits.cases.QuestionPlan.Plan;
import jp.todoke.benefits.linkage.LinkageAnswer.IdentityProvided;
import jp.todoke.benefits.linkage.Question;
import jp.todoke.benefits.linkage.Question.Channel;
import jp.todoke.benefits.linkage.Question.Kind;
import jp.todoke.benefits.linkage.Questions;
import jp.todoke.benefits.linkage.Questions.Asked;
import jp.todoke.tenancy.BusinessDate;
import jp.todoke.tenancy.Tenant;
import org.springframework.stereotype.Component;

/**
 * 住登外者 of a case, in their order: 住基ネット says who it is and where, 031 says under which 宛名番号, and only then other bodies can be asked about the
 * person. Nobody is numbered here.
 */
@Component
class Nonresidents {
    private final CaseStore store;
    private final Questions questions;
    private final Asking asking;
    private final BusinessDate businessDate;

    Nonresidents(CaseStore store, Questions questions, Asking asking, BusinessDate businessDate) {
        this.store = store;
        this.questions = questions;
        this.asking = asking;
        this.businessDate = businessDate;
    }

    /** After 住基ネット named the person: who is known here keeps the number, and whoever lives here gets it from the own register. */
    void identified(BenefitCase handled, Question question, IdentityProvided identity) {
        List<Participant> participants = store.participants(handled.caseId());
        Participant about = about(participants, question);
        if (question.channel() != Channel.JUKI || !about.isMeantBy(identity) || !identity.alive()) {
            return;
        }
        List<Asked> before = questions.of(handled.caseId()).stream()
                .filter(asked -> asked.question().kind() == Kind.NUMBERING
                        && asked.question().participantId().equals(about.participantId()))
                .toList();
        if (about.atenabango() != null) {
            before.stream().filter(Asked::isAwaited).forEach(asked -> questions.cancel(asked, ReasonEnum.NOT_NEEDED));
            askFurther(handled, participants, question, identity);
        } else if (!identity.municipalityCode().equals(Tenant.current().code()) && before.stream().noneMatch(Asked::isAwaited)) {
            store.needs(handled.caseId(), Set.of(Kind.NUMBERING));
            asking.put(handled, participants, about, new Ask(0, Kind.NUMBERING, Channel.ATENA, null, null),
                    new Round(before.size() + 1, AuditTrail.SYSTEM));
        }
    }

    /** After 031 gave the number; nothing follows where it could not be taken. */
    void numbered(BenefitCase handled, Question question) {
        List<Participant> participants = store.participants(handled.caseId());
        if (about(participants, question).atenabango() != null) {
            askFurther(handled, participants, question, questions.identityOf(question.participantId()).orElseThrow());
        }
    }

    private void askFurther(BenefitCase handled, List<Participant> participants, Question question, IdentityProvided identity) {
        Participant about = about(participants, question);
        int taxYear = handled.programme().taxYear(handled.receivedOn(), businessDate.today());
        Plan plan = handled.programme().afterIdentity(handled, about, identity, new Residence(Tenant.current().code(), taxYear));
        UUID caseId = handled.caseId();
        store.needs(caseId, plan.needs());
        plan.asks().forEach(ask -> asking.put(handled, participants, about, ask));
        plan.actionPoints().forEach(code -> store.open(caseId, code, question.questionId()));
    }

    private static Participant about(List<Participant> participants, Question question) {
        return participants.stream().filter(one -> one.participantId().equals(question.participantId())).findFirst().orElseThrow();
    }
}
