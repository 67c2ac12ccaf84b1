package jp.todoke.benefits.law;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 同じ判断が続く期間 — cuts a period of months at every month with which something changes, so that the months between two changes are decided once.
 * A change outside the period is ignored; a change that changes nothing does no harm.
 */
public final class Stretches {
    private final YearMonth from;
    private final int first;
    private final int end;
    private int[] changes = new int[16];
    private int count;

    private Stretches(YearMonth from, YearMonth to) {
        this.from = from;
        this.first = number(from);
        this.end = number(to) + 1;
    }

    /** Both ends included. */
    public static Stretches between(YearMonth from, YearMonth to) {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period of months ends after it begins");
        }
        return new Stretches(from, to);
    }

    /** Something is different from this month on. */
    public Stretches changeWith(@Nullable YearMonth month) {
        if (month != null) {
            add(number(month));
        }
        return this;
    }

    /** Something is different from the month after this one on: it was the last. */
    public Stretches changeAfter(YearMonth last) {
        add(number(last) + 1);
        return this;
    }

    public Stretches changeAfterMonthOf(LocalDate last) {
        add(last.getYear() * 12 + last.getMonthValue());
        return this;
    }

    /** Something is different from this month of every year on. */
    public Stretches changeEvery(java.time.Month month) {
        for (int year = from.getYear(); number(year, month.getValue()) < end; year++) {
            add(number(year, month.getValue()));
        }
        return this;
    }

    /** One stretch: its first month and how many months it has. */
    public record Stretch(YearMonth from, int length) {}

    public List<Stretch> list() {
        Arrays.sort(changes, 0, count);
        var stretches = new ArrayList<Stretch>(count + 1);
        int start = first;
        YearMonth month = from;
        for (int i = 0; i <= count; i++) {
            int next = i < count ? changes[i] : end;
            if (next > start) {
                stretches.add(new Stretch(month, next - start));
                month = month.plusMonths(next - start);
                start = next;
            }
        }
        return stretches;
    }

    private void add(int month) {
        if (month > first && month < end) {
            if (count == changes.length) {
                changes = Arrays.copyOf(changes, 2 * count);
            }
            changes[count++] = month;
        }
    }

    private static int number(YearMonth month) {
        return number(month.getYear(), month.getMonthValue());
    }

    private static int number(int year, int month) {
        return year * 12 + month - 1;
    }
}
