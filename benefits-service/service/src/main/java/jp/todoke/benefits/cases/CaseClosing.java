package jp.todoke.benefits.cases;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import jp.todoke.api.benefits.model.CaseView;
import jp.todoke.api.benefits.model.Withdrawal;
import jp.todoke.api.linkage.model.InquiryCancelled.ReasonEnum;
import jp.todoke.benefits.audit.AuditTrail;
import jp.todoke.benefits.cases.CaseMapper.WithdrawalRow;
import jp.todoke.guard.Caller;
import jp.todoke.guard.ETags;
import jp.todoke.guard.Idempotency;
import jp.todoke.guard.Idempotency.Answer;
import jp.todoke.guard.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 取下げ: the claim ends without a disposition, and its open questions are taken back. */
@Service
@Transactional
class CaseClosing {
    private final CaseStore store;
    private final CaseProgress progress;
    private final Asking asking;
    private final CaseViews views;
    private final Idempotency idempotency;
    private final AuditTrail audit;
    private final Clock clock;

    CaseClosing(
            CaseStore store, CaseProgress progress, Asking asking, CaseViews views, Idempotency idempotency, AuditTrail audit,
            Clock clock) {
        this.store = store;
        this.progress = progress;
        this.asking = asking;
        this.views = views;
        this.idempotency = idempotency;
        this.audit = audit;
        this.clock = clock;
    }

    Answer<CaseView> withdraw(UUID caseId, @Nullable String ifMatch, Withdrawal withdrawal) {
        BenefitCase handled = store.lock(caseId);
        return idempotency.once("withdrawCase", List.of(caseId, withdrawal), CaseView.class, () -> {
            ETags.require(ifMatch, handled.version());
            if (handled.state().isClosed()) {
                throw Problem.conflict("CASE_CLOSED", "この案件は決定済み又は取下げ済みです。");
            }
            asking.cancelAll(caseId, ReasonEnum.WITHDRAWN);
            store.settle(caseId);
            store.add(new WithdrawalRow(caseId, withdrawal.getReason(), Caller.current().subject(), clock.instant()));
            progress.withdraw(handled);
            audit.record("withdrawCase", caseId, null);
            return views.answer(200, caseId);
        });
    }
}
