package jp.todoke.benefits.programmes.childallowance;

import java.time.LocalDate;
import java.time.YearMonth;
import jp.todoke.benefits.law.LegalAge;
import jp.todoke.benefits.law.Parameter;
import jp.todoke.benefits.law.ParameterSeries;
import jp.todoke.benefits.law.StatutoryMonth;
import jp.todoke.benefits.law.Yen;

/** What only the months before 2024-10 know: the amount of 中学生, and the ages whose school years end 小学校 and 中学校. */
record FormerRules(Parameter<Yen> middleSchool, Parameter<Integer> primaryUntil, Parameter<Integer> middleUntil) {

    record Series(ParameterSeries<Yen> middleSchool, ParameterSeries<Integer> primaryUntil, ParameterSeries<Integer> middleUntil) {
        boolean covers(YearMonth month) {
            return middleSchool.find(month) != null;
        }

        FormerRules at(YearMonth month) {
            return new FormerRules(middleSchool.at(month), primaryUntil.at(month), middleUntil.at(month));
        }
    }

    /** 小学校修了: its last month. */
    YearMonth lastOfPrimary(LocalDate birth) {
        return StatutoryMonth.monthOf(LegalAge.schoolYearEnd(birth, primaryUntil.value()));
    }

    /** 中学校修了: the last month for which anything is paid. */
    YearMonth lastOfMiddle(LocalDate birth) {
        return StatutoryMonth.monthOf(LegalAge.schoolYearEnd(birth, middleUntil.value()));
    }
}
