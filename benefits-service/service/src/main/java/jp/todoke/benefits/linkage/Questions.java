package jp.todoke.benefits.linkage;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.todoke.api.linkage.model.BankAccount;
import jp.todoke.api.linkage.model.InformationKind;
import jp.todoke.api.linkage.model.InquiryAnswered;
import jp.todoke.api.linkage.model.InquiryCancelled;
import jp.todoke.api.linkage.model.InquiryCancelled.ReasonEnum;
import jp.todoke.api.linkage.model.InquiryRequested;
import jp.todoke.api.linkage.model.Procedure;
import jp.todoke.api.linkage.model.Subject;
import jp.todoke.benefits.linkage.LinkageAnswer.IdentityProvided;
import jp.todoke.benefits.linkage.Question.Channel;
import jp.todoke.benefits.linkage.Question.Kind;
import jp.todoke.benefits.linkage.QuestionMapper.AnswerRow;
import jp.todoke.benefits.linkage.QuestionMapper.AskedRow;
import jp.todoke.channel.Outbox;
import jp.todoke.sealing.Sealed;
import jp.todoke.sealing.Sealer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The questions of the cases: what goes outside leaves through the outbox, what we know ourselves is answered at once; both are kept alike. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Questions {
    private static final String CONTENT = "answer";

    private final QuestionMapper mapper;
    private final FollowUps followUps;
    private final Outbox outbox;
    private final Sealer sealer;
    private final AnswerReading reading;
    private final JsonMapper json;
    private final Clock clock;

    Questions(
            QuestionMapper mapper, FollowUps followUps, Outbox outbox, Sealer sealer, AnswerReading reading, JsonMapper json, Clock clock) {
        this.mapper = mapper;
        this.followUps = followUps;
        this.outbox = outbox;
        this.sealer = sealer;
        this.reading = reading;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A question with its answer, as far as it has one.
     *
     * @param nextRoundAt when the case asks again by itself
     * @param late        whether nobody answered for the set time
     */
    public record Asked(
            Question question,
            @Nullable String answer,
            @Nullable Instant answeredAt,
            @Nullable Instant cancelledAt,
            @Nullable Instant nextRoundAt,
            boolean late) {
        public boolean isOpen() {
            return answer == null && !isCancelled();
        }

        public boolean isCancelled() {
            return cancelledAt != null;
        }

        /** Whether an answer is still to come: to this question, or to the next round of it. */
        public boolean isAwaited() {
            return isOpen() || nextRoundAt != null;
        }
    }

    /**
     * What an inquiry carries beside its question.
     *
     * @param withheld 照会側不開示コード: the record of the inquiry is not shown to the person
     * @param account  account that the bank is asked about
     */
    public record Errand(Procedure procedure, String caseNumber, Subject subject, boolean withheld, @Nullable BankAccount account) {
        @Override
        public String toString() {
            return "Errand[" + caseNumber + "]";
        }
    }

    /** Asks a body outside; the answer comes through {@link AnswerListener}. */
    public void ask(Question question, Errand errand) {
        mapper.addQuestion(question);
        followUps.lookForAnswer(question);
        InquiryRequested request = new InquiryRequested(
                question.questionId(), question.caseId(), errand.caseNumber(), InformationKind.fromValue(question.kind().name()),
                errand.procedure(), officer(question), errand.subject(), errand.withheld());
        request.setProviderMunicipality(question.providerMunicipality());
        request.setYear(question.taxYear());
        request.setAccount(errand.account());
        outbox.send("inquiry.requested", question.caseId().toString(), request);
    }

    private static final int LONGEST_OFFICER = 20;

    private static String officer(Question question) {
        String by = question.askedBy();
        return by.substring(0, Math.min(LONGEST_OFFICER, by.length()));
    }

    /** Keeps a question that our own records answered, with the answer. */
    public void answerOurselves(Question question, LinkageAnswer answer) {
        mapper.addQuestion(question);
        Instant now = clock.instant();
        store(new Received(question, answer.outcome().getValue(), null, question.channel().name(), now), json.writeValueAsString(answer));
    }

    public List<Asked> of(UUID caseId) {
        return mapper.ofCase(caseId).stream().map(AskedRow::toAsked).toList();
    }

    public Optional<Asked> find(UUID questionId) {
        return mapper.find(questionId).map(AskedRow::toAsked);
    }

    /** What 住基ネット said last of who a participant is, read back from the sealed answer. */
    public Optional<IdentityProvided> identityOf(UUID participantId) {
        return mapper.lastProvided(participantId, Kind.IDENTITY.name(), Channel.JUKI.name())
                .map(row -> reading.sealed(find(row.questionId()).orElseThrow().question(),
                        json.readValue(sealer.openText(CONTENT, new Sealed(row.contentKeyId(), row.contentCipher())),
                                InquiryAnswered.class)))
                .filter(IdentityProvided.class::isInstance).map(IdentityProvided.class::cast);
    }

    /** 取りやめ: tells the peer's side, and what still arrives is kept aside; nothing is asked again. */
    public void cancel(Asked asked, ReasonEnum reason) {
        Question question = asked.question();
        mapper.settleFollowUpsOf(question.questionId());
        if (asked.isOpen()) {
            mapper.addCancellation(question.questionId(), reason.getValue(), clock.instant());
            outbox.send("inquiry.cancelled", question.caseId().toString(),
                    new InquiryCancelled(question.questionId(), question.caseId(), reason));
        }
    }

    /** What stands beside the content of an answer. */
    record Received(Question question, String answer, @Nullable String receiptNumber, @Nullable String provider, Instant answeredAt) {}

    void store(Received received, String content) {
        Sealed sealed = sealer.seal(CONTENT, content);
        mapper.settleFollowUpsOf(received.question().questionId());
        mapper.addAnswer(new AnswerRow(
                received.question().questionId(), received.answer(), received.receiptNumber(), received.provider(), sealed.cipher(),
                sealed.keyId(),
                received.answeredAt(), clock.instant()));
    }

    void putAside(UUID messageId, UUID inquiryId, String reason, String content) {
        Sealed sealed = sealer.seal(CONTENT, content);
        mapper.putAside(messageId, inquiryId, reason, sealed.cipher(), sealed.keyId(), clock.instant());
    }
}
