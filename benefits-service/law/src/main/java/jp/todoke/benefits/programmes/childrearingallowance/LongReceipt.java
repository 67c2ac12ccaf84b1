package jp.todoke.benefits.programmes.childrearingallowance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import jp.todoke.benefits.law.Fact;
import jp.todoke.benefits.law.LegalAge;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Tracing;
import org.jspecify.annotations.Nullable;

/**
 * 児童扶養手当法 第13条の3「五年等経過による一部支給停止」, 施行令第7条 — after five years of receipt or seven of the requirement, or five from the youngest
 * child's third year on, half of a parent's allowance is suspended, at most half of the full amount of the first such month; both halves
 * 10円未満切捨て. Not in the months of a filed exemption（第2項、施行令第8条）. Source: e-Gov 336AC0000000238, 336CO0000000405.
 */
final class LongReceipt {
    private LongReceipt() {}

    /** The first month of the suspension; none for a carer. */
    static @Nullable YearMonth begins(Entitlement entitlement, ChildRearingAllowanceFacts.ClaimantKind kind, InForce.Halving rules) {
        if (!kind.isParent()) {
            return null;
        }
        YearMonth start = entitlement.start();
        YearMonth young = null;
        YearMonth requirement = null;
        for (Certification certification : entitlement.opened()) {
            young = later(young, fromThirdYear(certification, rules));
            if (certification.child().qualifyingEventOn() instanceof Fact.Known<LocalDate>(LocalDate event, _)) {
                YearMonth met = YearMonth.from(event);
                requirement = requirement == null || met.isBefore(requirement) ? met : requirement;
            }
        }
        YearMonth begins = young;
        if (begins == null) {
            begins = start.plusYears(rules.years().value());
            YearMonth sinceRequirement = requirement == null ? begins : requirement.plusYears(rules.yearsSinceRequirement().value());
            begins = sinceRequirement.isBefore(begins) ? sinceRequirement : begins;
        }
        begins = begins.isBefore(start) ? start : begins;
        for (Certification certification : entitlement.added()) {
            if (certification.receivedOn().isBefore(begins.atDay(1))) {
                begins = later(begins, fromThirdYear(certification, rules));
            }
        }
        return begins;
    }

    /**
     * 3歳に達した日の属する月の翌月の初日から: for a child under three on the day of its claim; on the day three is attained it no longer is. Nobody born on
     * the 1st is taken out of the day-before rule here.
     */
    private static @Nullable YearMonth fromThirdYear(Certification certification, InForce.Halving rules) {
        LocalDate attained = LegalAge.attained(certification.child().birthDate(), rules.youngChildAge().value());
        return certification.receivedOn().isBefore(attained)
                ? YearMonth.from(attained).plusMonths(1).plusYears(rules.years().value())
                : null;
    }

    /** 適用除外: the first day of the month lies in the period, and the filing had come by that month. */
    static boolean isExempt(List<ChildRearingAllowanceFacts.Exemption> exemptions, YearMonth month) {
        for (ChildRearingAllowanceFacts.Exemption exemption : exemptions) {
            if (exemption.valid().contains(month.atDay(1)) && !month.isBefore(YearMonth.from(exemption.filedOn()))) {
                return true;
            }
        }
        return false;
    }

    record Remainder(long yen, Trace trace) {}

    /** {@code full}: the full amount of the first suspended month, before income, not indexed. */
    static Remainder of(long yen, long full, YearMonth begins, InForce rules, Tracing tracing) {
        long unit = rules.amounts().roundingUnit().value();
        long half = truncated(yen / 2, unit);
        long cap = truncated(full / 2, unit);
        long paid = yen - Math.min(half, cap);
        Trace trace = tracing.asking("5年等経過後の一部支給停止後の額はいくらか", Provisions.HALVING);
        return new Remainder(paid, trace.isNone()
                ? trace
                : trace.given("一部支給停止の始まる月", begins, Provisions.HALVING)
                        .given("その月の全部支給の額", full, Provisions.HALVING)
                        .given("2分の1に相当する額", half, Provisions.HALVED_AMOUNT)
                        .given("停止する額の上限", cap, Provisions.HALVED_AMOUNT)
                        .given("適用除外の届出", "なし", Provisions.HALVING_EXEMPTION)
                        .by(rules.halving().years())
                        .by(rules.halving().yearsSinceRequirement())
                        .by(rules.halving().youngChildAge())
                        .by(rules.amounts().roundingUnit())
                        .concluding(paid));
    }

    private static long truncated(long yen, long unit) {
        return yen / unit * unit;
    }

    private static @Nullable YearMonth later(@Nullable YearMonth one, @Nullable YearMonth other) {
        return one == null ? other : other == null || one.isAfter(other) ? one : other;
    }
}
