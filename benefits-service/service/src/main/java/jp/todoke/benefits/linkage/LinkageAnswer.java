package jp.todoke.benefits.linkage;

import java.time.LocalDate;
import java.util.List;
import jp.todoke.api.linkage.model.FamilyRegisterAnswer.MaritalStatusEnum;
import jp.todoke.api.linkage.model.PensionAnswer;
import jp.todoke.benefits.taxes.TaxDetail;
import org.jspecify.annotations.Nullable;

/** 回答 — sealed, because each outcome has another next step: NO_COPY (副本未登録) is not NOT_APPLICABLE (該当なし), and neither is a zero. */
public sealed interface LinkageAnswer {
    /** 本人確認情報. */
    record IdentityProvided(
            String name,
            @Nullable LocalDate birthDate,
            String municipalityCode,
            @Nullable String address,
            @Nullable LocalDate residentSince,
            boolean alive) implements LinkageAnswer {
        @Override
        public String toString() {
            return "IdentityProvided";
        }
    }

    /**
     * 地方税関係情報.
     *
     * @param totalIncomeYen 合計所得金額 (円)
     * @param detail 所得・控除の内訳; absent where the provider gave the total only
     */
    record TaxProvided(int taxYear, long totalIncomeYen, @Nullable TaxDetail detail) implements LinkageAnswer {}

    /**
     * 戸籍関係情報 about the person asked about.
     *
     * @param since day of the last change
     * @param childrenBirthDates births of the person's children; absent where it was not answered
     */
    record FamilyRegisterProvided(
            MaritalStatusEnum maritalStatus, @Nullable LocalDate since, @Nullable List<LocalDate> childrenBirthDates)
            implements
                LinkageAnswer {}

    /** 年金給付関係情報: the pensions in payment, at least one. */
    record PensionsProvided(List<PensionAnswer> pensions) implements LinkageAnswer {
        public PensionsProvided {
            pensions = List.copyOf(pensions);
        }

        @Override
        public String toString() {
            return "PensionsProvided";
        }
    }

    /** 公金受取口座. */
    record AccountProvided(
            String bankCode, String branchCode, String accountType, String accountNumber, String holderKana,
            @Nullable LocalDate registeredOn)
            implements
                LinkageAnswer {
        @Override
        public String toString() {
            return "AccountProvided";
        }
    }

    /** 該当なし: the person is known, the thing asked about does not exist. */
    record NotApplicable() implements LinkageAnswer {}

    /** 未申告. */
    record Undeclared() implements LinkageAnswer {}

    /** 副本未登録: the provider has not registered its copy; ask by telephone or paper. */
    record NoCopy() implements LinkageAnswer {}

    /** 符号なし: the network cannot name the person yet. */
    record NoLinkageCode() implements LinkageAnswer {}

    /** 該当者なし. */
    record PersonUnknown() implements LinkageAnswer {}

    /** Nothing that a decision may rest on: refused, not permitted, expired, unavailable, another layout or another person. */
    record NotUsable(String why) implements LinkageAnswer {}

    /** The word of the API and of the stored row. */
    default String kind() {
        return switch (this) {
            case IdentityProvided _,TaxProvided _,AccountProvided _,FamilyRegisterProvided _,PensionsProvided _ -> "PROVIDED";
            case NotApplicable _ -> "NOT_APPLICABLE";
            case Undeclared _ -> "UNDECLARED";
            case NoCopy _ -> "NO_COPY";
            case NoLinkageCode _ -> "NO_LINKAGE_CODE";
            case PersonUnknown _ -> "PERSON_UNKNOWN";
            case NotUsable(String why) -> why;
        };
    }
}
