package jp.todoke.benefits.payments;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.todoke.api.benefits.model.HeldPayment;
import jp.todoke.api.benefits.model.PaymentItem;
import jp.todoke.api.benefits.model.PaymentRun;
import jp.todoke.api.benefits.model.PaymentRunState;
import jp.todoke.api.benefits.model.PaymentRunSummary;
import jp.todoke.api.benefits.model.Programme;
import jp.todoke.benefits.payments.PaymentRunMapper.HeldRow;
import jp.todoke.benefits.payments.PaymentRunMapper.ItemMonthRow;
import jp.todoke.benefits.payments.PaymentRunMapper.ItemRow;
import jp.todoke.benefits.payments.PaymentRunMapper.RunRow;
import jp.todoke.guard.Problem;
import org.springframework.stereotype.Component;

/** Payment runs as the API shows them: no account number, no name. */
@Component
class PaymentRunViews {
    private final PaymentRunMapper runs;
    private final BankFiles files;

    PaymentRunViews(PaymentRunMapper runs, BankFiles files) {
        this.runs = runs;
        this.files = files;
    }

    PaymentRun run(UUID runId) {
        RunRow run = runs.run(runId).orElseThrow(Problem::notFound);
        PaymentRun view = new PaymentRun(run.runId(), run.version(), Programme.fromValue(run.programme()), run.paymentDate(),
                PaymentRunState.fromValue(run.state()), run.createdBy(), run.itemCount(), run.totalYen(), items(runId), held(runId));
        view.setApprovedBy(run.approvedBy());
        files.ofRun(runId).ifPresent(file -> {
            view.setFileName(file.name());
            view.setFileSha256(file.sha256());
        });
        return view;
    }

    List<PaymentRunSummary> all() {
        return runs.all().stream().map(run -> new PaymentRunSummary(run.runId(), Programme.fromValue(run.programme()), run.paymentDate(),
                PaymentRunState.fromValue(run.state()), run.itemCount(), run.totalYen())).toList();
    }

    private List<PaymentItem> items(UUID runId) {
        Map<UUID, List<String>> months = runs.itemMonths(runId).stream().collect(Collectors.groupingBy(ItemMonthRow::itemId,
                Collectors.mapping(row -> YearMonth.from(row.month()).toString(), Collectors.toList())));
        return runs.items(runId).stream().map(item -> item(item, months.get(item.itemId()))).toList();
    }

    private static PaymentItem item(ItemRow row, List<String> months) {
        PaymentItem item = new PaymentItem(row.itemId(), row.caseId(), row.caseNumber(), row.yen(),
                months.stream().distinct().sorted().toList());
        item.setItemNumber(row.itemNumber());
        item.setAccount(row.accountShown());
        return item;
    }

    private List<HeldPayment> held(UUID runId) {
        return runs.held(runId).stream().map(PaymentRunViews::held).toList();
    }

    private static HeldPayment held(HeldRow row) {
        return new HeldPayment(row.caseId(), row.caseNumber(), row.yen(), HeldPayment.CodeEnum.fromValue(row.code()), row.message());
    }
}
