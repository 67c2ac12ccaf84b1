package jp.todoke.benefits.cases;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.todoke.benefits.cases.AccountStanding.Held;
import jp.todoke.benefits.cases.AccountStanding.Usable;
import jp.todoke.benefits.cases.CaseMapper.ActionPointRow;
import jp.todoke.benefits.cases.FactRecord.Kind;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** An account is usable when an officer confirmed it and no open action point holds the payment. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class CaseAccounts implements Accounts {
    private final CaseStore store;
    private final Facts facts;

    CaseAccounts(CaseStore store, Facts facts) {
        this.store = store;
        this.facts = facts;
    }

    @Override
    public AccountStanding accountOf(UUID caseId) {
        Optional<ActionPointRow> holding = holding(store.actionPoints(caseId));
        if (holding.isPresent()) {
            return new Held(holding.get().code(), holding.get().message());
        }
        return facts.of(caseId).stream()
                .filter(fact -> fact.kind() == Kind.ACCOUNT && fact.isConfirmed())
                .findFirst()
                .<AccountStanding>map(CaseAccounts::usable)
                .orElseGet(() -> new Held("ACCOUNT_UNCONFIRMED", "振込先口座が確認されていません。"));
    }

    static Optional<ActionPointRow> holding(List<ActionPointRow> points) {
        return points.stream().filter(point -> point.isOpen() && point.blocks().equals(ActionCode.Blocks.PAYMENT.name())).findFirst();
    }

    private static Usable usable(FactRecord fact) {
        FactValue.Account account = (FactValue.Account) fact.value();
        return new Usable(
                account.bankCode(), account.branchCode(), account.accountType(), account.accountNumber(), account.holderKana(),
                fact.factId());
    }
}
