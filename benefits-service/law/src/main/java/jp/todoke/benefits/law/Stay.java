package jp.todoke.benefits.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** 期間（日） — days, half-open {@code [from, until)}: {@code until} is the first day on which it no longer holds; absent means still running. */
public record Stay(LocalDate from, @Nullable LocalDate until) {
    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }
}
