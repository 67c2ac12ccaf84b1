package jp.todoke.integration.inquiry;

import java.time.Instant;
import java.time.ZoneId;
import jp.todoke.api.linkage.model.AccountCheckAnswer;
import jp.todoke.api.linkage.model.AnswerKind;
import jp.todoke.api.linkage.model.BankAccount;
import jp.todoke.api.linkage.model.FamilyRegisterAnswer;
import jp.todoke.api.linkage.model.IdentityAnswer;
import jp.todoke.api.linkage.model.InformationKind;
import jp.todoke.api.linkage.model.InquiryAnswered;
import jp.todoke.api.linkage.model.NumberingAnswer;
import jp.todoke.api.linkage.model.PensionAnswer;
import jp.todoke.api.linkage.model.TaxAnswer;

/** The message {@code inquiry.answered} of specs/linkage. */
public final class AnswerMessage {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    private AnswerMessage() {}

    public static AnswerKind kindOf(LinkageAnswer answer) {
        return switch (answer) {
            case LinkageAnswer.Provided _ -> AnswerKind.PROVIDED;
            case LinkageAnswer.NotApplicable _ -> AnswerKind.NOT_APPLICABLE;
            case LinkageAnswer.Undeclared _ -> AnswerKind.UNDECLARED;
            case LinkageAnswer.NoCopy _ -> AnswerKind.NO_COPY;
            case LinkageAnswer.NoLinkageCode _ -> AnswerKind.NO_LINKAGE_CODE;
            case LinkageAnswer.PersonUnknown _ -> AnswerKind.PERSON_UNKNOWN;
            case LinkageAnswer.Ambiguous _ -> AnswerKind.AMBIGUOUS;
            case LinkageAnswer.Refused _ -> AnswerKind.REFUSED;
            case LinkageAnswer.NotPermitted _ -> AnswerKind.NOT_PERMITTED;
            case LinkageAnswer.NoProvider _ -> AnswerKind.NO_PROVIDER;
            case LinkageAnswer.LayoutMismatch _ -> AnswerKind.LAYOUT_MISMATCH;
            case LinkageAnswer.AnotherPerson _ -> AnswerKind.ANOTHER_PERSON;
            case LinkageAnswer.Expired _ -> AnswerKind.EXPIRED;
            case LinkageAnswer.Unavailable _ -> AnswerKind.UNAVAILABLE;
        };
    }

    static InquiryAnswered of(InquiryRow row, LinkageAnswer answer, Instant answeredAt) {
        var message = new InquiryAnswered().inquiryId(row.inquiryId()).caseId(row.caseId()).kind(InformationKind.fromValue(row.kind()))
                .answer(kindOf(answer)).answeredAt(answeredAt.atZone(JAPAN).toOffsetDateTime()).receiptNumber(row.receiptNo())
                .provider(row.providerKikanCd());
        return answer instanceof LinkageAnswer.Provided(Information information) ? with(message, information) : message;
    }

    private static InquiryAnswered with(InquiryAnswered message, Information information) {
        return switch (information) {
            case Information.Tax tax -> message.tax(
                    new TaxAnswer().year(tax.year()).totalIncomeYen(tax.totalIncomeYen()).detail(TaxDetailMessage.of(tax.detail())));
            case Information.FamilyRegister register -> message.familyRegister(new FamilyRegisterAnswer()
                    .maritalStatus(FamilyRegisterAnswer.MaritalStatusEnum.fromValue(register.status().name())).since(register.since())
                    .childrenBirthDates(register.childrenBirthDates()));
            case Information.Pensions(var pensions) -> message.pensions(pensions.stream().map(AnswerMessage::pension).toList());
            case ResidentRecord resident -> message.residentRecord(RepeatedAnswers.of(resident));
            case HealthInsurances insurances -> message.healthInsurance(RepeatedAnswers.of(insurances));
            case DisabilityCertificates certificates -> message.disabilityCertificates(RepeatedAnswers.of(certificates));
            case PublicAssistance assistance -> message.publicAssistance(RepeatedAnswers.of(assistance));
            case Allowances allowances -> message.allowances(RepeatedAnswers.of(allowances));
            case EmploymentInsurances insurances -> message.employmentInsurance(RepeatedAnswers.of(insurances));
            case Information.Account account ->
                message.account(new BankAccount().bankCode(account.bankCode()).branchCode(account.branchCode())
                        .accountType(BankAccount.AccountTypeEnum.fromValue(account.accountType())).accountNumber(account.accountNumber())
                        .holderKana(account.holderKana()).registeredOn(account.registeredOn()));
            case Information.Numbering(String atenabango, boolean existing) ->
                message.numbering(new NumberingAnswer().atenabango(atenabango).existing(existing));
            case Information.AccountCheck(var outcome) -> message
                    .accountCheck(new AccountCheckAnswer().outcome(AccountCheckAnswer.OutcomeEnum.fromValue(outcome.name())));
            case Information.Identity person -> message.identity(new IdentityAnswer().name(person.name().text())
                    .furigana(person.name().furigana())
                    .birthDate(person.birthDate()).sex(person.sex()).municipalityCode(person.municipalityCode()).address(person.address())
                    .residentSince(person.residentSince()).alive(person.alive()));
        };
    }

    private static PensionAnswer pension(Information.Pension pension) {
        return new PensionAnswer().kind(PensionAnswer.KindEnum.fromValue(pension.kind().name())).from(pension.from())
                .annualYen(pension.annualYen()).childAdditionsAnnualYen(pension.childAdditionsYen());
    }
}
