package jp.todoke.benefits.payments;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.todoke.benefits.cases.Programme;
import jp.todoke.benefits.identifiers.RowIds;
import jp.todoke.benefits.payments.PaymentPlan.Due;
import jp.todoke.benefits.payments.PaymentRunMapper.HeldRow;
import jp.todoke.benefits.payments.PaymentRunMapper.ItemMonthRow;
import jp.todoke.benefits.payments.PaymentRunMapper.ItemRow;
import jp.todoke.benefits.payments.PaymentRunMapper.RunRow;
import jp.todoke.guard.Problem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 支払処理の作成: decided minus instructed for what is due on a day, as a list that another person approves. Nothing is instructed yet. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class PaymentRunCreation {
    private final PaymentDates dates;
    private final PaymentPlanner planner;
    private final LedgerMapper ledger;
    private final PaymentRunMapper runs;
    private final RowIds ids;
    private final Clock clock;

    PaymentRunCreation(PaymentDates dates, PaymentPlanner planner, LedgerMapper ledger, PaymentRunMapper runs, RowIds ids, Clock clock) {
        this.dates = dates;
        this.planner = planner;
        this.ledger = ledger;
        this.runs = runs;
        this.ids = ids;
        this.clock = clock;
    }

    UUID create(String programme, LocalDate paymentDate, String createdBy) {
        LocalDate lastMonth = dates.lastMonthDueOn(Programme.Code.valueOf(programme), paymentDate).atDay(1);
        ledger.lockPayments();
        if (runs.hasOpenRun(programme, paymentDate)) {
            throw Problem.conflict("RUN_OPEN", "同じ振込指定日の支払処理が決裁を待っています。決裁するか、取り消してから作成してください。");
        }
        PaymentPlan plan = planner.plan(programme, lastMonth, paymentDate);
        UUID runId = ids.next();
        runs.addRun(new RunRow(runId, programme, paymentDate, lastMonth, "CREATED", 1, plan.payable().size(), plan.totalYen(), createdBy,
                clock.instant(),
                null, null));
        addItems(runId, plan.payable());
        plan.held().forEach(held -> runs
                .addHeld(new HeldRow(runId, held.recipientAtenabango(), held.caseId(), null, held.yen(), held.code(), held.messageJa())));
        return runId;
    }

    private void addItems(UUID runId, List<Due> payable) {
        if (payable.isEmpty()) {
            return;
        }
        long itemNumber = runs.takeItemNumbers(payable.size()) - payable.size();
        for (Due due : payable) {
            UUID itemId = ids.next();
            itemNumber++;
            runs.addItem(new ItemRow(itemId, itemNumber, runId, due.caseId(), null, due.recipientAtenabango(), due.accountFactId(),
                    due.withheld() ? null : due.account().masked(), due.yen()));
            due.months().forEach(month -> runs.addItemMonth(
                    new ItemMonthRow(itemId, month.childAtenabango(), month.month(), month.kind(), month.decisionId(), month.yen())));
        }
    }
}
