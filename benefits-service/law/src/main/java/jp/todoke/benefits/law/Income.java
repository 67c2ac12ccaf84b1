package jp.todoke.benefits.law;

/**
 * 所得 — the tax facts of one person for one calendar year, as the neutral form has them. How they become the income that is measured
 * against a limit is each programme's own order. {@code source} names the supplier.
 */
public record Income(int year, Dependants dependants, Content content, String source) {

    /** 扶養親族等 and 生計維持児童: {@code total}, and how many of them the limits treat apart; the spouse of 70 and over is one of them. */
    public record Dependants(int total, int elderly, int specific, int aged16to18, boolean elderlySpouse) {
        public static Dependants of(int total) {
            return new Dependants(total, 0, 0, 0, false);
        }
    }

    /** What is known of the amount. */
    public sealed interface Content {
    }

    /** 未申告 — not known; never an income of zero. */
    public record Undeclared() implements Content {}

    /** Already assessed by the order in force: used as it is. */
    public record Assessed(Yen yen) implements Content {}

    /** 所得・控除の内訳. */
    public record Components(Earned earned, Deducted deducted, Persons persons) implements Content {}

    /** 給与所得, 公的年金等雑所得, その他の所得, 受け取った養育費, 非課税公的年金（公的年金等控除後） */
    public record Earned(Yen salary, Yen pensionMisc, Yen other, Yen childSupport, Yen nonTaxablePension) {
        public static final Earned NOTHING = new Earned(Yen.ZERO, Yen.ZERO, Yen.ZERO, Yen.ZERO, Yen.ZERO);
    }

    /** 雑損, 医療費, 小規模企業共済等掛金, 配偶者特別, 特定親族特別: the amounts of the deductions */
    public record Deducted(Yen casualtyLoss, Yen medicalExpenses, Yen smallBusinessMutualAid, Yen spouseSpecial, Yen specificRelative) {
        public static final Deducted NOTHING = new Deducted(Yen.ZERO, Yen.ZERO, Yen.ZERO, Yen.ZERO, Yen.ZERO);
    }

    /** 障害者, 特別障害者（separate counts）, 勤労学生, 寡婦, ひとり親 */
    public record Persons(int disabled, int speciallyDisabled, boolean workingStudent, boolean widow, boolean singleParent) {
        public static final Persons NOBODY = new Persons(0, 0, false, false, false);
    }
}
