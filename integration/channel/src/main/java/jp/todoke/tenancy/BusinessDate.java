package jp.todoke.tenancy;

import java.time.LocalDate;

/** 業務日付, the day the office works on: the calendar day in Japan, or the day that a declared test system was set to. */
public interface BusinessDate {
    LocalDate today();
}
