package jp.todoke.benefits.programmes.childallowance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import jp.todoke.benefits.law.Article;
import jp.todoke.benefits.law.Cause;
import jp.todoke.benefits.law.Claim;
import jp.todoke.benefits.law.OfficeCalendar;
import jp.todoke.benefits.law.Parameter;
import jp.todoke.benefits.law.StatutoryMonth;
import jp.todoke.benefits.law.Trace;
import org.jspecify.annotations.Nullable;

/**
 * 児童手当法 第8条第2項・第3項「支給及び支払」, and 第9条 for increases — the first month a claim pays for, with the 15日特例.
 * Source: e-Gov 346AC0000000073. The start with the reform month is {@link ReformTransition}, the last month {@link ChildRequirement}.
 */
final class PaymentStart {
    private PaymentStart() {}

    record Start(YearMonth month, Trace trace) {}

    static Start of(Claim claim, List<ChildAllowanceFacts.Child> children, Question question) {
        StatutoryMonth ordinary = StatutoryMonth.afterClaim(claim.receivedOn(), startArticle(claim));
        Trace trace = question.tracing().asking("何月分から支給するか", ordinary.article()).given("請求の日", claim.receivedOn(), "受付");
        if (ReformTransition.appliesTo(claim, children, question)) {
            Parameter<LocalDate> until = question.parameters().transitionUntil();
            StatutoryMonth reform = new StatutoryMonth(question.parameters().reformMonth(), Articles.TRANSITION, "改正法の施行の月から");
            return concluded(reform, trace.by(until));
        }
        Cause cause = claim.cause();
        return switch (cause.kind()) {
            case NONE -> concluded(ordinary, trace);
            case BIRTH, MOVED_IN -> relieved(claim, ordinary, dated(cause.on()), dated(cause.on()), trace, question);
            case DISASTER, UNAVOIDABLE -> relieved(claim, ordinary, dated(cause.since()), dated(cause.on()), trace, question);
        };
    }

    private static Start relieved(
            Claim claim, StatutoryMonth ordinary, LocalDate since, LocalDate ceased, Trace trace, Question question) {
        Parameter<Integer> days = question.parameters().carried(claim.receivedOn()).payment().reliefDays();
        var relief = new StatutoryMonth.Relief(since, ceased, days.value(), question.facts().office());
        StatutoryMonth month = StatutoryMonth.afterClaimWithRelief(ordinary, claim.receivedOn(), relief, reliefArticle(claim));
        if (trace.isNone()) {
            return new Start(month.month(), trace);
        }
        Trace counted = question.tracing().asking("15日以内の請求か", OfficeCalendar.CLOSED_DAY_RULE)
                .given("事由", claim.cause().kind(), "認定請求")
                .given("事由の生じた日", since, "認定請求")
                .given("事由のやんだ日", ceased, "認定請求")
                .given("15日目（休日の翌日に満了）", relief.lastDay(), "市の休日")
                .concluding(claim.receivedOn().isAfter(relief.lastDay()) ? "期間経過" : "期間内");
        return concluded(month, trace.by(days).because(counted));
    }

    private static Start concluded(StatutoryMonth month, Trace trace) {
        return new Start(month.month(), trace.under(month.article()).concluding(month));
    }

    private static Article startArticle(Claim claim) {
        return switch (claim.kind()) {
            case NEW -> Articles.PERIOD;
            case INCREASE -> Articles.INCREASE;
        };
    }

    private static Article reliefArticle(Claim claim) {
        return switch (claim.kind()) {
            case NEW -> Articles.RELIEF;
            case INCREASE -> Articles.INCREASE_RELIEF;
        };
    }

    private static LocalDate dated(@Nullable LocalDate day) {
        if (day == null) {
            throw new IllegalStateException("a cause without its day passed the check of facts");
        }
        return day;
    }
}
