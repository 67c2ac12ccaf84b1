package jp.todoke.benefits.payments;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.todoke.benefits.payments.PaymentPlan.Due;
import jp.todoke.benefits.payments.PaymentRunMapper.ItemMonthRow;
import jp.todoke.benefits.payments.PaymentRunMapper.ItemRow;
import jp.todoke.benefits.payments.PaymentRunMapper.RunRow;
import jp.todoke.benefits.zengin.Transfer;
import jp.todoke.channel.AfterCommit;
import jp.todoke.guard.ETags;
import jp.todoke.guard.Problem;
import jp.todoke.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * 支払の決裁: in one transaction the months become instructed, the bank file is made and the run is closed. What was listed is compared
 * with what is due now, so that nothing is paid on an account or a decision that has changed since.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class PaymentRunApproval {
    private static final String OUTDATED = "作成後に決定又は口座が変わったか、他の支払処理で支払われました。この支払処理を取り消して、作り直してください。";

    private final PaymentDates dates;
    private final PaymentPlanner planner;
    private final LedgerMapper ledger;
    private final PaymentRunMapper runs;
    private final BankFiles files;
    private final Clock clock;
    private final MeterRegistry meters;

    PaymentRunApproval(PaymentDates dates, PaymentPlanner planner, LedgerMapper ledger, PaymentRunMapper runs, BankFiles files,
            Clock clock, MeterRegistry meters) {
        this.dates = dates;
        this.planner = planner;
        this.ledger = ledger;
        this.runs = runs;
        this.files = files;
        this.clock = clock;
        this.meters = meters;
    }

    void approve(UUID runId, String ifMatch, int count, long totalYen, String approvedBy) {
        ledger.lockPayments();
        RunRow run = runs.run(runId).orElseThrow(Problem::notFound);
        if (run.createdBy().equals(approvedBy)) {
            throw Problem.forbidden("SAME_PERSON", "作成した人は決裁できません。別の人が決裁してください。");
        }
        requireOpen(run, ifMatch);
        if (run.itemCount() != count || run.totalYen() != totalYen) {
            throw Problem.conflict("CONTROL_TOTALS_DIFFER", "合計件数又は合計金額が支払処理と一致しません。明細を確認してください。");
        }
        if (run.itemCount() == 0) {
            throw Problem.conflict("NOTHING_TO_PAY", "支払う明細がありません。");
        }
        dates.requireAhead(run.paymentDate());
        List<Transfer> transfers = transfers(run);
        try {
            ledger.instruct(runId, clock.instant());
            ledger.checkNow();
        } catch (DataIntegrityViolationException _) {
            throw Problem.conflict("RUN_OUTDATED", OUTDATED);
        }
        files.make(run, transfers, dates.banks());
        close(run, "FILE_MADE", approvedBy);
        count(run);
    }

    private void count(RunRow run) {
        String[] tags = {"municipality", Tenant.current().code(), "programme", run.programme()};
        AfterCommit.run(() -> {
            meters.counter("todoke.payments.instructed", tags).increment(run.itemCount());
            meters.counter("todoke.payments.instructed.yen", tags).increment(run.totalYen());
        });
    }

    void cancel(UUID runId, String ifMatch) {
        ledger.lockPayments();
        RunRow run = runs.run(runId).orElseThrow(Problem::notFound);
        requireOpen(run, ifMatch);
        close(run, "CANCELLED", null);
    }

    private static void requireOpen(RunRow run, String ifMatch) {
        ETags.require(ifMatch, run.version());
        if (!run.state().equals("CREATED")) {
            throw Problem.conflict("RUN_CLOSED", "この支払処理は、決裁済み又は取消済みです。");
        }
    }

    private void close(RunRow run, String state, @Nullable String approvedBy) {
        if (runs.close(run.runId(), run.version(), state, approvedBy, approvedBy == null ? null : clock.instant()) != 1) {
            throw Problem.preconditionFailed();
        }
    }

    /** The listed items with the accounts of now; refused when any item is not due now exactly as it was listed. */
    private List<Transfer> transfers(RunRow run) {
        Map<String, Due> dueNow = planner.plan(run.programme(), run.lastMonth(), run.paymentDate()).payable().stream()
                .collect(Collectors.toMap(Due::recipientAtenabango, Function.identity()));
        Map<UUID, Set<ItemMonthRow>> listed = new HashMap<>(
                runs.itemMonths(run.runId()).stream().collect(Collectors.groupingBy(ItemMonthRow::itemId, Collectors.toSet())));
        List<Transfer> transfers = new ArrayList<>();
        for (ItemRow item : runs.items(run.runId())) {
            Due due = dueNow.get(item.recipientAtenabango());
            if (due == null || !due.accountFactId().equals(item.accountFactId()) || !months(item, due).equals(listed.get(item.itemId()))) {
                throw Problem.conflict("RUN_OUTDATED", OUTDATED);
            }
            transfers.add(due.transfer(item.itemNumber()));
        }
        return transfers;
    }

    private static Set<ItemMonthRow> months(ItemRow item, Due due) {
        return due.months().stream()
                .map(month -> new ItemMonthRow(item.itemId(), month.childAtenabango(), month.month(), month.kind(), month.decisionId(),
                        month.yen()))
                .collect(Collectors.toSet());
    }
}
