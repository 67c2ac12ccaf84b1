package jp.todoke.benefits.linkage;

import java.util.List;
import java.util.Optional;
import jp.todoke.api.linkage.model.BankAccount;
import jp.todoke.api.linkage.model.FamilyRegisterAnswer;
import jp.todoke.api.linkage.model.IdentityAnswer;
import jp.todoke.api.linkage.model.InquiryAnswered;
import jp.todoke.api.linkage.model.PensionAnswer;
import jp.todoke.api.linkage.model.TaxAnswer;
import jp.todoke.benefits.taxes.TaxDetail;
import jp.todoke.benefits.linkage.Questions.Received;
import jp.todoke.channel.Envelope;
import jp.todoke.channel.InboxHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the answers of the bodies outside. An answer nobody waits for — unknown, late or repeated — is kept aside and changes nothing: a peer may
 * send twice, and a case that was decided is not changed by a message.
 */
@Component
class InquiryAnsweredHandler implements InboxHandler {
    private static final LinkageAnswer UNREADABLE = new LinkageAnswer.NotUsable("LAYOUT_MISMATCH");

    private final Questions questions;
    private final AnswerListener listener;
    private final JsonMapper json;

    InquiryAnsweredHandler(Questions questions, AnswerListener listener, JsonMapper json) {
        this.questions = questions;
        this.listener = listener;
        this.json = json;
    }

    @Override
    public String type() {
        return "inquiry.answered";
    }

    @Override
    public void handle(Envelope message) {
        InquiryAnswered answered = message.payloadAs(InquiryAnswered.class);
        String content = message.payload().toString();
        Optional<Question> question = questions.find(answered.getInquiryId()).filter(known -> known.caseId().equals(answered.getCaseId()));
        if (question.isEmpty()) {
            questions.putAside(message.id(), answered.getInquiryId(), "UNKNOWN_INQUIRY", content);
        } else if (!listener.takesAnswers(question.get().caseId())) {
            questions.putAside(message.id(), answered.getInquiryId(), "CASE_CLOSED", content);
        } else if (questions.isAnswered(question.get().questionId())) {
            questions.putAside(message.id(), answered.getInquiryId(), "ALREADY_ANSWERED", content);
        } else {
            apply(question.get(), answered, content);
        }
    }

    private void apply(Question question, InquiryAnswered answered, String content) {
        LinkageAnswer answer = sealed(question, answered);
        questions.store(
                new Received(question, answer.kind(), answered.getReceiptNumber(), answered.getProvider(),
                        answered.getAnsweredAt().toInstant()),
                content);
        listener.answered(question, answer);
    }

    /** An answer that says PROVIDED without what was asked for, or with what cannot be, is no answer to rest on. */
    private LinkageAnswer sealed(Question question, InquiryAnswered answered) {
        return switch (answered.getAnswer()) {
            case PROVIDED -> provided(question, answered);
            case NOT_APPLICABLE -> new LinkageAnswer.NotApplicable();
            case UNDECLARED -> new LinkageAnswer.Undeclared();
            case NO_COPY -> new LinkageAnswer.NoCopy();
            case NO_LINKAGE_CODE -> new LinkageAnswer.NoLinkageCode();
            case PERSON_UNKNOWN -> new LinkageAnswer.PersonUnknown();
            case AMBIGUOUS, REFUSED, NOT_PERMITTED, NO_PROVIDER, LAYOUT_MISMATCH, ANOTHER_PERSON, EXPIRED, UNAVAILABLE ->
                new LinkageAnswer.NotUsable(answered.getAnswer().getValue());
        };
    }

    private LinkageAnswer provided(Question question, InquiryAnswered answered) {
        return switch (question.kind()) {
            case TAX -> tax(question, answered.getTax());
            case ACCOUNT -> account(answered.getAccount());
            case IDENTITY -> identity(answered.getIdentity());
            case FAMILY_REGISTER -> familyRegister(answered.getFamilyRegister());
            case PENSION -> pensions(answered.getPensions());
        };
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

    /** That there is none is said by NOT_APPLICABLE, never by an empty list. */
    private static LinkageAnswer pensions(@Nullable List<PensionAnswer> pensions) {
        boolean possible = pensions != null && !pensions.isEmpty() && pensions.stream().allMatch(
                pension -> pension.getAnnualYen() >= 0 && additions(pension).stream().allMatch(yen -> yen >= 0));
        return possible ? new LinkageAnswer.PensionsProvided(pensions) : UNREADABLE;
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

    private static LinkageAnswer identity(@Nullable IdentityAnswer identity) {
        return identity == null
                ? UNREADABLE
                : new LinkageAnswer.IdentityProvided(
                        identity.getName(), identity.getBirthDate(), identity.getMunicipalityCode(), identity.getAddress(),
                        identity.getResidentSince(), identity.getAlive());
    }
}
