package jp.todoke.benefits.notices;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.todoke.benefits.cases.IssuedDecision;
import jp.todoke.benefits.cases.IssuedDecision.Child;
import jp.todoke.benefits.cases.IssuedDecision.ChildMonth;
import jp.todoke.benefits.cases.IssuedDecision.Month;
import jp.todoke.benefits.cases.IssuedDecision.Outcome;
import jp.todoke.benefits.cases.IssuedDecision.Payment;
import jp.todoke.benefits.cases.IssuedDecision.Reason;
import jp.todoke.benefits.cases.IssuedDecision.Recipient;
import jp.todoke.benefits.cases.IssuedDecision.Stage;
import jp.todoke.benefits.cases.Programme;

/** Decisions of 児童扶養手当 as the cases issue them: claimed in November, from December through the October of the income cycle. */
final class RearingDecisions {
    private static final YearMonth FIRST = YearMonth.of(2026, 12);
    private static final YearMonth LAST = YearMonth.of(2027, 10);
    private static final Child CHILD = new Child("000000000000011", "届野　夏子", LocalDate.of(2019, 8, 1));
    private static final Recipient MOTHER = new Recipient(
            "000000000000001", "届野　春子", "トドケノ ハルコ", "届野市みなと町一丁目2番3-405号", false);

    private RearingDecisions() {}

    static IssuedDecision inFull() {
        return issued(Outcome.GRANTED, stages(48_050, 48_050, 48_050, 48_050), List.of());
    }

    /** Income, a pension and 一部支給停止 each leave less. */
    static IssuedDecision inPart() {
        return issued(Outcome.GRANTED, stages(48_050, 36_690, 26_690, 13_350), List.of(
                new Reason("INCOME_OVER_FULL_LIMIT", "児童扶養手当法施行令第2条の4第2項", "受給者の前年（前々年）の所得が全部支給の限度額以上であるため、手当の一部を支給することができません。"),
                new Reason("OWN_PENSION_OFFSET", "児童扶養手当法第13条の2第2項", "受給者が公的年金給付等を受けることができるため、その額に相当する部分を支給することができません。")));
    }

    static IssuedDecision suspended() {
        return issued(Outcome.GRANTED, stages(48_050, 0, 0, 0), List.of(
                new Reason("SUPPORTER_INCOME_OVER_LIMIT", "児童扶養手当法第10条", "配偶者又は扶養義務者の前年（前々年）の所得が限度額以上であるため、手当を支給することができません。")));
    }

    static IssuedDecision suspendedWithoutReasons() {
        return issued(Outcome.GRANTED, stages(48_050, 0, 0, 0), List.of());
    }

    static IssuedDecision refused() {
        return issued(Outcome.REFUSED, List.of(), List.of(
                new Reason("PAST_AGE_LIMIT", "児童扶養手当法第3条第1項", "その児童は、18歳に達する日以後の最初の3月31日（障害の状態にある場合は20歳）を経過しています。")));
    }

    private static List<Stage> stages(long base, long income, long pension, long halved) {
        return List.of(new Stage("BASE", base), new Stage("INCOME", income), new Stage("PENSION", pension), new Stage("HALVED", halved));
    }

    private static IssuedDecision issued(Outcome outcome, List<Stage> stages, List<Reason> reasons) {
        boolean refused = outcome == Outcome.REFUSED;
        long yen = refused ? 0 : stages.getLast().yen();
        String standing = refused ? "REFUSED" : yen == 0 ? "SUSPENDED" : "GRANTED";
        List<Month> months = new ArrayList<>(List.of(new Month(FIRST.minusMonths(1), "NOT_YET", 0, List.of())));
        List<Payment> payments = new ArrayList<>();
        List<YearMonth> unpaid = new ArrayList<>();
        for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
            months.add(
                    new Month(month, standing, yen, List.of(new ChildMonth(CHILD.atenabango(), CHILD.name(), standing, yen, 1)), stages));
            unpaid.add(month);
            if (month.getMonthValue() % 2 == 0 && yen > 0) {
                payments.add(new Payment(month.plusMonths(1), List.copyOf(unpaid), yen * unpaid.size()));
                unpaid.clear();
            }
        }
        return new IssuedDecision(
                UUID.fromString("0199a000-0000-7000-8000-000000000003"), "D-R08-000077",
                UUID.fromString("0199a000-0000-7000-8000-000000000004"), "R08-000077", Programme.Code.CHILD_REARING_ALLOWANCE, outcome,
                refused ? null : FIRST, LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 20), "caseworker", "approver", MOTHER,
                List.of(CHILD), months, reasons, payments);
    }
}
