package jp.todoke.benefits.programmes.childallowance;

import static jp.todoke.benefits.programmes.childallowance.ChildAllowanceReason.act;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import jp.todoke.benefits.law.Article;
import jp.todoke.benefits.law.Cause;
import jp.todoke.benefits.law.Claim;
import jp.todoke.benefits.law.ClaimKind;
import jp.todoke.benefits.law.LegalAge;
import jp.todoke.benefits.law.OfficeCalendar;
import jp.todoke.benefits.law.Parameter;
import jp.todoke.benefits.law.StatutoryMonth;
import jp.todoke.benefits.law.Trace;
import org.jspecify.annotations.Nullable;

/**
 * 児童手当法 第8条第2項・第3項「支給及び支払」, and 第9条 for increases — the first month a claim pays for, with the 15日特例.
 * Source: e-Gov 346AC0000000073; the start of the reform month by 令和6年法律第47号附則. The last month is {@link ChildRequirement}'s.
 */
final class PaymentStart {
    private PaymentStart() {}

    record Start(YearMonth month, Trace trace) {}

    static Start of(
            Claim claim, List<LocalDate> births, OfficeCalendar office, ChildAllowanceParameters parameters) {
        StatutoryMonth ordinary = StatutoryMonth.afterClaim(claim.receivedOn(), startArticle(claim.kind()));
        Trace question = Trace.asking("何月分から支給するか", ordinary.article()).given("請求の日", claim.receivedOn(), "受付");
        if (isTransition(claim, births, parameters)) {
            Parameter<LocalDate> until = transitionUntil(parameters);
            return concluded(new StatutoryMonth(parameters.firstMonth(), until.article(), "改正法の施行の月から"), question.by(until));
        }
        Cause cause = claim.cause();
        return switch (cause.kind()) {
            case NONE -> concluded(ordinary, question);
            case BIRTH, MOVED_IN -> relieved(claim, ordinary, dated(cause.on()), dated(cause.on()), office, question, parameters);
            case DISASTER, UNAVOIDABLE -> relieved(claim, ordinary, dated(cause.since()), dated(cause.on()), office, question, parameters);
        };
    }

    private static Start relieved(
            Claim claim,
            StatutoryMonth ordinary,
            LocalDate since,
            LocalDate ceased,
            OfficeCalendar office,
            Trace question,
            ChildAllowanceParameters parameters) {
        Parameter<Integer> days = parameters.days().relief().at(YearMonth.from(claim.receivedOn()));
        var relief = new StatutoryMonth.Relief(since, ceased, days.value(), office);
        StatutoryMonth month = StatutoryMonth.afterClaimWithRelief(ordinary, claim.receivedOn(), relief, reliefArticle(claim.kind()));
        Trace trace = question.by(days).because(Trace.asking("15日以内の請求か", OfficeCalendar.CLOSED_DAY_RULE)
                .given("事由", claim.cause().kind(), "認定請求")
                .given("事由の生じた日", since, "認定請求")
                .given("事由のやんだ日", ceased, "認定請求")
                .given("15日目（休日の翌日に満了）", relief.lastDay(), "市の休日")
                .concluding(claim.receivedOn().isAfter(relief.lastDay()) ? "期間経過" : "期間内"));
        return concluded(month, trace);
    }

    private static Start concluded(StatutoryMonth month, Trace question) {
        return new Start(month.month(), question.under(month.article()).concluding(month.rule() + " " + month.month()));
    }

    /** A first claim within the transitional period, of a family whose children had all left 中学校 before the reform. */
    private static boolean isTransition(Claim claim, List<LocalDate> births, ChildAllowanceParameters parameters) {
        LocalDate commencement = parameters.firstMonth().atDay(1);
        if (claim.kind() != ClaimKind.NEW
                || births.isEmpty()
                || claim.receivedOn().isBefore(commencement)
                || claim.receivedOn().isAfter(transitionUntil(parameters).value())) {
            return false;
        }
        int age = parameters.ages().transition().at(parameters.firstMonth()).value();
        return births.stream().allMatch(birth -> LegalAge.schoolYearEnd(birth, age).isBefore(commencement));
    }

    private static Parameter<LocalDate> transitionUntil(ChildAllowanceParameters parameters) {
        return parameters.days().transitionClaimsUntil().at(parameters.firstMonth());
    }

    private static Article startArticle(ClaimKind kind) {
        return switch (kind) {
            case NEW -> act("第8条第2項");
            case INCREASE -> act("第9条第1項");
        };
    }

    private static Article reliefArticle(ClaimKind kind) {
        return switch (kind) {
            case NEW -> act("第8条第3項");
            case INCREASE -> act("第9条第2項");
        };
    }

    private static LocalDate dated(@Nullable LocalDate day) {
        if (day == null) {
            throw new IllegalStateException("a cause without its day passed the check of facts");
        }
        return day;
    }
}
