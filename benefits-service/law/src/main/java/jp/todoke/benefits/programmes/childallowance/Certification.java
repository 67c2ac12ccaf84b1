package jp.todoke.benefits.programmes.childallowance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.StatutoryMonth;
import jp.todoke.benefits.law.Trace;

/** 認定された支給対象児童 — one child of one claim, from its first month through the month of its last day; {@code unclear} waits for an officer. */
record Certification(
        ChildAllowanceFacts.Child child,
        LocalDate receivedOn,
        YearMonth from,
        LocalDate lastDay,
        Reason endsBecause,
        List<Reason> unclear,
        Trace trace) {

    YearMonth lastMonth() {
        return StatutoryMonth.throughEvent(lastDay, endsBecause.article()).month();
    }

    boolean covers(YearMonth month) {
        return !month.isBefore(from) && !month.isAfter(lastMonth());
    }

    boolean livesOn(LocalDate day) {
        return !day.isBefore(receivedOn) && !day.isAfter(lastDay);
    }
}
