package jp.todoke.benefits.linkage;

import java.time.LocalDate;
import java.util.List;
import jp.todoke.api.linkage.model.AccountCheckAnswer.OutcomeEnum;
import jp.todoke.api.linkage.model.AllowanceAnswer;
import jp.todoke.api.linkage.model.AnswerKind;
import jp.todoke.api.linkage.model.DisabilityCertificateAnswer;
import jp.todoke.api.linkage.model.FamilyRegisterAnswer.MaritalStatusEnum;
import jp.todoke.api.linkage.model.HealthInsuranceAnswer;
import jp.todoke.api.linkage.model.PensionAnswer;
import jp.todoke.api.linkage.model.PublicAssistanceAnswer;
import jp.todoke.api.linkage.model.ResidentRecordAnswer;
import jp.todoke.benefits.taxes.TaxDetail;
import org.jspecify.annotations.Nullable;

/** 回答 — sealed, because each outcome has another next step: NO_COPY (副本未登録) is not NOT_APPLICABLE (該当なし), and neither is a zero. */
public sealed interface LinkageAnswer {
    /**
     * 本人確認情報.
     *
     * @param sex 性別 (1, 2; 0 not known)
     */
    record IdentityProvided(
            String name,
            @Nullable String kana,
            @Nullable LocalDate birthDate,
            @Nullable String sex,
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

    /** 住民票関係情報 of somebody who lives elsewhere. */
    record ResidentRecordProvided(ResidentRecordAnswer content) implements LinkageAnswer {
        @Override
        public String toString() {
            return "ResidentRecordProvided";
        }
    }

    /** 医療保険資格: at least one qualification. */
    record HealthInsuranceProvided(List<HealthInsuranceAnswer> qualifications) implements LinkageAnswer {
        public HealthInsuranceProvided {
            qualifications = List.copyOf(qualifications);
        }

        @Override
        public String toString() {
            return "HealthInsuranceProvided";
        }
    }

    /** 障害者手帳: at least one. */
    record DisabilityCertificatesProvided(List<DisabilityCertificateAnswer> certificates) implements LinkageAnswer {
        public DisabilityCertificatesProvided {
            certificates = List.copyOf(certificates);
        }

        @Override
        public String toString() {
            return "DisabilityCertificatesProvided";
        }
    }

    /** 生活保護: at least one period. */
    record PublicAssistanceProvided(List<PublicAssistanceAnswer> periods) implements LinkageAnswer {
        public PublicAssistanceProvided {
            periods = List.copyOf(periods);
        }

        @Override
        public String toString() {
            return "PublicAssistanceProvided";
        }
    }

    /** 児童手当, 児童扶養手当 or 特別児童扶養手当 of another body: at least one certification. */
    record AllowancesProvided(List<AllowanceAnswer> allowances) implements LinkageAnswer {
        public AllowancesProvided {
            allowances = List.copyOf(allowances);
        }

        @Override
        public String toString() {
            return "AllowancesProvided";
        }
    }

    /** 口座確認 by the bank. */
    record AccountChecked(OutcomeEnum outcomeOfBank) implements LinkageAnswer {}

    /**
     * 住登外者宛名番号.
     *
     * @param existing whether 照会 found the person, who was not numbered anew
     */
    record Numbered(String atenabango, boolean existing) implements LinkageAnswer {}

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

    /** 複数該当. */
    record Ambiguous() implements LinkageAnswer {}

    /** 提供不可. */
    record Refused() implements LinkageAnswer {}

    /** 不許可: no row of the 照合リスト. */
    record NotPermitted() implements LinkageAnswer {}

    /** 照会先なし: no body answers for the place, which is abroad or not known; nothing was sent. */
    record NoProvider() implements LinkageAnswer {}

    /** 版不整合: also an answer that says PROVIDED without what was asked for, or with what cannot be. */
    record LayoutMismatch() implements LinkageAnswer {}

    /** An answer about another person. */
    record AnotherPerson() implements LinkageAnswer {}

    /** 保存期間経過. */
    record Expired() implements LinkageAnswer {}

    /** Nobody answered for long: not known, which is not "none". */
    record Unavailable() implements LinkageAnswer {}

    /** The word of the channel, of the API and of the stored row. */
    default AnswerKind outcome() {
        return switch (this) {
            case IdentityProvided _,TaxProvided _,AccountProvided _,FamilyRegisterProvided _,PensionsProvided _,ResidentRecordProvided _,HealthInsuranceProvided _,DisabilityCertificatesProvided _,PublicAssistanceProvided _,AllowancesProvided _,AccountChecked _,Numbered _ ->
                AnswerKind.PROVIDED;
            case NotApplicable _ -> AnswerKind.NOT_APPLICABLE;
            case Undeclared _ -> AnswerKind.UNDECLARED;
            case NoCopy _ -> AnswerKind.NO_COPY;
            case NoLinkageCode _ -> AnswerKind.NO_LINKAGE_CODE;
            case PersonUnknown _ -> AnswerKind.PERSON_UNKNOWN;
            case Ambiguous _ -> AnswerKind.AMBIGUOUS;
            case Refused _ -> AnswerKind.REFUSED;
            case NotPermitted _ -> AnswerKind.NOT_PERMITTED;
            case NoProvider _ -> AnswerKind.NO_PROVIDER;
            case LayoutMismatch _ -> AnswerKind.LAYOUT_MISMATCH;
            case AnotherPerson _ -> AnswerKind.ANOTHER_PERSON;
            case Expired _ -> AnswerKind.EXPIRED;
            case Unavailable _ -> AnswerKind.UNAVAILABLE;
        };
    }
}
