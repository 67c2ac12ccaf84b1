package jp.todoke.integration.inquiry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What an answer tells. Never printed: these are personal data. */
public sealed interface Information {

    /** 地方税関係情報, as far as it is asked. */
    record Tax(int year, long totalIncomeYen) implements Information {
        @Override
        public String toString() {
            return "Tax";
        }
    }

    /** 公金受取口座情報. */
    record Account(String bankCode, String branchCode, String accountType, String accountNumber, String holderKana,
            @Nullable LocalDate registeredOn) implements Information {
        @Override
        public String toString() {
            return "Account";
        }
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
