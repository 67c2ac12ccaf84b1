package jp.todoke.benefits.notices;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.todoke.benefits.cases.IssuedDecision.Child;
import jp.todoke.benefits.cases.IssuedDecision.ChildMonth;
import jp.todoke.benefits.cases.IssuedDecision.Month;
import jp.todoke.benefits.cases.IssuedDecision.Outcome;
import jp.todoke.benefits.cases.IssuedDecision.Payment;
import jp.todoke.benefits.cases.IssuedDecision.Reason;
import jp.todoke.benefits.cases.IssuedDecision.Recipient;
import jp.todoke.benefits.cases.IssuedDecision;
import jp.todoke.benefits.cases.Programme;

/** Decisions as the notices are told of them; each is changed by the one thing a test is about. */
final class Decisions {
    private static final YearMonth FIRST = YearMonth.of(2026, 12);

    private Decisions() {}

    static IssuedDecision granted() {
        return granted(new Recipient("000000000000001", "届野　花子", "トドケノ ハナコ", "届野市みなと町一丁目2番3-405号", false), 0);
    }

    static IssuedDecision grantedTo(Recipient recipient) {
        return granted(recipient, 0);
    }

    /** The payment plan says more than the months do. */
    static IssuedDecision grantedWithAPlanOff(long yen) {
        return granted(granted().recipient(), yen);
    }

    /** An older child with 10,000 yen, and one whose third birthday falls in 2027-06. */
    private static IssuedDecision granted(Recipient recipient, long off) {
        Child older = new Child("000000000000011", "届野　一郎", LocalDate.of(2019, 5, 1));
        Child younger = new Child("000000000000012", "届野　二葉", LocalDate.of(2024, 6, 20));
        List<Month> months = new ArrayList<>();
        for (YearMonth month = FIRST; month.isBefore(YearMonth.of(2027, 10)); month = month.plusMonths(1)) {
            long yen = month.isAfter(YearMonth.of(2027, 6)) ? 10_000 : 15_000;
            months.add(
                    new Month(month, "GRANTED", 10_000 + yen, List.of(new ChildMonth("000000000000011", older.name(), "GRANTED", 10_000, 1),
                            new ChildMonth("000000000000012", younger.name(), "GRANTED", yen, 2))));
        }
        List<Payment> payments = new ArrayList<>();
        for (int index = 0; index < months.size(); index += 2) {
            List<Month> two = months.subList(index, index + 2);
            payments.add(new Payment(two.getLast().month().plusMonths(1), two.stream().map(Month::month).toList(),
                    two.stream().mapToLong(Month::yen).sum() + (index == 0 ? off : 0)));
        }
        return new IssuedDecision(UUID.fromString("0199a000-0000-7000-8000-000000000001"), "2026-000123",
                UUID.fromString("0199a000-0000-7000-8000-000000000002"),
                "C2026-000045", Programme.Code.CHILD_ALLOWANCE, Outcome.GRANTED, FIRST, LocalDate.of(2026, 11, 16),
                LocalDate.of(2026, 11, 20),
                "caseworker",
                "approver", recipient, List.of(older, younger), months, List.of(), payments);
    }

    static IssuedDecision refused() {
        IssuedDecision granted = granted();
        return new IssuedDecision(granted.decisionId(), "2026-000124", granted.caseId(), granted.caseNumber(), granted.programme(),
                Outcome.REFUSED, null,
                granted.receivedOn(), granted.decidedOn(), granted.proposedBy(), granted.approvedBy(), granted.recipient(),
                granted.children(), List.of(),
                List.of(new Reason("PUBLIC_SERVANT", "児童手当法第17条第1項", "請求者は公務員であるため、所属庁の長が認定し、支給することとされています。")), List.of());
    }
}
