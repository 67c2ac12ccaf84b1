package jp.todoke.benefits.payments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.todoke.benefits.cases.AccountStanding;
import jp.todoke.benefits.cases.AccountStanding.Usable;
import jp.todoke.benefits.cases.Accounts;
import jp.todoke.benefits.payments.PaymentPlan.Due;
import jp.todoke.benefits.payments.PaymentPlan.Held;
import jp.todoke.benefits.zengin.BankAccount;
import jp.todoke.benefits.zengin.BankMaster;
import jp.todoke.benefits.zengin.KanaName;
import org.springframework.stereotype.Component;

/** Decides for each recipient with due months whether the bank can be told to pay, and why not. */
@Component
class PaymentPlanner {
    private final LedgerMapper ledger;
    private final Accounts accounts;

    PaymentPlanner(LedgerMapper ledger, Accounts accounts) {
        this.ledger = ledger;
        this.accounts = accounts;
    }

    PaymentPlan plan(String programme, LocalDate lastMonth, LocalDate paymentDate) {
        Map<String, List<Payable>> byRecipient = ledger.payableThrough(programme, lastMonth).stream()
                .collect(Collectors.groupingBy(Payable::recipientAtenabango, LinkedHashMap::new, Collectors.toList()));
        List<Due> payable = new ArrayList<>();
        List<Held> held = new ArrayList<>();
        byRecipient.values().forEach(months -> sort(months, paymentDate, payable, held));
        return withoutSharedAccounts(payable, held);
    }

    private void sort(List<Payable> months, LocalDate paymentDate, List<Due> payable, List<Held> held) {
        List<Payable> due = months.stream().filter(month -> month.yen() > 0).toList();
        if (months.stream().anyMatch(month -> month.decidedTimes() > 1)) {
            held.add(held(months, "CHILD_DECIDED_TWICE", "同じ児童の同じ月分が、2人以上の受給者に認定されています。決定を確認してください。"));
        } else if (due.isEmpty()) {
            held.add(held(months, "ZERO_YEN", "支払額が0円のため、振込の対象としません。"));
        } else {
            switch (accounts.accountOf(due.getLast().caseId())) {
                case AccountStanding.Held(String code, String messageJa) -> held.add(held(months, code, messageJa));
                case Usable account -> sort(due, account, paymentDate, payable, held);
            }
        }
    }

    private static void sort(List<Payable> due, Usable usable, LocalDate paymentDate, List<Due> payable, List<Held> held) {
        Optional<BankAccount> account = account(usable, paymentDate);
        Optional<KanaName> holder = KanaName.ofPerson(usable.holderKana());
        if (account.isEmpty()) {
            held.add(held(due, "ACCOUNT_INVALID", "振込先の金融機関又は店舗が振込日に存在しないか、口座番号の形が正しくありません。口座を確認してください。"));
        } else if (holder.isEmpty()) {
            held.add(held(due, "KANA_NOT_PAYABLE", "口座名義を全銀の使用可能文字（半角カナ等）に変換できません。口座名義を確認してください。"));
        } else {
            Payable last = due.getLast();
            payable.add(
                    new Due(last.recipientAtenabango(), last.caseId(), last.withheld(), due, account.get(), holder.get(), usable.factId()));
        }
    }

    private static Optional<BankAccount> account(Usable usable, LocalDate paymentDate) {
        boolean exists = BankMaster.published().branch(usable.bankCode(), usable.branchCode(), paymentDate).isPresent();
        return exists
                ? BankAccount.parse(usable.bankCode(), usable.branchCode(), usable.accountType(), usable.accountNumber())
                : Optional.empty();
    }

    /** 本人名義: two recipients cannot both be the holder of one account. */
    private static PaymentPlan withoutSharedAccounts(List<Due> payable, List<Held> held) {
        Map<BankAccount, Long> holders = payable.stream().collect(Collectors.groupingBy(Due::account, Collectors.counting()));
        List<Held> all = new ArrayList<>(held);
        payable.stream().filter(due -> holders.get(due.account()) > 1)
                .forEach(due -> all.add(held(due.months(), "ACCOUNT_SHARED", "同じ口座が2人以上の受給者に指定されています。口座名義を確認してください。")));
        return new PaymentPlan(payable.stream().filter(due -> holders.get(due.account()) == 1).toList(), List.copyOf(all));
    }

    private static Held held(List<Payable> months, String code, String messageJa) {
        Payable last = months.getLast();
        return new Held(last.recipientAtenabango(), last.caseId(), months.stream().mapToLong(Payable::yen).sum(), code, messageJa);
    }
}
