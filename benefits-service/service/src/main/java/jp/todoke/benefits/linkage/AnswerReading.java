package jp.todoke.benefits.linkage;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import jp.todoke.api.linkage.model.AllowanceAnswer;
import jp.todoke.api.linkage.model.BankAccount;
import jp.todoke.api.linkage.model.FamilyRegisterAnswer;
import jp.todoke.api.linkage.model.IdentityAnswer;
import jp.todoke.api.linkage.model.InquiryAnswered;
import jp.todoke.api.linkage.model.NumberingAnswer;
import jp.todoke.api.linkage.model.PensionAnswer;
import jp.todoke.api.linkage.model.TaxAnswer;
import jp.todoke.benefits.taxes.TaxDetail;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** From a message to a sealed answer. One that says PROVIDED without what was asked for, or with what cannot be, is no answer to rest on. */
@Component
class AnswerReading {
    private static final LinkageAnswer UNREADABLE = new LinkageAnswer.LayoutMismatch();

    private static final String ATENABANGO = "[0-9]{15}";

    private final JsonMapper json;

    AnswerReading(JsonMapper json) {
        this.json = json;
    }

    LinkageAnswer sealed(Question question, InquiryAnswered answered) {
        return switch (answered.getAnswer()) {
            case PROVIDED -> provided(question, answered);
            case NOT_APPLICABLE -> new LinkageAnswer.NotApplicable();
            case UNDECLARED -> new LinkageAnswer.Undeclared();
            case NO_COPY -> new LinkageAnswer.NoCopy();
            case NO_LINKAGE_CODE -> new LinkageAnswer.NoLinkageCode();
            case PERSON_UNKNOWN -> new LinkageAnswer.PersonUnknown();
            case AMBIGUOUS -> new LinkageAnswer.Ambiguous();
            case REFUSED -> new LinkageAnswer.Refused();
            case NOT_PERMITTED -> new LinkageAnswer.NotPermitted();
            case NO_PROVIDER -> new LinkageAnswer.NoProvider();
            case LAYOUT_MISMATCH -> new LinkageAnswer.LayoutMismatch();
            case ANOTHER_PERSON -> new LinkageAnswer.AnotherPerson();
            case EXPIRED -> new LinkageAnswer.Expired();
            case UNAVAILABLE -> new LinkageAnswer.Unavailable();
        };
    }

    private LinkageAnswer provided(Question question, InquiryAnswered answered) {
        return switch (question.kind()) {
            case TAX -> tax(question, answered.getTax());
            case ACCOUNT -> account(answered.getAccount());
            case IDENTITY -> identity(answered.getIdentity());
            case FAMILY_REGISTER -> familyRegister(answered.getFamilyRegister());
            case PENSION -> pensions(answered.getPensions());
            case RESIDENT_RECORD -> answered.getResidentRecord() == null
                    ? UNREADABLE
                    : new LinkageAnswer.ResidentRecordProvided(answered.getResidentRecord());
            case HEALTH_INSURANCE ->
                some(answered.getHealthInsurance(), LinkageAnswer.HealthInsuranceProvided::new, one -> one.getScheme() != null);
            case DISABILITY_CERTIFICATE -> some(answered.getDisabilityCertificates(), LinkageAnswer.DisabilityCertificatesProvided::new,
                    one -> one.getKind() != null);
            case PUBLIC_ASSISTANCE ->
                some(answered.getPublicAssistance(), LinkageAnswer.PublicAssistanceProvided::new, one -> one.getFrom() != null);
            case CHILD_ALLOWANCE, CHILD_REARING_ALLOWANCE, SPECIAL_CHILD_REARING_ALLOWANCE ->
                some(answered.getAllowances(), LinkageAnswer.AllowancesProvided::new, AnswerReading::isPossible);
            case ACCOUNT_CHECK -> answered.getAccountCheck() == null || answered.getAccountCheck().getOutcome() == null
                    ? UNREADABLE
                    : new LinkageAnswer.AccountChecked(answered.getAccountCheck().getOutcome());
            case NUMBERING -> numbered(answered.getNumbering());
            // No case asks for it.
            case EMPLOYMENT_INSURANCE -> UNREADABLE;
        };
    }

    /** That there is none is said by NOT_APPLICABLE, never by an empty list. */
    private static <T> LinkageAnswer some(@Nullable List<T> said, Function<List<T>, LinkageAnswer> read, Predicate<T> possible) {
        return said != null && !said.isEmpty() && said.stream().allMatch(possible) ? read.apply(said) : UNREADABLE;
    }

    private static boolean isPossible(AllowanceAnswer allowance) {
        Long yen = allowance.getMonthlyYen();
        return (yen == null || yen >= 0) && (allowance.getTo() == null || allowance.getTo().compareTo(allowance.getFrom()) >= 0);
    }

    private LinkageAnswer tax(Question question, @Nullable TaxAnswer tax) {
        if (tax == null || !tax.getYear().equals(question.taxYear()) || tax.getTotalIncomeYen() < 0) {
            return UNREADABLE;
        }
        TaxDetail detail = tax.getDetail() == null ? null : json.convertValue(tax.getDetail(), TaxDetail.class);
        return detail == null || detail.isPossible()
                ? new LinkageAnswer.TaxProvided(tax.getYear(), tax.getTotalIncomeYen(), detail)
                : UNREADABLE;
    }

    private static LinkageAnswer familyRegister(@Nullable FamilyRegisterAnswer family) {
        return family == null
                ? UNREADABLE
                : new LinkageAnswer.FamilyRegisterProvided(family.getMaritalStatus(), family.getSince(), family.getChildrenBirthDates());
    }

    private static LinkageAnswer pensions(@Nullable List<PensionAnswer> pensions) {
        return some(pensions, LinkageAnswer.PensionsProvided::new,
                pension -> pension.getAnnualYen() >= 0 && additions(pension).stream().allMatch(yen -> yen >= 0));
    }

    private static List<Long> additions(PensionAnswer pension) {
        return pension.getChildAdditionsAnnualYen() == null ? List.of() : pension.getChildAdditionsAnnualYen();
    }

    private static LinkageAnswer account(@Nullable BankAccount account) {
        return account == null
                ? UNREADABLE
                : new LinkageAnswer.AccountProvided(
                        account.getBankCode(), account.getBranchCode(), account.getAccountType().getValue(), account.getAccountNumber(),
                        account.getHolderKana(), account.getRegisteredOn());
    }

    private static LinkageAnswer numbered(@Nullable NumberingAnswer numbering) {
        return numbering == null || numbering.getAtenabango() == null || !numbering.getAtenabango().matches(ATENABANGO)
                ? UNREADABLE
                : new LinkageAnswer.Numbered(numbering.getAtenabango(), Boolean.TRUE.equals(numbering.getExisting()));
    }

    private static LinkageAnswer identity(@Nullable IdentityAnswer identity) {
        return identity == null
                ? UNREADABLE
                : new LinkageAnswer.IdentityProvided(
                        identity.getName(), identity.getFurigana(), identity.getBirthDate(), identity.getSex(),
                        identity.getMunicipalityCode(), identity.getAddress(), identity.getResidentSince(), identity.getAlive());
    }
}
