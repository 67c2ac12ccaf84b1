package jp.todoke.benefits.programmes.childallowance;

import java.time.YearMonth;
import java.util.List;
import jp.todoke.benefits.law.Income;
import jp.todoke.benefits.law.Parameter;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.benefits.law.Yen;
import org.jspecify.annotations.Nullable;

/**
 * 旧児童手当法 第5条「支給の制限」・附則第2条「特例給付」 — where the recipient's own income stands to the two limits in one month (2012-06 to
 * 2024-09). 以上 stops: whoever earns exactly the limit is over it. Source: e-Gov 346AC0000000073 before 令和6年法律第47号.
 */
final class IncomeTest {
    private static final Standing NOT_TESTED = new Standing.NotTested(Trace.NONE);

    private IncomeTest() {}

    sealed interface Standing {
        Trace trace();

        /** No income is asked for: months outside 2012-06 to 2024-09, facilities and corporate guardians. */
        record NotTested(Trace trace) implements Standing {}

        record UnderLimit(Trace trace) implements Standing {}

        /** 所得制限限度額以上: 特例給付. */
        record SpecialBenefit(Trace trace) implements Standing {}

        /** 所得上限限度額以上（2022-06から）: nothing, and the entitlement ends. */
        record OverUpperLimit(Trace trace) implements Standing {}

        /** 未申告, or no income of the year at hand. */
        record Unknown(Trace trace) implements Standing {}
    }

    static Standing in(YearMonth month, ChildAllowanceFacts.Claimant claimant, InForce rules, Tracing tracing) {
        IncomeLimits limits = rules.limits();
        if (limits == null || claimant.isPaidFlat()) {
            return NOT_TESTED;
        }
        int year = limits.incomeYear(month);
        Income income = of(year, claimant.incomes());
        Trace question = tracing.asking("所得は所得制限限度額・所得上限限度額に達しているか", Articles.FORMER_INCOME_TEST)
                .given("所得の年", year, Articles.FORMER_INCOME_TEST)
                .by(limits.yearBeginsIn());
        AssessedIncome.Assessed assessed = income == null ? null : AssessedIncome.of(income, limits.deductions(), tracing);
        if (income == null || assessed == null) {
            return new Standing.Unknown(question
                    .given("所得", "不明", income == null ? "所得の情報がない" : income.source())
                    .concluding(ChildAllowanceReason.INCOME_UNKNOWN.code()));
        }
        return measured(income, assessed, limits, question.because(assessed.trace()));
    }

    private static Standing measured(Income income, AssessedIncome.Assessed assessed, IncomeLimits limits, Trace question) {
        long limit = limits.of(limits.limit().base(), income.dependants());
        Trace trace = limited(question, income, limits).given("所得制限限度額", limit, Articles.INCOME_LIMIT);
        Parameter<Yen> upper = limits.upper();
        if (upper != null) {
            long upperLimit = limits.of(upper, income.dependants());
            trace = trace.by(upper).given("所得上限限度額", upperLimit, Articles.UPPER_LIMIT);
            if (assessed.yen() >= upperLimit) {
                return new Standing.OverUpperLimit(trace.under(Articles.SPECIAL_BENEFIT).concluding("所得上限限度額以上"));
            }
        }
        return assessed.yen() >= limit
                ? new Standing.SpecialBenefit(trace.concluding("所得制限限度額以上"))
                : new Standing.UnderLimit(trace.concluding("所得制限限度額未満"));
    }

    private static Trace limited(Trace question, Income income, IncomeLimits limits) {
        return question.isNone()
                ? question
                : question
                        .given("扶養親族等の数", income.dependants().total(), income.source())
                        .given("老人扶養親族の数", income.dependants().elderly(), income.source())
                        .given("70歳以上の同一生計配偶者", income.dependants().elderlySpouse() ? "あり" : "なし", income.source())
                        .by(limits.limit().base())
                        .by(limits.limit().perDependant())
                        .by(limits.limit().perElderly());
    }

    private static @Nullable Income of(int year, List<Income> incomes) {
        for (int i = 0; i < incomes.size(); i++) {
            if (incomes.get(i).year() == year) {
                return incomes.get(i);
            }
        }
        return null;
    }
}
