package jp.todoke.benefits.law;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** 期間（月） — calendar months, half-open {@code [from, until)}; no {@code until} means still running. Never empty. */
public record MonthRange(YearMonth from, @Nullable YearMonth until) {
    public MonthRange {
        if (until != null && !until.isAfter(from)) {
            throw new IllegalArgumentException("a range of months ends after it begins");
        }
    }

    /** Both ends are paid months, as a request and a notice word it. */
    public static MonthRange closed(YearMonth first, YearMonth last) {
        return new MonthRange(first, last.plusMonths(1));
    }

    public static MonthRange startingWith(YearMonth from) {
        return new MonthRange(from, null);
    }

    public boolean contains(YearMonth month) {
        return !month.isBefore(from) && (until == null || month.isBefore(until));
    }

    public boolean overlaps(MonthRange other) {
        return (until == null || other.from.isBefore(until)) && (other.until == null || from.isBefore(other.until));
    }

    /** The months both have; empty where they have none. */
    public Optional<MonthRange> intersection(MonthRange other) {
        if (!overlaps(other)) {
            return Optional.empty();
        }
        YearMonth end = until;
        if (end == null || (other.until != null && other.until.isBefore(end))) {
            end = other.until;
        }
        return Optional.of(new MonthRange(from.isAfter(other.from) ? from : other.from, end));
    }

    /** Whether {@code other} begins with the month after the last one of this range. */
    public boolean isFollowedBy(MonthRange other) {
        return other.from.equals(until);
    }

    /** The months in order; a running range cannot be listed. */
    public List<YearMonth> months() {
        YearMonth end = until;
        if (end == null) {
            throw new IllegalStateException("a running range has no last month");
        }
        var months = new ArrayList<YearMonth>();
        for (YearMonth month = from; month.isBefore(end); month = month.plusMonths(1)) {
            months.add(month);
        }
        return months;
    }
}
