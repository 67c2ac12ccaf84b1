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
    private final CaseStore store;

    Statements(Facts facts, AnswerEffects effects, CaseStore store) {
        this.store = store;
        this.facts = facts;
        this.effects = effects;
    }

    /** Where nobody is matched, or the application is a duplicate, there is nothing to confirm yet. */
    void record(BenefitCase opened, List<Participant> participants, Plan plan) {
        boolean stopped = plan.actionPoints().contains(ActionCode.IDENTITY_UNMATCHED)
                || plan.actionPoints().contains(ActionCode.DUPLICATE_APPLICATION);
        if (!stopped) {
            opened.programme().statements(opened, participants, plan)
                    .forEach(said -> add(opened, said.about(), said.kind(), said.value()));
            account(opened, participants.getFirst());
        }
    }

    private void account(BenefitCase opened, Participant applicant) {
        BankAccount account = opened.application().getAccount().getAccount();
        if (account != null) {
            add(opened, applicant, Kind.ACCOUNT, new FactValue.Account(
                    account.getBankCode(), account.getBranchCode(), account.getAccountType().getValue(), account.getAccountNumber(),
                    account.getHolderKana()));
            if (!effects.isHolder(applicant, account.getHolderKana())) {
                store.open(opened.caseId(), ActionCode.ACCOUNT_HOLDER_DIFFERS);
            }
        }
    }

    private void add(BenefitCase opened, Participant about, Kind kind, FactValue value) {
        facts.add(NewFact.stated(about, kind, value, opened.receivedOn()));
    }
}
