package jp.todoke.benefits.payments;

import java.time.LocalDate;
import java.util.UUID;

/**
 * One child-month that is decided and due to a recipient who was not paid for it.
 *
 * @param decidedYen 決定額 (円)
 * @param instructedYen what was instructed for it already, whoever the recipient (円)
 * @param paidBefore whether its regular payment was instructed, so that the rest is 追給
 * @param decidedTimes number of decisions in force that grant this child and month; more than one is a mistake
 * @param withheld 支援措置: the account is not shown
 */
record Payable(String recipientAtenabango, UUID caseId, String caseNumber, boolean withheld, String childAtenabango, LocalDate month,
        UUID decisionId,
        long decidedYen, long instructedYen, boolean paidBefore, int decidedTimes) {

    /** 決定額 − 指示済額 (円); nothing where another recipient was paid as much or more. */
    long yen() {
        return Math.max(0, decidedYen - instructedYen);
    }

    String kind() {
        return paidBefore ? "ARREARS" : "REGULAR";
    }
}
