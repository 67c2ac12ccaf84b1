package jp.todoke.benefits.cases;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;

/**
 * 「その年の11月から翌年の10月まで」（児童扶養手当法第9条第1項） — the months that one year's income measures, around the first month of a claim.
 *
 * @param first the month after the claim
 * @param last the October in which the cycle ends: what comes after needs another year's tax
 */
record IncomeCycle(YearMonth first, YearMonth last) {
    static IncomeCycle of(LocalDate receivedOn) {
        YearMonth first = YearMonth.from(receivedOn).plusMonths(1);
        boolean begins = first.getMonthValue() >= Month.NOVEMBER.getValue();
        return new IncomeCycle(first, YearMonth.of(begins ? first.getYear() + 1 : first.getYear(), Month.OCTOBER));
    }

    /** 前年, from November on. */
    int incomeYear() {
        return last.getYear() - 2;
    }

    /** 課税年度: the tax of a year is laid on the income of the year before. */
    int taxYear() {
        return incomeYear() + 1;
    }
}
