package jp.todoke.benefits.programmes.childallowance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Stretches;

/** The months with which an answer of 児童手当 can change: parameters, income years, certifications, ages, counted siblings, refused claims. */
final class Changes {
    private Changes() {}

    static List<Stretches.Stretch> between(
            YearMonth from, YearMonth to, Question question, Certifications certifications, CountedSiblings counted) {
        Stretches stretches = Stretches.between(from, to);
        addRules(stretches, from, to, question);
        List<Certification> certified = certifications.certified();
        for (int i = 0; i < certified.size(); i++) {
            Certification certification = certified.get(i);
            stretches.changeWith(certification.from()).changeAfterMonthOf(certification.lastDay());
            addAges(stretches, certification.child().birthDate(), from, question.parameters());
        }
        List<Decision.ClaimDecision> claims = certifications.claims();
        for (int i = 0; i < claims.size(); i++) {
            stretches.changeWith(claims.get(i).startMonth());
        }
        counted.addChanges(stretches);
        return stretches.list();
    }

    private static void addRules(Stretches stretches, YearMonth from, YearMonth to, Question question) {
        for (InForce rules : question.parameters().stretches()) {
            stretches.changeWith(rules.from());
            IncomeLimits limits = rules.limits();
            YearMonth end = question.parameters().endOf(rules);
            if (limits != null && from.isBefore(end)) {
                YearMonth month = from.isAfter(rules.from()) ? from : rules.from();
                while (month.isBefore(end) && !month.isAfter(to)) {
                    stretches.changeWith(month);
                    month = limits.nextIncomeYear(month);
                }
            }
        }
    }

    /** 3歳到達月, and before 2024-10 小学校修了 and 中学校修了; 18歳年度末 is the end of the certification. */
    private static void addAges(Stretches stretches, LocalDate birth, YearMonth from, ChildAllowanceParameters parameters) {
        InForce rules = parameters.at(from);
        stretches.changeAfter(YearMonth.of(birth.getYear() + rules.ages().underThreeYears().value(), birth.getMonth()));
        FormerRules former = rules.former();
        if (former != null) {
            stretches.changeAfter(former.lastOfPrimary(birth)).changeAfter(former.lastOfMiddle(birth));
        }
    }
}
