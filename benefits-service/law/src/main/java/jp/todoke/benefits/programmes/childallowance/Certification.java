package jp.todoke.benefits.programmes.childallowance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.StatutoryMonth;
import jp.todoke.benefits.law.Trace;

/** 認定された児童 — one child of one claim, from its first month through the month of its last day; {@code unclear} waits for an officer. */
record Certification(
        ChildAllowanceFacts.Child child,
        LocalDate receivedOn,
        YearMonth from,
        LocalDate lastDay,
        Reason endsBecause,
        List<Reason> unclear,
        Trace trace) {

    /** 支給すべき事由が消滅した日の属する月（第8条第2項） */
    YearMonth lastMonth() {
        return StatutoryMonth.monthOf(lastDay);
    }

    boolean covers(YearMonth month) {
        return !month.isBefore(from) && !month.isAfter(lastMonth());
    }

    boolean livesOn(LocalDate day) {
        return !day.isBefore(receivedOn) && !day.isAfter(lastDay);
    }

    Certification startingIn(YearMonth first) {
        return first.isAfter(from) ? new Certification(child, receivedOn, first, lastDay, endsBecause, unclear, trace) : this;
    }

    /** Ended with the entitlement, where that comes first. */
    Certification endingWith(YearMonth last, Reason reason) {
        return last.isBefore(lastMonth())
                ? new Certification(child, receivedOn, from, last.atEndOfMonth(), reason, unclear, trace)
                : this;
    }
}
