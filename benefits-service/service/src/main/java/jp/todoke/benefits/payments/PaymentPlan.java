package jp.todoke.benefits.payments;

import java.util.List;
import java.util.UUID;
import jp.todoke.benefits.zengin.BankAccount;
import jp.todoke.benefits.zengin.KanaName;
import jp.todoke.benefits.zengin.Transfer;

/** Who is due, sorted into those who can be paid and those who must wait; nobody is left out. */
record PaymentPlan(List<Due> payable, List<Held> held) {

    /**
     * A recipient who can be paid.
     *
     * @param accountFactId the confirmed fact that holds the account
     */
    record Due(String recipientAtenabango, UUID caseId, boolean withheld, List<Payable> months, BankAccount account, KanaName holder,
            UUID accountFactId) {
        long yen() {
            return months.stream().mapToLong(Payable::yen).sum();
        }

        Transfer transfer(long itemNumber) {
            return new Transfer(account, holder, yen(), itemNumber);
        }
    }

    /** A recipient who is due and cannot be paid yet; {@code code} is a held-payment code of the API. */
    record Held(String recipientAtenabango, UUID caseId, long yen, String code, String messageJa) {}

    long totalYen() {
        return payable.stream().mapToLong(Due::yen).sum();
    }
}
