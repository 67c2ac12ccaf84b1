package jp.todoke.benefits.notices;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.todoke.benefits.cases.IssuedDecision;
import jp.todoke.benefits.cases.IssuedDecision.Child;
import jp.todoke.benefits.cases.IssuedDecision.ChildMonth;
import jp.todoke.benefits.cases.IssuedDecision.Month;
import jp.todoke.benefits.cases.IssuedDecision.Payment;
import org.jspecify.annotations.Nullable;

/**
 * 決定額 as a letter shows it: the decided months of each child drawn together into periods of one amount. Every sum that will be
 * printed is derived here from the child-months and compared with the decision's own; a letter that differs is not made.
 */
record DecidedAmounts(List<ChildAmounts> children, List<Payment> payments) {

    /** A child with its periods, none of them when nothing is paid for it. */
    record ChildAmounts(Child child, List<Period> periods) {}

    /**
     * Months with the same amount, both ends included.
     *
     * @param rank 第何子 in the first of them
     * @param ends whether the decision says that nothing is paid after {@code until}; otherwise it only says nothing yet
     */
    record Period(YearMonth from, YearMonth until, long yen, @Nullable Integer rank, boolean ends) {}

    /** @throws IllegalStateException when the decision's sums are not those of its months */
    static DecidedAmounts of(IssuedDecision decision) {
        List<Month> months = decision.months().stream().sorted((a, b) -> a.month().compareTo(b.month())).toList();
        months.forEach(month -> require(month.children().stream().mapToLong(ChildMonth::yen).sum() == month.yen(), "a month"));
        requirePlanOf(months, decision.payments());
        List<ChildAmounts> children = decision.children().stream().map(child -> new ChildAmounts(child, periods(child, months))).toList();
        long printed = children.stream().flatMap(child -> child.periods().stream())
                .mapToLong(period -> period.yen() * (period.from().until(period.until(), ChronoUnit.MONTHS) + 1)).sum();
        require(printed == months.stream().mapToLong(Month::yen).sum(), "the children");
        return new DecidedAmounts(children, decision.payments().stream().sorted((a, b) -> a.payMonth().compareTo(b.payMonth())).toList());
    }

    private static void requirePlanOf(List<Month> months, List<Payment> payments) {
        Map<YearMonth, Long> unpaid = new HashMap<>();
        months.stream().filter(month -> month.yen() > 0).forEach(month -> unpaid.put(month.month(), month.yen()));
        for (Payment payment : payments) {
            long sum = 0;
            for (YearMonth covered : payment.covers()) {
                Long yen = unpaid.remove(covered);
                require(yen != null, "a payment");
                sum += yen == null ? 0 : yen;
            }
            require(sum == payment.yen(), "a payment");
        }
        require(unpaid.isEmpty(), "the payment plan");
    }

    private static List<Period> periods(Child child, List<Month> months) {
        List<Period> periods = new ArrayList<>();
        for (Month month : months) {
            ChildMonth own = month.children().stream().filter(one -> isSame(child, one)).findFirst().orElse(null);
            Period last = periods.isEmpty() ? null : periods.getLast();
            boolean continues = last != null && last.until().plusMonths(1).equals(month.month());
            if (own != null && own.yen() > 0) {
                if (last != null && continues && last.yen() == own.yen()) {
                    periods.set(periods.size() - 1, new Period(last.from(), month.month(), last.yen(), last.rank(), false));
                } else {
                    periods.add(new Period(month.month(), month.month(), own.yen(), own.rank(), false));
                }
            } else if (last != null && continues) {
                periods.set(periods.size() - 1, new Period(last.from(), last.until(), last.yen(), last.rank(), true));
            }
        }
        return List.copyOf(periods);
    }

    private static boolean isSame(Child child, ChildMonth month) {
        return child.atenabango() == null ? child.name().equals(month.name()) : Objects.equals(child.atenabango(), month.atenabango());
    }

    private static void require(boolean equal, String where) {
        if (!equal) {
            throw new IllegalStateException("the letter would show other sums than were decided: " + where);
        }
    }
}
