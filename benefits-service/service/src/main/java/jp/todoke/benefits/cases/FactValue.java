package jp.todoke.benefits.cases;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import jp.todoke.api.linkage.model.FamilyRegisterAnswer.MaritalStatusEnum;
import jp.todoke.api.linkage.model.Ground;
import jp.todoke.api.linkage.model.Supporter.RelationshipEnum;
import jp.todoke.benefits.taxes.TaxDetail;
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

    /**
     * 所得.
     *
     * @param totalIncomeYen 合計所得金額 (円)
     * @param detail 所得・控除の内訳; absent where the programme does not need it
     */
    record Income(int taxYear, long totalIncomeYen, @Nullable TaxDetail detail) implements FactValue {
        @Override
        public String display() {
            return taxYear + "年度 合計所得金額 %,d円".formatted(totalIncomeYen) + (detail == null ? "" : TaxItems.of(detail));
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

    /**
     * 支給要件に該当する事由 as declared, beside what the 戸籍 says.
     *
     * @param on       支給要件に該当した日 as declared
     * @param since    day of the last change in the 戸籍
     * @param borneOut whether the 戸籍 bears out the declaration
     */
    record QualifyingEvent(Ground ground, LocalDate on, MaritalStatusEnum maritalStatus, @Nullable LocalDate since, boolean borneOut)
            implements
                FactValue {
        @Override
        public String display() {
            String declared = switch (ground) {
                case DIVORCE -> "離婚";
                case DEATH -> "死亡";
                case UNMARRIED -> "未婚";
            };
            String registered = switch (maritalStatus) {
                case MARRIED -> "婚姻中";
                case DIVORCED -> "離婚";
                case WIDOWED -> "配偶者の死亡";
                case NEVER_MARRIED -> "婚姻の記録なし";
            };
            return "申立て " + declared + "（" + on.format(DAY) + "）、戸籍 " + registered + (since == null ? "" : "（" + since.format(DAY) + "）")
                    + (borneOut ? "" : "【不一致】");
        }
    }

    /** 公的年金等; no pension in the list: known to be none. */
    record Pensions(List<Pension> pensions) implements FactValue {
        public Pensions {
            pensions = List.copyOf(pensions);
        }

        @Override
        public String display() {
            return pensions.isEmpty() ? "公的年金等の給付なし" : pensions.stream().map(Pension::display).collect(Collectors.joining("、"));
        }
    }

    /**
     * One pension in payment.
     *
     * @param disabilityBasic 障害基礎年金等 (第13条の2第3項), of which only the additions for children are set off
     * @param childAdditions  子の加算 (年額), one per child; absent where it was not answered
     */
    record Pension(boolean disabilityBasic, LocalDate from, long annualYen, @Nullable List<Long> childAdditions) {
        String display() {
            String additions = childAdditions == null || childAdditions.isEmpty()
                    ? ""
                    : "、うち子の加算 %,d円".formatted(childAdditions.stream().mapToLong(Long::longValue).sum());
            return (disabilityBasic ? "障害基礎年金等 " : "公的年金 ") + "年額 %,d円".formatted(annualYen) + "（" + from.format(DAY) + "から" + additions
                    + "）";
        }
    }

    /** 養育費 that the claimant or a child received in a calendar year. */
    record ChildSupport(int year, long yen) implements FactValue {
        @Override
        public String display() {
            return year + "年に受けた養育費 %,d円".formatted(yen);
        }
    }

    /** 扶養義務者. */
    record Supporter(RelationshipEnum relationship, @Nullable LocalDate livesTogetherSince) implements FactValue {
        @Override
        public String display() {
            String relation = switch (relationship) {
                case PARENT -> "父母";
                case GRANDPARENT -> "祖父母";
                case SIBLING -> "兄弟姉妹";
                case CHILD -> "子";
                case OTHER_LINEAL -> "その他の直系血族";
            };
            return "扶養義務者（" + relation + "）" + (livesTogetherSince == null ? "" : " " + livesTogetherSince.format(DAY) + "から生計同一");
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
