package jp.todoke.benefits.programmes.childrearingallowance;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.todoke.benefits.law.Article;
import jp.todoke.benefits.law.Cause;
import jp.todoke.benefits.law.Claim;
import jp.todoke.benefits.law.OfficeCalendar;
import jp.todoke.benefits.law.StatutoryMonth;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Tracing;
import org.jspecify.annotations.Nullable;

/**
 * 児童扶養手当法 第7条第1項・第2項「支給期間」, and 第8条 for increases — the first month a claim pays for. The 15日特例 knows 災害 and other
 * unavoidable reasons, birth among them, and no change of 住所. Source: e-Gov 336AC0000000238.
 */
final class PaymentStart {
    private PaymentStart() {}

    record Start(YearMonth month, Trace trace) {}

    static Start of(Claim claim, OfficeCalendar office, InForce.Requirements rules, Tracing tracing) {
        StatutoryMonth ordinary = StatutoryMonth.afterClaim(
                claim.receivedOn(), claim.isNew() ? Provisions.START_AND_END : Provisions.INCREASE);
        Trace question = tracing.asking("何月分から支給するか", ordinary.article()).given("請求の日", claim.receivedOn(), "受付");
        Cause cause = claim.cause();
        return switch (cause.kind()) {
            case NONE, MOVED_IN -> concluded(ordinary, question);
            case BIRTH -> relieved(claim, ordinary, new StatutoryMonth.Relief(
                    dated(cause.on()), dated(cause.on()), rules.reliefDays().value(), office), question.by(rules.reliefDays()));
            case DISASTER, UNAVOIDABLE -> relieved(claim, ordinary, new StatutoryMonth.Relief(
                    dated(cause.since()), dated(cause.on()), rules.reliefDays().value(), office), question.by(rules.reliefDays()));
        };
    }

    private static Start relieved(Claim claim, StatutoryMonth ordinary, StatutoryMonth.Relief relief, Trace question) {
        Article article = claim.isNew() ? Provisions.RELIEF : Provisions.INCREASE_RELIEF;
        StatutoryMonth month = StatutoryMonth.afterClaimWithRelief(ordinary, claim.receivedOn(), relief, article);
        if (question.isNone()) {
            return new Start(month.month(), question);
        }
        Trace inTime = Trace.asking("15日以内の請求か", OfficeCalendar.CLOSED_DAY_RULE)
                .given("事由", claim.cause().kind(), "認定請求")
                .given("事由の生じた日", relief.since(), "認定請求")
                .given("事由のやんだ日", relief.ceased(), "認定請求")
                .given("15日目（休日の翌日に満了）", relief.lastDay(), "市の休日")
                .concluding(claim.receivedOn().isAfter(relief.lastDay()) ? "期間経過" : "期間内");
        return concluded(month, question.because(inTime));
    }

    private static Start concluded(StatutoryMonth month, Trace question) {
        return new Start(month.month(), question.under(month.article()).concluding(month.rule(), month.month()));
    }

    private static LocalDate dated(@Nullable LocalDate day) {
        if (day == null) {
            throw new IllegalStateException("a cause without its day passed the check of facts");
        }
        return day;
    }
}
