package jp.todoke.benefits.law;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Set;

/** A month fixed by a rule of law, with the provision and the rule in words; the operators are named after the rules. */
public record StatutoryMonth(YearMonth month, Article article, String rule) {

    /** 15日特例: the obstacle began on {@code since} and ceased on {@code ceased}; the days are counted from the day after {@code ceased}. */
    public record Relief(LocalDate since, LocalDate ceased, int days, OfficeCalendar office) {
        /** 初日不算入（民法第140条）; a closed last day moves to the next open day（民法第142条・地方自治法第4条の2第4項）. */
        public LocalDate lastDay() {
            return office.openOnOrAfter(ceased.plusDays(days));
        }
    }

    /** その日の属する月 */
    public static YearMonth monthOf(LocalDate day) {
        return YearMonth.of(day.getYear(), day.getMonthValue());
    }

    /** 請求をした日の属する月の翌月: a start or an increase. */
    public static StatutoryMonth afterClaim(LocalDate received, Article article) {
        return new StatutoryMonth(monthOf(received).plusMonths(1), article, "請求をした日の属する月の翌月から");
    }

    /** 15日特例: in time, the month after the obstacle began; it never makes a start later than the claim itself does. */
    public static StatutoryMonth afterClaimWithRelief(StatutoryMonth ordinary, LocalDate received, Relief relief, Article article) {
        YearMonth relieved = monthOf(relief.since()).plusMonths(1);
        return received.isAfter(relief.lastDay()) || !relieved.isBefore(ordinary.month())
                ? ordinary
                : new StatutoryMonth(relieved, article, "やむを得ない理由等により請求できなくなった日の属する月の翌月から");
    }

    /** 支給すべき事由が消滅した日の属する月: the last month. */
    public static StatutoryMonth throughEvent(LocalDate event, Article article) {
        return new StatutoryMonth(monthOf(event), article, "支給すべき事由が消滅した日の属する月まで");
    }

    /** 減額の事由が生じた日の属する月の翌月: the first month of the lower amount, whenever the event is notified. */
    public static StatutoryMonth decreaseAfterEvent(LocalDate event, Article article) {
        return new StatutoryMonth(monthOf(event).plusMonths(1), article, "減額の事由が生じた日の属する月の翌月から");
    }

    /**
     * 3歳到達月: through the month of the birthday. The day-before rule alone would end one month earlier for those born on the 1st; the Act
     * takes them out of it, so everybody keeps the month of the birthday.
     */
    public static StatutoryMonth throughBirthdayMonth(LocalDate birth, int years, Article article) {
        return new StatutoryMonth(monthOf(birth).plusYears(years), article, years + "歳の誕生日の属する月まで");
    }

    /** 18歳・22歳年度末: through the March that ends the school year in which the age is attained. */
    public static StatutoryMonth throughSchoolYear(LocalDate birth, int age, Article article) {
        return new StatutoryMonth(monthOf(LegalAge.schoolYearEnd(birth, age)), article, age + "歳に達する日以後の最初の3月31日まで");
    }

    /** 支払期月: the first of the payment months after the month that is paid for. */
    public static StatutoryMonth paymentOf(YearMonth month, Set<Month> paymentMonths, Article article) {
        if (paymentMonths.isEmpty()) {
            throw new IllegalArgumentException("there is at least one payment month");
        }
        YearMonth next = month.plusMonths(1);
        while (!paymentMonths.contains(next.getMonth())) {
            next = next.plusMonths(1);
        }
        return new StatutoryMonth(next, article, "前月までの分を支払期月に");
    }

    /** As a trace words it. */
    @Override
    public String toString() {
        return rule + " " + month;
    }
}
