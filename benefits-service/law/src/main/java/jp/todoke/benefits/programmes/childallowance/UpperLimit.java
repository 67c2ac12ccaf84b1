package jp.todoke.benefits.programmes.childallowance;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import jp.todoke.benefits.law.Tracing;
import org.jspecify.annotations.Nullable;

/**
 * 所得上限限度額（旧児童手当法附則第2条第1項・施行令第7条、2022-06から2024-09まで） — the months in which a known income reaches it. Measured once per
 * income year; an income that is not known reaches nothing.
 */
final class UpperLimit {
    private final List<Months> over = new ArrayList<>(0);

    /** From a month on, up to and without {@code end}. */
    private record Months(YearMonth from, YearMonth end) {}

    UpperLimit(ChildAllowanceFacts.Claimant claimant, ChildAllowanceParameters parameters) {
        if (claimant.incomes().isEmpty() || claimant.isPaidFlat()) {
            return;
        }
        InForce[] stretches = parameters.stretches();
        for (int i = 0; i + 1 < stretches.length; i++) {
            IncomeLimits limits = stretches[i].limits();
            if (limits != null && limits.upper() != null) {
                YearMonth end = stretches[i + 1].from();
                for (YearMonth month = stretches[i].from(); month.isBefore(end); month = limits.nextIncomeYear(month)) {
                    if (IncomeTest.in(month, claimant, stretches[i], Tracing.OFF) instanceof IncomeTest.Standing.OverUpperLimit) {
                        YearMonth next = limits.nextIncomeYear(month);
                        over.add(new Months(month, next.isBefore(end) ? next : end));
                    }
                }
            }
        }
    }

    boolean isReachedIn(YearMonth month) {
        return month.equals(firstReached(month, month));
    }

    /** The first such month between the two, both included. */
    @Nullable
    YearMonth firstReached(YearMonth from, YearMonth to) {
        for (int i = 0; i < over.size(); i++) {
            Months months = over.get(i);
            if (from.isBefore(months.end()) && !to.isBefore(months.from())) {
                return from.isBefore(months.from()) ? months.from() : from;
            }
        }
        return null;
    }
}
