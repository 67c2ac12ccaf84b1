package jp.todoke.benefits.programmes.childrearingallowance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import jp.todoke.benefits.law.Income;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Tracing;
import org.jspecify.annotations.Nullable;

/**
 * 児童扶養手当法 第9条・第9条の2・第10条・第11条「支給の制限」 — how the incomes of the claimant and of those who live with her leave the allowance of one
 * month: in full, in part, suspended, or open. Each supporter is measured alone, never summed. Source: e-Gov 336AC0000000238.
 */
final class IncomeTest {
    private final ChildRearingAllowanceFacts facts;
    private final YearMonth month;
    private final InForce rules;
    private final Tracing tracing;
    private final List<Reason> suspended = new ArrayList<>(0);
    private final List<Reason> open = new ArrayList<>(0);
    private Trace trace;
    private Standing claimant = new Standing.Full();

    private IncomeTest(ChildRearingAllowanceFacts facts, YearMonth month, InForce rules, Tracing tracing) {
        this.facts = facts;
        this.month = month;
        this.rules = rules;
        this.tracing = tracing;
        this.trace = tracing.asking("所得による支給の制限はあるか", Provisions.INCOME);
    }

    sealed interface Standing {
        /** 全部支給 */
        record Full() implements Standing {}

        /** 一部支給: {@code excess} is the income less the limit of 全部支給, in yen. */
        record Partial(long excess) implements Standing {}

        /** 全部支給停止 */
        record Suspended(List<Reason> reasons) implements Standing {}

        /** An income is not known, and none that is known suspends. */
        record Open(List<Reason> reasons) implements Standing {}
    }

    record Finding(Standing standing, Trace trace) {}

    /** {@code disabilityPension}: a 障害基礎年金等 is in force whose 子の加算 alone is offset, so that non-taxable pensions are income. */
    static Finding of(
            ChildRearingAllowanceFacts facts, YearMonth month, InForce rules, boolean disabilityPension, Tracing tracing) {
        var test = new IncomeTest(facts, month, rules, tracing);
        for (ChildRearingAllowanceFacts.Supporter supporter : facts.supporters()) {
            if (livesWithClaimant(supporter, month)) {
                test.measure(supporter);
            }
        }
        test.measureClaimant(disabilityPension);
        Standing standing = !test.suspended.isEmpty()
                ? new Standing.Suspended(test.suspended)
                : test.open.isEmpty() ? test.claimant : new Standing.Open(test.open);
        return new Finding(standing, test.trace.isNone()
                ? test.trace
                : test.trace.given("所得の年", rules.incomeYear(month), Provisions.INCOME)
                        .by(rules.incomes().yearSwitch()).concluding(words(standing)));
    }

    /** From the month after living together began, through the month of its last day. */
    private static boolean livesWithClaimant(ChildRearingAllowanceFacts.Supporter supporter, YearMonth month) {
        LocalDate until = supporter.livesTogether().until();
        return month.isAfter(YearMonth.from(supporter.livesTogether().from()))
                && (until == null || !month.isAfter(YearMonth.from(until.minusDays(1))));
    }

    private void measure(ChildRearingAllowanceFacts.Supporter supporter) {
        Reason stops = facts.claimant().kind().isParent()
                ? ChildRearingAllowanceReason.SUPPORTER_INCOME_OVER_LIMIT
                : ChildRearingAllowanceReason.CARERS_SUPPORTER_INCOME_OVER_LIMIT;
        Trace question = tracing.asking("配偶者・扶養義務者の所得は限度額以上か", stops.article())
                .given("配偶者・扶養義務者", supporter.id(), "認定請求")
                .given("続柄", supporter.relation(), "住民基本台帳");
        Income income = inYear(supporter.incomes());
        AssessedIncome.Amount amount = amount(income, AssessedIncome.Of.OTHER);
        if (income == null || amount == null) {
            unknown(income, question, ChildRearingAllowanceReason.SUPPORTER_INCOME_UNDECLARED,
                    ChildRearingAllowanceReason.SUPPORTER_INCOME_UNKNOWN);
            return;
        }
        against(amount, IncomeLimits.supporter(income.dependants(), rules.limits(), tracing), stops, question);
    }

    private void measureClaimant(boolean disabilityPension) {
        ChildRearingAllowanceFacts.ClaimantKind kind = facts.claimant().kind();
        AssessedIncome.Of whose = kind.isParent()
                ? disabilityPension ? AssessedIncome.Of.PARENT_WITH_DISABILITY_PENSION : AssessedIncome.Of.PARENT
                : disabilityPension ? AssessedIncome.Of.CARER_WITH_DISABILITY_PENSION : AssessedIncome.Of.OTHER;
        Trace question = tracing.asking("受給者の所得は限度額以上か", Provisions.INCOME);
        Income income = inYear(facts.claimant().incomes());
        AssessedIncome.Amount amount = amount(income, whose);
        if (income == null || amount == null) {
            unknown(income, question, ChildRearingAllowanceReason.INCOME_UNDECLARED, ChildRearingAllowanceReason.INCOME_UNKNOWN);
        } else if (kind == ChildRearingAllowanceFacts.ClaimantKind.CARER_OF_ORPHAN) {
            against(amount, IncomeLimits.supporter(income.dependants(), rules.limits(), tracing),
                    ChildRearingAllowanceReason.ORPHAN_CARER_INCOME_OVER_LIMIT, question);
        } else if (!against(amount, IncomeLimits.partial(income.dependants(), rules.limits(), tracing),
                ChildRearingAllowanceReason.INCOME_OVER_LIMIT, question)) {
            IncomeLimits.Limit full = IncomeLimits.full(income.dependants(), rules.limits(), tracing);
            boolean partial = amount.yen() >= full.yen();
            claimant = partial ? new Standing.Partial(amount.yen() - full.yen()) : claimant;
            trace = trace.because(tracing.asking("受給者の所得は全部支給の限度額以上か", Provisions.INCOME)
                    .because(full.trace()).concluding(partial ? "以上（一部支給）" : "未満（全部支給）"));
        }
    }

    /** 以上であるときは、支給しない */
    private boolean against(AssessedIncome.Amount amount, IncomeLimits.Limit limit, Reason stops, Trace question) {
        boolean reached = amount.yen() >= limit.yen();
        if (reached && !suspended.contains(stops)) {
            suspended.add(stops);
        }
        trace = trace.because(question.under(stops.article()).because(amount.trace()).because(limit.trace())
                .concluding(reached ? "以上（支給停止）" : "未満"));
        return reached;
    }

    private void unknown(@Nullable Income income, Trace question, Reason undeclared, Reason unknown) {
        Reason reason = income == null ? unknown : undeclared;
        if (!open.contains(reason)) {
            open.add(reason);
        }
        trace = trace.because(question.given("所得", income == null ? "不明" : "未申告", income == null ? "回答なし" : income.source())
                .concluding("要確認"));
    }

    private AssessedIncome.@Nullable Amount amount(@Nullable Income income, AssessedIncome.Of whose) {
        return income == null ? null : switch (income.content()) {
            case Income.Undeclared _ -> null;
            case Income.Assessed(var yen) -> AssessedIncome.of(yen, income, tracing);
            case Income.Components components -> AssessedIncome.of(components, whose, income, rules.incomes(), tracing);
        };
    }

    private @Nullable Income inYear(List<Income> incomes) {
        int year = rules.incomeYear(month);
        for (Income income : incomes) {
            if (income.year() == year) {
                return income;
            }
        }
        return null;
    }

    private static String words(Standing standing) {
        return switch (standing) {
            case Standing.Full _ -> "全部支給";
            case Standing.Partial _ -> "一部支給";
            case Standing.Suspended _ -> "全部支給停止";
            case Standing.Open _ -> "要確認";
        };
    }
}
