package jp.todoke.benefits.cases;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The value of a fact, by kind; stored sealed, since an account number or an address may be in it. */
sealed interface FactValue {
    DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日");

    /** As a caseworker reads it; account numbers masked, no address. */
    String display();

    /** As a caseworker reads it where 支援措置 hides where somebody lives and banks. */
    default String displayWithheld() {
        return display();
    }

    /** 住所. */
    record Residence(boolean residesHere, @Nullable LocalDate since) implements FactValue {
        @Override
        public String display() {
            return residesHere ? "市内に住所あり" + (since == null ? "" : "（" + since.format(DAY) + "から）") : "市内に住所なし";
        }
    }

    /** 児童の住所. */
    record ChildResidence(boolean livesInJapan, String municipalityCode, @Nullable LocalDate since) implements FactValue {
        @Override
        public String display() {
            return displayWithheld() + "（市区町村コード " + municipalityCode + "）";
        }

        @Override
        public String displayWithheld() {
            return livesInJapan ? "国内に住所あり" : "国内に住所なし";
        }
    }

    /** @param totalIncomeYen 合計所得金額 (円) */
    record Income(int taxYear, long totalIncomeYen) implements FactValue {
        @Override
        public String display() {
            return taxYear + "年度 合計所得金額 %,d円".formatted(totalIncomeYen);
        }
    }

    /** 振込先口座. */
    record Account(String bankCode, String branchCode, String accountType, String accountNumber, String holderKana) implements FactValue {

        private static final int SHOWN_DIGITS = 3;

        @Override
        public String display() {
            String end = accountNumber.substring(Math.max(0, accountNumber.length() - SHOWN_DIGITS));
            return "銀行 " + bankCode + " 支店 " + branchCode + " 口座 ****" + end + " 名義 " + holderKana;
        }

        @Override
        public String displayWithheld() {
            return "登録あり（支援措置のため表示しません）";
        }

        @Override
        public String toString() {
            return "Account";
        }
    }

    /** 公務員. */
    record PublicServant(boolean publicServant) implements FactValue {
        @Override
        public String display() {
            return publicServant ? "公務員である" : "公務員でない";
        }
    }

    /** 監護・生計同一. */
    record Care(boolean caredFor, boolean livesTogether) implements FactValue {
        @Override
        public String display() {
            return (caredFor ? "監護し、生計を同じくしている" : "監護していない") + (livesTogether ? "（同居）" : "（別居）");
        }
    }

    /** 監護相当・生計費の負担についての確認書. */
    record CountedSibling(LocalDate declaredOn) implements FactValue {
        @Override
        public String display() {
            return "監護相当・生計費の負担あり（" + declaredOn.format(DAY) + "申立て）";
        }
    }

    /** 配偶者. */
    record Spouse(boolean exists, boolean livesTogether) implements FactValue {
        @Override
        public String display() {
            return exists ? "配偶者あり" + (livesTogether ? "（同居）" : "（別居）") : "配偶者なし";
        }
    }
}
