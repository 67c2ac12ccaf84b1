package jp.todoke.benefits.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jp.todoke.benefits.cases.FactRecord.Kind;
import jp.todoke.benefits.law.LegalAge;
import jp.todoke.benefits.law.Yen;
import jp.todoke.benefits.taxes.TaxDetail;
import org.jspecify.annotations.Nullable;

/**
 * 非課税公的年金給付 as income of the claimant (児童扶養手当法施行令第6条の7): what was paid in the income year, less 公的年金等控除. The pension answer
 * tells the yearly amount of today; of the income year it is known only how much it can have been at the most.
 *
 * @param mostOrUnknown absent where not even that is known
 */
record NonTaxablePension(@Nullable Yen mostOrUnknown) {
    /** 公的年金等控除 of whoever is under 65 (所得税法第35条第4項): never less while other income stays below ten million yen. */
    private static final long LEAST_DEDUCTION = 600_000;
    private static final long OTHER_INCOME_UP_TO = 10_000_000;
    /** 障害基礎年金1級 is 1.25 times 2級 (国民年金法第33条第2項): the grade, and so the amount, may have come down since. */
    private static final long GRADE_ONE = 125;
    private static final long GRADE_TWO = 100;
    /** Whoever is younger draws no private pension yet that would have used up the deduction. */
    private static final int PRIVATE_PENSION_FROM = 60;

    static NonTaxablePension of(Basis basis) {
        LocalDate afterIncomeYear = LocalDate.of(IncomeCycle.of(basis.handled().receivedOn()).incomeYear() + 1, 1, 1);
        List<FactValue.Pension> pensions = basis.confirmedRecord(basis.applicant(), Kind.PENSION)
                .map(fact -> ((FactValue.Pensions) fact.value()).pensions()).orElse(List.of());
        List<FactValue.Pension> counted = pensions.stream()
                .filter(pension -> pension.disabilityBasic() && pension.from().isBefore(afterIncomeYear)).toList();
        if (counted.isEmpty()) {
            return new NonTaxablePension(Yen.ZERO);
        }
        boolean onlyThese = pensions.stream().allMatch(FactValue.Pension::disabilityBasic);
        return onlyThese && isDeductionUnused(basis, afterIncomeYear)
                ? new NonTaxablePension(Yen.of(most(counted)))
                : new NonTaxablePension(null);
    }

    boolean isUnknown() {
        return mostOrUnknown == null;
    }

    Yen most() {
        return Objects.requireNonNull(mostOrUnknown);
    }

    private static long most(List<FactValue.Pension> counted) {
        long annual = counted.stream().mapToLong(FactValue.Pension::annualYen).sum();
        return Math.max(0, annual * GRADE_ONE / GRADE_TWO - LEAST_DEDUCTION);
    }

    /** No other pension of that year was taxed: all of the deduction is left for this one. */
    private static boolean isDeductionUnused(Basis basis, LocalDate afterIncomeYear) {
        LocalDate old = LegalAge.attained(basis.applicant().birthDate(), PRIVATE_PENSION_FROM);
        return !old.isBefore(afterIncomeYear) && basis.confirmedRecord(basis.applicant(), Kind.INCOME)
                .map(fact -> ((FactValue.Income) fact.value()))
                .filter(income -> income.totalIncomeYen() <= OTHER_INCOME_UP_TO)
                .map(FactValue.Income::detail).map(TaxDetail::pensionMiscIncomeYen)
                .filter(taxed -> taxed == 0).isPresent();
    }
}
