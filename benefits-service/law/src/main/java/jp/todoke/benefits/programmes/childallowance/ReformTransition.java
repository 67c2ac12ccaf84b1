package jp.todoke.benefits.programmes.childallowance;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import jp.todoke.benefits.law.Claim;
import jp.todoke.benefits.law.LegalAge;

/**
 * 令和6年法律第47号 附則 — whether a first claim received from 2024-10-01 to 2025-03-31 starts with the reform month: nothing would have been
 * payable to this claimant under the rules of 2024-09, for the children's ages or for the income.
 */
final class ReformTransition {
    private ReformTransition() {}

    static boolean appliesTo(Claim claim, List<ChildAllowanceFacts.Child> children, Question question) {
        ChildAllowanceParameters parameters = question.parameters();
        LocalDate commencement = parameters.reformMonth().atDay(1);
        if (!claim.isNew()
                || children.isEmpty()
                || claim.receivedOn().isBefore(commencement)
                || claim.receivedOn().isAfter(parameters.transitionUntil().value())) {
            return false;
        }
        YearMonth before = parameters.reformMonth().minusMonths(1);
        return haveAllLeftMiddleSchool(children, commencement, parameters.transitionAge().value())
                || question.upperLimit().isReachedIn(before);
    }

    private static boolean haveAllLeftMiddleSchool(List<ChildAllowanceFacts.Child> children, LocalDate commencement, int age) {
        for (int i = 0; i < children.size(); i++) {
            if (!LegalAge.schoolYearEnd(children.get(i).birthDate(), age).isBefore(commencement)) {
                return false;
            }
        }
        return true;
    }
}
