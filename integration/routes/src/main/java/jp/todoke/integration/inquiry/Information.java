package jp.todoke.integration.inquiry;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an answer tells. Never printed: these are personal data. */
public sealed interface Information
        permits Information.Tax, Information.FamilyRegister, Information.Pensions, Information.Account, Information.Numbering,
        Information.AccountCheck, Information.Identity, ResidentRecord, HealthInsurances, DisabilityCertificates, PublicAssistance,
        Allowances,
        EmploymentInsurances {

    /**
     * 地方税関係情報, as far as it is asked.
     *
     * @param detail items that were answered with a value; one that is absent is not known
     */
    record Tax(int year, long totalIncomeYen, Map<TaxItem, Long> detail) implements Information {
        public Tax {
            detail = Map.copyOf(detail);
        }

        @Override
        public String toString() {
            return "Tax";
        }
    }

    /** Items from which 児童扶養手当 assembles an income (施行令第3条・第4条): yen, numbers of persons, or 1 and 0 for yes and no. */
    enum TaxItem {
        /** 給与所得. */
        SALARY_INCOME,
        /** 公的年金等雑所得. */
        PENSION_MISC_INCOME,
        /** その他の総所得金額等. */
        OTHER_INCOME,
        /** 扶養親族等の数. */
        DEPENDANTS,
        /** 老人扶養親族. */
        ELDERLY_DEPENDANTS,
        /** 特定扶養親族. */
        SPECIFIC_DEPENDANTS,
        /** 16歳以上19歳未満の控除対象扶養親族. */
        DEPENDANTS_16_TO_18,
        /** 70歳以上の同一生計配偶者. */
        ELDERLY_SPOUSE,
        /** 雑損控除. */
        CASUALTY_LOSS,
        /** 医療費控除. */
        MEDICAL_EXPENSES,
        /** 小規模企業共済等掛金控除. */
        SMALL_BUSINESS_MUTUAL_AID,
        /** 配偶者特別控除. */
        SPOUSE_SPECIAL_DEDUCTION,
        /** 特定親族特別控除. */
        SPECIFIC_RELATIVE_SPECIAL_DEDUCTION,
        /** 障害者控除の人数. */
        DISABLED_PERSONS,
        /** 特別障害者控除の人数. */
        SPECIALLY_DISABLED_PERSONS,
        /** 勤労学生. */
        WORKING_STUDENT,
        /** 寡婦. */
        WIDOW,
        /** ひとり親. */
        SINGLE_PARENT
    }

    /**
     * 戸籍関係情報.
     *
     * @param since day of the last change (離婚, 死亡)
     */
    record FamilyRegister(MaritalStatus status, @Nullable LocalDate since, List<LocalDate> childrenBirthDates) implements Information {
        public FamilyRegister {
            childrenBirthDates = List.copyOf(childrenBirthDates);
        }

        @Override
        public String toString() {
            return "FamilyRegister";
        }
    }

    /** 婚姻中, 離婚, 死別, 未婚. */
    enum MaritalStatus {
        MARRIED,
        DIVORCED,
        WIDOWED,
        NEVER_MARRIED
    }

    /** 年金給付関係情報: every pension in payment. */
    record Pensions(List<Pension> pensions) implements Information {
        public Pensions {
            pensions = List.copyOf(pensions);
        }

        @Override
        public String toString() {
            return "Pensions";
        }
    }

    /**
     * One pension.
     *
     * @param annualYen         年額 with the additions
     * @param childAdditionsYen 子の加算 (年額), one per child
     */
    record Pension(PensionKind kind, LocalDate from, long annualYen, List<Long> childAdditionsYen) {
        public Pension {
            childAdditionsYen = List.copyOf(childAdditionsYen);
        }

        @Override
        public String toString() {
            return "Pension";
        }
    }

    /** 障害基礎年金等 (児童扶養手当法第13条の2第3項), or any other public pension. */
    enum PensionKind {
        DISABILITY_BASIC,
        OTHER_PUBLIC_PENSION
    }

    /** 公金受取口座情報. */
    record Account(String bankCode, String branchCode, String accountType, String accountNumber, String holderKana,
            @Nullable LocalDate registeredOn) implements Information {
        @Override
        public String toString() {
            return "Account";
        }
    }

    /**
     * 住登外者宛名番号.
     *
     * @param existing taken over from a person who was found, not given anew
     */
    record Numbering(String atenabango, boolean existing) implements Information {
        @Override
        public String toString() {
            return "Numbering";
        }
    }

    /** 口座確認. */
    record AccountCheck(AccountCheckOutcome outcome) implements Information {}

    /** What a bank says about an account and a name; whose it is otherwise, it does not tell. */
    enum AccountCheckOutcome {
        MATCH,
        NAME_MISMATCH,
        NOT_FOUND,
        UNSUPPORTED_BANK
    }

    /** 本人確認情報. */
    record Identity(Name name, LocalDate birthDate, @Nullable String sex, String municipalityCode, @Nullable String address,
            @Nullable LocalDate residentSince, boolean alive) implements Information {
        @Override
        public String toString() {
            return "Identity";
        }
    }

    /** 氏名 with its フリガナ. */
    record Name(String text, @Nullable String furigana) {
        @Override
        public String toString() {
            return "Name";
        }
    }
}
