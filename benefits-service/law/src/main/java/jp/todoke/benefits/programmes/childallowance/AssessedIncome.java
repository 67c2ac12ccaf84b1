package jp.todoke.benefits.programmes.childallowance;

import jp.todoke.benefits.law.Income;
import jp.todoke.benefits.law.Parameter;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.benefits.law.Yen;
import org.jspecify.annotations.Nullable;

/**
 * 旧児童手当法施行令 第3条「所得の額の計算方法」 — the income that is measured against the limits, in whole yen, never below zero.
 * Source: e-Gov 346CO0000000281 as it stood before 2024-10; the 100,000 yen off 給与所得 and 公的年金等雑所得 from the income of 2020 on.
 * 配偶者特別控除 and 養育費 have no part in it.
 */
final class AssessedIncome {
    private AssessedIncome() {}

    record Assessed(long yen, Trace trace) {}

    /** Absent when the income is not declared. */
    static @Nullable Assessed of(Income income, IncomeLimits.Deductions deductions, Tracing tracing) {
        return switch (income.content()) {
            case Income.Undeclared _ -> null;
            case Income.Assessed(Yen yen) -> new Assessed(
                    yen.value(),
                    asking(income, tracing).given("所得の額（算定済み）", yen, income.source()).concluding(yen));
            case Income.Components components -> assembled(income, components, deductions, tracing);
        };
    }

    private static Assessed assembled(
            Income income, Income.Components components, IncomeLimits.Deductions deductions, Tracing tracing) {
        Income.Earned earned = components.earned();
        long total = earned.salary().value() + earned.pensionMisc().value() + earned.other().value();
        long offEarned = offEarned(earned, deductions.earned());
        long offPersons = persons(components.persons(), deductions);
        Income.Deducted deducted = components.deducted();
        long offActual = deducted.casualtyLoss().value() + deducted.medicalExpenses().value() + deducted.smallBusinessMutualAid().value();
        long assessed = Math.max(0, total - offEarned - deductions.uniform().value().value() - offPersons - offActual);
        return new Assessed(
                assessed,
                tracing == Tracing.OFF ? Trace.NONE : trace(income, components, deductions).concluding(assessed, "円"));
    }

    /** 給与所得と公的年金等雑所得の合計から、その額を限度として控除する（施行令第3条第1項）. */
    private static long offEarned(Income.Earned earned, @Nullable Parameter<Yen> deduction) {
        return deduction == null ? 0 : Math.min(deduction.value().value(), earned.salary().value() + earned.pensionMisc().value());
    }

    /**
     * OPEN QUESTION (旧児童手当法施行令第3条第2項, 市の児童手当担当課, 2026-11-22): ひとり親（of incomes before 2020: 特別寡婦） takes the place of
     * 寡婦; whoever is entered as both gets the higher one only.
     */
    private static long persons(Income.Persons persons, IncomeLimits.Deductions deductions) {
        long off = persons.disabled() * deductions.disabled().value().value()
                + persons.speciallyDisabled() * deductions.speciallyDisabled().value().value();
        if (persons.workingStudent()) {
            off += deductions.workingStudent().value().value();
        }
        if (persons.singleParent()) {
            off += deductions.singleParent().value().value();
        } else if (persons.widow()) {
            off += deductions.widow().value().value();
        }
        return off;
    }

    private static Trace trace(Income income, Income.Components components, IncomeLimits.Deductions deductions) {
        Income.Earned earned = components.earned();
        Income.Deducted deducted = components.deducted();
        Income.Persons persons = components.persons();
        Trace trace = asking(income, Tracing.ON)
                .given("給与所得", earned.salary(), income.source())
                .given("公的年金等に係る雑所得", earned.pensionMisc(), income.source())
                .given("その他の所得", earned.other(), income.source())
                .given("雑損・医療費・小規模企業共済等掛金の控除", shown(deducted), income.source())
                .given("障害者・特別障害者", persons.disabled() + "人・" + persons.speciallyDisabled() + "人", income.source())
                .given("勤労学生・寡婦・ひとり親", shown(persons), income.source())
                .because(Tracing.ON.asking("所得から控除する額はいくらか", Articles.INCOME_DEDUCTIONS)
                        .by(deductions.disabled())
                        .by(deductions.speciallyDisabled())
                        .by(deductions.workingStudent())
                        .by(deductions.widow())
                        .by(deductions.singleParent())
                        .concluding(persons(persons, deductions), "円と雑損・医療費・小規模企業共済等掛金の控除額"))
                .by(deductions.uniform());
        Parameter<Yen> offEarned = deductions.earned();
        return offEarned == null ? trace : trace.by(offEarned);
    }

    private static Trace asking(Income income, Tracing tracing) {
        return tracing.asking("その年の所得の額はいくらか", Articles.ASSESSED_INCOME).given("所得の年", income.year(), income.source());
    }

    private static String shown(Income.Deducted deducted) {
        return deducted.casualtyLoss() + "・" + deducted.medicalExpenses() + "・" + deducted.smallBusinessMutualAid();
    }

    private static String shown(Income.Persons persons) {
        return yesNo(persons.workingStudent()) + "・" + yesNo(persons.widow()) + "・" + yesNo(persons.singleParent());
    }

    private static String yesNo(boolean holds) {
        return holds ? "該当" : "非該当";
    }
}
