package jp.todoke.benefits.cases;

import java.util.List;
import jp.todoke.api.linkage.model.BankAccount;
import jp.todoke.benefits.cases.FactRecord.Kind;
import jp.todoke.benefits.cases.Facts.NewFact;
import jp.todoke.benefits.cases.QuestionPlan.Plan;
import org.springframework.stereotype.Service;

/** 申請者の申立て: what only the applicant can say, as facts to be confirmed like any other. */
@Service
class Statements {
    private final Facts facts;
    private final AnswerEffects effects;

    Statements(Facts facts, AnswerEffects effects) {
        this.facts = facts;
        this.effects = effects;
    }

    /** Where nobody is matched, or the application is a duplicate, there is nothing to confirm yet. */
    void record(BenefitCase opened, List<Participant> participants, Plan plan) {
        boolean stopped = plan.actionPoints().contains(ActionCode.IDENTITY_UNMATCHED)
                || plan.actionPoints().contains(ActionCode.DUPLICATE_APPLICATION);
        if (!stopped) {
            participants.forEach(participant -> state(opened, participant, plan, participants));
        }
    }

    private void state(BenefitCase opened, Participant participant, Plan plan, List<Participant> participants) {
        switch (participant.role()) {
            case APPLICANT -> applicant(opened, participant);
            case SPOUSE -> {
                boolean answeredAtOnce = plan.asks().stream()
                        .anyMatch(ask -> ask.channel().isOwn() && participants.get(ask.index()).equals(participant));
                if (!answeredAtOnce) {
                    add(opened, participant, Kind.SPOUSE, new FactValue.Spouse(true, participant.isSaidToLiveTogether()));
                }
            }
            case CHILD -> add(opened, participant, Kind.CARE, new FactValue.Care(true, participant.isSaidToLiveTogether()));
            case COUNTED_SIBLING -> {
                if (participant.declaredOn() != null) {
                    add(opened, participant, Kind.COUNTED_SIBLING, new FactValue.CountedSibling(participant.declaredOn()));
                }
            }
        }
    }

    private void applicant(BenefitCase opened, Participant applicant) {
        add(opened, applicant, Kind.PUBLIC_SERVANT, new FactValue.PublicServant(opened.isPublicServant()));
        if (opened.application().getSpouse() == null) {
            add(opened, applicant, Kind.SPOUSE, new FactValue.Spouse(false, false));
        }
        BankAccount account = opened.application().getAccount().getAccount();
        if (account != null) {
            add(opened, applicant, Kind.ACCOUNT, new FactValue.Account(
                    account.getBankCode(), account.getBranchCode(), account.getAccountType().getValue(), account.getAccountNumber(),
                    account.getHolderKana()));
            effects.compareHolder(applicant, account.getHolderKana());
        }
    }

    private void add(BenefitCase opened, Participant about, Kind kind, FactValue value) {
        facts.add(NewFact.stated(about, kind, value, opened.receivedOn()));
    }
}
