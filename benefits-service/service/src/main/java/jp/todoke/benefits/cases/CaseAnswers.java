package jp.todoke.benefits.cases;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import jp.todoke.benefits.audit.AuditTrail;
import jp.todoke.benefits.cases.Asking.Round;
import jp.todoke.benefits.cases.CaseTransitions.Event;
import jp.todoke.benefits.cases.QuestionPlan.Ask;
import jp.todoke.benefits.linkage.AnswerListener;
import jp.todoke.benefits.linkage.FollowUps.Step;
import jp.todoke.benefits.linkage.LinkageAnswer;
import jp.todoke.benefits.linkage.LinkageAnswer.AccountProvided;
import jp.todoke.benefits.linkage.LinkageAnswer.IdentityProvided;
import jp.todoke.benefits.linkage.LinkageAnswer.Numbered;
import jp.todoke.benefits.linkage.Question;
import jp.todoke.benefits.linkage.Questions.Asked;
import org.springframework.stereotype.Component;

/** Brings the answers from outside, and their absence, into their cases. */
@Component
class CaseAnswers implements AnswerListener {
    private final CaseStore store;
    private final CaseProgress progress;
    private final AnswerEffects effects;
    private final NextSteps steps;
    private final Asking asking;
    private final AuditTrail audit;
    private final Nonresidents nonresidents;

    CaseAnswers(
            CaseStore store, CaseProgress progress, AnswerEffects effects, NextSteps steps, Asking asking, AuditTrail audit,
            Nonresidents nonresidents) {
        this.store = store;
        this.progress = progress;
        this.effects = effects;
        this.steps = steps;
        this.asking = asking;
        this.audit = audit;
        this.nonresidents = nonresidents;
    }

    /** After the disposition only the bank's word about the account is of use, and it holds the payment, not the case. */
    @Override
    public boolean takesAnswer(Question question) {
        return store.findLocked(question.caseId()).filter(
                handled -> !handled.state().isClosed()
                        || handled.state() == CaseState.DECIDED && question.kind() == Question.Kind.ACCOUNT_CHECK)
                .isPresent();
    }

    @Override
    public void answered(Question question, LinkageAnswer answer) {
        BenefitCase handled = store.lock(question.caseId());
        List<Participant> participants = store.participants(question.caseId());
        Participant about = participant(participants, question.participantId());
        effects.apply(handled, participants, about, question, answer);
        switch (answer) {
            case IdentityProvided identity -> nonresidents.identified(handled, question, identity);
            case Numbered _ -> nonresidents.numbered(handled, question);
            case AccountProvided _ -> asking.checkAccount(handled, participants);
            default -> {
                // Nothing more is to be asked.
            }
        }
        progress.advance(handled, Event.ANSWERED);
        audit.recordSystem("inquiry.answered", handled.caseId(),
                question.kind() + " " + question.channel() + " " + answer.outcome().getValue());
    }

    @Override
    public void due(Asked asked, Step step) {
        BenefitCase handled = store.lock(asked.question().caseId());
        switch (step) {
            case LATE -> late(handled, asked);
            case AGAIN -> askAgain(handled, asked);
        }
        audit.recordSystem("inquiry." + (step == Step.LATE ? "late" : "askedAgain"), handled.caseId(),
                asked.question().kind() + " " + asked.question().channel());
    }

    private void late(BenefitCase handled, Asked asked) {
        if (asked.isOpen()) {
            ActionCode code = Objects.requireNonNull(steps.after(asked.question().kind(), NextSteps.LATE).actionPoint());
            store.open(handled.caseId(), code, asked.question().questionId());
            progress.advance(handled, Event.PERSON_NEEDED);
        }
    }

    /** 2次照会: the same question once more, unless 支援措置 forbids it by now. */
    private void askAgain(BenefitCase handled, Asked asked) {
        Question question = asked.question();
        List<Participant> participants = store.participants(handled.caseId());
        Participant about = participant(participants, question.participantId());
        if (handled.withheld()) {
            effects.givenUp(about, question, steps.after(question.kind(), Objects.requireNonNull(asked.answer())));
        } else {
            asking.put(handled, participants, about,
                    new Ask(0, question.kind(), question.channel(), question.providerMunicipality(), question.taxYear()),
                    Round.after(question));
        }
        progress.advance(handled, Event.ASKED_AGAIN);
    }

    private static Participant participant(List<Participant> participants, UUID participantId) {
        return participants.stream().filter(one -> one.participantId().equals(participantId)).findFirst().orElseThrow();
    }
}
