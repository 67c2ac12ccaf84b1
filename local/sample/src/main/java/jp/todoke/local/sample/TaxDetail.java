package jp.todoke.local.sample;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Items of a tax row, by the names of specs/linkage; all but one of the sample's rows have every item. */
record TaxDetail(
        long salaryIncomeYen,
        long pensionMiscIncomeYen,
        long otherIncomeYen,
        @Nullable Integer dependants,
        int elderlyDependants,
        int specificDependants,
        int dependants16to18,
        boolean elderlySpouse,
        long casualtyLossYen,
        long medicalExpensesYen,
        long smallBusinessMutualAidYen,
        long spouseSpecialDeductionYen,
        long specificRelativeSpecialDeductionYen,
        int disabledPersons,
        int speciallyDisabledPersons,
        boolean workingStudent,
        boolean widow,
        boolean singleParent) {

    /** 12月31日 of the income year: ages and numbers of the tax count on this day. */
    private static final LocalDate COUNTED_ON = LocalDate.of(Towns.TAX_YEAR - 1, 12, 31);
    private static final int RETIREMENT_AGE = 65;

    /** 扶養親族等の数, with how many of them are 特定扶養親族 or from 16 to 18. */
    record Dependants(@Nullable Integer all, int specific, int from16to18) {

        static final Dependants NONE = new Dependants(0, 0, 0);

        static Dependants of(List<Person> children) {
            return new Dependants(count(children, 0, 22), count(children, 19, 22), count(children, 16, 18));
        }

        private static int count(List<Person> people, int from, int to) {
            return (int) people.stream().filter(one -> age(one) >= from && age(one) <= to).count();
        }
    }

    /** One who lives on a pension has 公的年金等雑所得, everybody else 給与所得. */
    static TaxDetail of(Person person, long yen, Dependants dependants) {
        boolean retired = age(person) >= RETIREMENT_AGE;
        return new TaxDetail(retired ? 0 : yen, retired ? yen : 0, 0, dependants.all(), 0, dependants.specific(), dependants.from16to18(),
                false, 0, 0, 0, 0, 0, 0, 0, false, false, false);
    }

    /** Completed years on that day, below zero for who was not born. */
    private static int age(Person person) {
        return COUNTED_ON.isBefore(person.birthDate()) ? -1 : person.birthDate().until(COUNTED_ON.plusDays(1)).getYears();
    }
}
