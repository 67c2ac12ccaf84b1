package jp.todoke.benefits.cases;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import jp.todoke.api.linkage.model.AccountCheckAnswer.OutcomeEnum;
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

    /**
     * 住民票関係情報 of a child who lives elsewhere: with whom it lives there.
     *
     * @param household 世帯員 other than the child, in the words that an officer reads
     */
    record ResidentRecord(@Nullable LocalDate since, @Nullable LocalDate removedOn, @Nullable String relationship, List<String> household)
            implements
                FactValue {
        public ResidentRecord {
            household = List.copyOf(household);
        }

        @Override
        public String display() {
            return displayWithheld() + (household.isEmpty() ? "" : "（" + String.join("、", household) + "）");
        }

        @Override
        public String displayWithheld() {
            String stay = removedOn == null
                    ? "住民票あり" + (since == null ? "" : "（" + since.format(DAY) + "から）")
                    : "住民票の消除 " + removedOn.format(DAY);
            return stay + (relationship == null ? "" : " 世帯主との続柄 " + relationship) + " ほかの世帯員 " + household.size() + "人";
        }

        @Override
        public String toString() {
            return "ResidentRecord";
        }
    }

    /** 被用者又は被用者等でない者の別 (児童手当法第18条); absent where the answer does not tell. */
    record EmployeeClass(@Nullable Boolean employee, @Nullable LocalDate since) implements FactValue {
        @Override
        public String display() {
            String word = employee == null ? "被用者の区分の回答なし" : employee ? "被用者" : "被用者等でない者";
            return word + (since == null ? "" : "（" + since.format(DAY) + "から加入）");
        }
    }

    /** 児童手当, 児童扶養手当 or 特別児童扶養手当 of another body; none in the list: known to be none. */
    record OtherAllowance(List<Paid> paid) implements FactValue {
        /** @param to 支給終了年月, the last paid month; absent while it is paid */
        record Paid(YearMonth from, @Nullable YearMonth to, @Nullable Long monthlyYen, boolean suspended) {
            private String display() {
                return month(from) + "分から" + (to == null ? "支給中" : month(to) + "分まで")
                        + (monthlyYen == null ? "" : " 月額 %,d円".formatted(monthlyYen))
                        + (suspended ? "（全部支給停止）" : "");
            }

            private static String month(YearMonth month) {
                return month.getYear() + "年" + month.getMonthValue() + "月";
            }
        }

        public OtherAllowance {
            paid = List.copyOf(paid);
        }

        @Override
        public String display() {
            return paid.isEmpty() ? "支給の記録なし" : paid.stream().map(Paid::display).collect(Collectors.joining("、"));
        }
    }

    /** 障害者手帳, each in the words that an officer reads; none in the list: known to be none. */
    record DisabilityCertificates(List<String> certificates) implements FactValue {
        public DisabilityCertificates {
            certificates = List.copyOf(certificates);
        }

        @Override
        public String display() {
            return certificates.isEmpty() ? "障害者手帳の交付なし" : String.join("、", certificates);
        }

        @Override
        public String toString() {
            return "DisabilityCertificates";
        }
    }

    /** 生活保護; no period in the list: known to be none. */
    record PublicAssistance(List<Period> periods) implements FactValue {
        record Period(LocalDate from, @Nullable LocalDate to) {}

        public PublicAssistance {
            periods = List.copyOf(periods);
        }

        @Override
        public String display() {
            return periods.isEmpty()
                    ? "生活保護の記録なし"
                    : periods.stream()
                            .map(one -> "生活保護 " + one.from().format(DAY) + "から" + (one.to() == null ? "受給中" : one.to().format(DAY) + "廃止"))
                            .collect(Collectors.joining("、"));
        }
    }

    /** 口座確認 by the bank. */
    record AccountCheck(OutcomeEnum outcome) implements FactValue {
        @Override
        public String display() {
            return switch (outcome) {
                case MATCH -> "金融機関の確認 一致";
                case NAME_MISMATCH -> "金融機関の確認 名義が一致しない";
                case NOT_FOUND -> "金融機関の確認 該当する口座なし";
                case UNSUPPORTED_BANK -> "金融機関の確認 対応していない金融機関";
            };
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
