package jp.todoke.benefits.programmes.childrearingallowance;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jp.todoke.benefits.law.Article;
import jp.todoke.benefits.law.Fact;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.benefits.law.Yen;

/**
 * 児童扶養手当法 第13条の2「支給の調整」, 施行令第6条の3〜第6条の6 — what public pensions leave of the amount after 第9条〜第11条: ① those in respect of
 * a child, ② the claimant's own, ③ of 障害基礎年金等 from 2021-03 only the 子の加算. A year's amount is divided by twelve, 1円未満切捨て; of several
 * children the lowest counts in full, the next ones up to a cap; each of ①②③ is rounded by itself, 10円未満四捨五入.
 * Source: e-Gov 336AC0000000238, 336CO0000000405.
 */
final class PensionOffset {
    private final YearMonth month;
    private final InForce.Pensions rules;
    private final long unit;

    private PensionOffset(YearMonth month, InForce.Pensions rules, long unit) {
        this.month = month;
        this.rules = rules;
        this.unit = unit;
    }

    record Remainder(long yen, List<Reason> reasons, Trace trace) {}

    /** What of the pensions counts in one month; {@code inForce} is false where there is none at all. */
    static boolean inForce(ChildRearingAllowanceFacts.Pensions pensions, YearMonth month) {
        for (ChildRearingAllowanceFacts.ChildPension pension : pensions.ofChildren()) {
            if (pension.period().contains(month.atDay(1))) {
                return true;
            }
        }
        for (ChildRearingAllowanceFacts.OwnPension pension : own(pensions)) {
            if (pension.period().contains(month.atDay(1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether 第13条の2第3項 applies in the month: then non-taxable pensions are income（施行令第6条の7）. */
    static boolean hasDisabilityPension(ChildRearingAllowanceFacts.Pensions pensions, YearMonth month, InForce rules) {
        for (ChildRearingAllowanceFacts.OwnPension pension : own(pensions)) {
            if (isDisability(pension) && pension.period().contains(month.atDay(1))) {
                return rules.pensions(month).offsetsChildAdditionsOnly();
            }
        }
        return false;
    }

    static List<ChildRearingAllowanceFacts.OwnPension> own(ChildRearingAllowanceFacts.Pensions pensions) {
        return pensions.own() instanceof Fact.Known<List<ChildRearingAllowanceFacts.OwnPension>>(var known, _) ? known : List.of();
    }

    /** {@code components}: each child's after the income test, oldest first; {@code children} are their ids. */
    static Remainder of(
            long[] components,
            List<String> children,
            ChildRearingAllowanceFacts.Pensions pensions,
            YearMonth month,
            InForce inForce,
            Tracing tracing) {
        var offset = new PensionOffset(month, inForce.pensions(month), inForce.amounts().roundingUnit().value());
        long[] ofChildren = offset.ofChildren(children, pensions.ofChildren());
        long[] additions = new long[children.size()];
        long ownMonthly = 0;
        boolean additionsOnly = hasDisabilityPension(pensions, month, inForce);
        for (ChildRearingAllowanceFacts.OwnPension pension : own(pensions)) {
            if (pension.period().contains(month.atDay(1))) {
                if (!additionsOnly) {
                    ownMonthly += offset.monthly(pension.annual());
                } else if (isDisability(pension)) {
                    additions = offset.additions(pension.childAdditions(), children.size());
                }
            }
        }
        return offset.take(components, ofChildren, ownMonthly, additions, tracing);
    }

    private Remainder take(long[] components, long[] ofChildren, long ownMonthly, long[] additions, Tracing tracing) {
        long first = rounded(capped(ofChildren));
        long second = rounded(ownMonthly);
        long third = rounded(capped(additions));
        long left = after(after(after(Arrays.stream(components).sum(), first), second), third);
        // 第4項: a larger family never ends below one with its first component and its lowest pension alone.
        long oneChild = after(after(after(components[0], rounded(ofChildren[0])), second), rounded(additions[0]));
        long yen = Math.max(left, oneChild);
        var reasons = new ArrayList<Reason>(0);
        addIf(first > 0, ChildRearingAllowanceReason.CHILDS_PENSION_OFFSET, reasons);
        addIf(second > 0, ChildRearingAllowanceReason.OWN_PENSION_OFFSET, reasons);
        addIf(third > 0, ChildRearingAllowanceReason.DISABILITY_PENSION_OFFSET, reasons);
        Trace trace = tracing.asking("公的年金給付等による支給の調整後の額はいくらか", Provisions.PENSION_ARITHMETIC);
        if (trace.isNone()) {
            return new Remainder(yen, reasons, trace);
        }
        return new Remainder(yen, reasons, trace
                .because(part("児童に係る公的年金給付等の月額はいくらか", Provisions.CHILDS_PENSION, ofChildren, first))
                .because(part("受給者の公的年金給付等の月額はいくらか", Provisions.OWN_PENSION, new long[]{ownMonthly}, second))
                .because(part("障害基礎年金等の子の加算の月額はいくらか", Provisions.DISABILITY_PENSION, additions, third))
                .given("児童が1人である場合の額", oneChild, Provisions.LARGER_FAMILY)
                .concluding(yen));
    }

    private Trace part(String question, Article article, long[] monthly, long rounded) {
        return Trace.asking(question, article)
                .given("対象月", month, "請求")
                .given("低い順の月額", Arrays.toString(monthly), "年金給付関係情報")
                .by(rules.months())
                .by(rules.secondChildCap())
                .by(rules.furtherChildCap())
                .by(rules.disability())
                .concluding(rounded);
    }

    /** Lowest first; a child without a pension counts as zero. */
    private long[] ofChildren(List<String> children, List<ChildRearingAllowanceFacts.ChildPension> pensions) {
        long[] monthly = new long[children.size()];
        for (ChildRearingAllowanceFacts.ChildPension pension : pensions) {
            int child = children.indexOf(pension.childId());
            if (child >= 0 && pension.period().contains(month.atDay(1))) {
                monthly[child] += monthly(pension.annual());
            }
        }
        Arrays.sort(monthly);
        return monthly;
    }

    /**
     * Lowest first, one for each child of the month.
     *
     * <p>OPEN QUESTION (施行令第6条の5, こども家庭庁, 2026-11-22): where more additions are stated than children are paid, the highest are taken, since
     * the pension's own order gives the lower ones to the later children; where fewer, the rest count as zero.
     */
    private long[] additions(List<Yen> annual, int children) {
        long[] all = new long[Math.max(children, annual.size())];
        for (int i = 0; i < annual.size(); i++) {
            all[i] = monthly(annual.get(i));
        }
        Arrays.sort(all);
        return Arrays.copyOfRange(all, all.length - children, all.length);
    }

    private long capped(long[] lowestFirst) {
        long sum = lowestFirst[0];
        for (int place = 1; place < lowestFirst.length; place++) {
            Yen cap = place == 1 ? rules.secondChildCap().value() : rules.furtherChildCap().value();
            sum += Math.min(lowestFirst[place], cap.value());
        }
        return sum;
    }

    private long monthly(Yen annual) {
        return annual.value() / rules.months().value();
    }

    private long rounded(long yen) {
        return (yen + unit / 2) / unit * unit;
    }

    private static long after(long amount, long taken) {
        return Math.max(0, amount - taken);
    }

    private static void addIf(boolean applies, Reason reason, List<Reason> reasons) {
        if (applies) {
            reasons.add(reason);
        }
    }

    private static boolean isDisability(ChildRearingAllowanceFacts.OwnPension pension) {
        return pension.kind() == ChildRearingAllowanceFacts.PensionKind.DISABILITY_BASIC;
    }
}
