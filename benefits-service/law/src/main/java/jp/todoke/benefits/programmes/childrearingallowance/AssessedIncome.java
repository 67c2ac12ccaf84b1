package jp.todoke.benefits.programmes.childrearingallowance;

import jp.todoke.benefits.law.Income;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.benefits.law.Yen;

/**
 * 児童扶養手当法施行令 第3条・第4条「所得の範囲・所得の額の計算方法」 — the income of one person as it is measured, in yen a year, never negative.
 * 養育費 counts with its share, 1円未満四捨五入（第4条第1項）, for a mother or father only; to them neither 寡婦 nor ひとり親控除 applies.
 * Source: e-Gov 336CO0000000405.
 */
final class AssessedIncome {
    /** Whose income it is: what is added and deducted differs. */
    enum Of {
        PARENT,
        /** Of the claimant beside a 障害基礎年金等: non-taxable pensions count as 公的年金等（第6条の7）. */
        PARENT_WITH_DISABILITY_PENSION,
        CARER_WITH_DISABILITY_PENSION,
        OTHER;

        boolean isParent() {
            return this == PARENT || this == PARENT_WITH_DISABILITY_PENSION;
        }

        boolean countsNonTaxablePension() {
            return this == PARENT_WITH_DISABILITY_PENSION || this == CARER_WITH_DISABILITY_PENSION;
        }
    }

    record Amount(long yen, Trace trace) {}

    private AssessedIncome() {}

    static Amount of(Yen assessed, Income income, Tracing tracing) {
        Trace trace = tracing.asking("所得の額はいくらか", Provisions.ASSESSED_INCOME);
        return new Amount(assessed.value(), trace.isNone()
                ? trace
                : trace.given("算定済みの所得（" + income.year() + "年）", assessed, income.source()).concluding(assessed));
    }

    static Amount of(Income.Components components, Of whose, Income income, InForce.Incomes rules, Tracing tracing) {
        Income.Earned earned = components.earned();
        long pensions = earned.pensionMisc().value() + (whose.countsNonTaxablePension() ? earned.nonTaxablePension().value() : 0);
        long employment = Math.max(0, Math.addExact(earned.salary().value(), pensions) - rules.employment().value().value());
        long support = whose.isParent() ? rules.childSupport().value().of(earned.childSupport().value(), 1) : 0;
        long deducted = amounts(components.deducted()) + persons(components.persons(), whose, rules.personal());
        long yen = Math.max(0, employment + earned.other().value() + support - rules.uniform().value().value() - deducted);
        Trace trace = tracing.asking("所得の額はいくらか", Provisions.ASSESSED_INCOME);
        if (trace.isNone()) {
            return new Amount(yen, trace);
        }
        String source = income.source();
        return new Amount(yen, trace
                .given("所得の年", income.year(), source)
                .given("給与所得", earned.salary(), source)
                .given("公的年金等雑所得", earned.pensionMisc(), source)
                .given("非課税公的年金（公的年金等控除後）", whose.countsNonTaxablePension() ? earned.nonTaxablePension() : "算入しない",
                        Provisions.NON_TAXABLE_PENSION)
                .given("給与所得・公的年金等雑所得（控除後）", employment, Provisions.ASSESSED_INCOME)
                .given("その他の所得", earned.other(), source)
                .given("養育費", whose.isParent() ? earned.childSupport() : "算入しない", source)
                .given("所得に加える養育費", support, Provisions.ASSESSED_INCOME)
                .given("控除の合計", deducted, Provisions.DEDUCTIONS)
                .by(rules.employment())
                .by(rules.childSupport())
                .by(rules.uniform())
                .because(deductions(components, whose, deducted, source, rules.personal()))
                .concluding(yen));
    }

    private static long amounts(Income.Deducted deducted) {
        return deducted.casualtyLoss().value() + deducted.medicalExpenses().value() + deducted.smallBusinessMutualAid().value()
                + deducted.spouseSpecial().value() + deducted.specificRelative().value();
    }

    private static long persons(Income.Persons persons, Of whose, InForce.Personal rules) {
        long yen = persons.disabled() * rules.disabled().value().value()
                + persons.speciallyDisabled() * rules.speciallyDisabled().value().value();
        if (persons.workingStudent()) {
            yen += rules.workingStudent().value().value();
        }
        if (persons.widow() && !whose.isParent()) {
            yen += rules.widow().value().value();
        }
        if (persons.singleParent() && !whose.isParent()) {
            yen += rules.singleParent().value().value();
        }
        return yen;
    }

    private static Trace deductions(Income.Components components, Of whose, long sum, String source, InForce.Personal rules) {
        Income.Deducted deducted = components.deducted();
        Income.Persons persons = components.persons();
        Trace trace = Trace.asking("控除の合計はいくらか", Provisions.DEDUCTIONS)
                .given("雑損控除", deducted.casualtyLoss(), source)
                .given("医療費控除", deducted.medicalExpenses(), source)
                .given("小規模企業共済等掛金控除", deducted.smallBusinessMutualAid(), source)
                .given("配偶者特別控除", deducted.spouseSpecial(), source)
                .given("特定親族特別控除", deducted.specificRelative(), source)
                .given("障害者控除の人数", persons.disabled(), source)
                .given("特別障害者控除の人数", persons.speciallyDisabled(), source)
                .given("勤労学生", persons.workingStudent() ? "該当" : "非該当", source)
                .by(rules.disabled())
                .by(rules.speciallyDisabled())
                .by(rules.workingStudent());
        if (!whose.isParent()) {
            trace = trace.given("寡婦", persons.widow() ? "該当" : "非該当", source)
                    .given("ひとり親", persons.singleParent() ? "該当" : "非該当", source)
                    .by(rules.widow())
                    .by(rules.singleParent());
        }
        return trace.concluding(sum);
    }
}
