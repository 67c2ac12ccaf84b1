package jp.todoke.benefits.programmes.childrearingallowance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.Trace;

/** 認定された児童 — one child of one claim, from its first month through the month of its last day; {@code unclear} waits for an officer. */
record Certification(
        ChildRearingAllowanceFacts.Child child,
        LocalDate receivedOn,
        YearMonth from,
        LocalDate lastDay,
        Reason endsBecause,
        List<Reason> unclear,
        Trace trace) {

    /** 支給すべき事由が消滅した日の属する月まで（第7条第1項） */
    YearMonth lastMonth() {
        return YearMonth.from(lastDay);
    }

    boolean covers(YearMonth month) {
        return !month.isBefore(from) && (month.getYear() < lastDay.getYear()
                || month.getYear() == lastDay.getYear() && month.getMonthValue() <= lastDay.getMonthValue());
    }

    boolean livesOn(LocalDate day) {
        return !day.isBefore(receivedOn) && !day.isAfter(lastDay);
    }
}
