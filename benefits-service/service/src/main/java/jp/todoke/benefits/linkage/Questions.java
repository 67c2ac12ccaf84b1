package jp.todoke.benefits.linkage;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.todoke.api.linkage.model.InformationKind;
import jp.todoke.api.linkage.model.InquiryRequested;
import jp.todoke.api.linkage.model.Procedure;
import jp.todoke.api.linkage.model.Subject;
import jp.todoke.benefits.audit.AuditTrail;
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
    private final Outbox outbox;
    private final Sealer sealer;
    private final JsonMapper json;
    private final Clock clock;

    Questions(QuestionMapper mapper, Outbox outbox, Sealer sealer, JsonMapper json, Clock clock) {
        this.mapper = mapper;
        this.outbox = outbox;
        this.sealer = sealer;
        this.json = json;
        this.clock = clock;
    }

    /** A question with its answer, as far as it has one. */
    public record Asked(Question question, @Nullable String answer, @Nullable Instant answeredAt) {
        public boolean isOpen() {
            return answer == null;
        }
    }

    /** Asks a body outside; the answer comes through {@link AnswerListener}. */
    public void ask(Question question, Procedure procedure, String caseNumber, Subject subject) {
        mapper.addQuestion(question);
        InquiryRequested request = new InquiryRequested(
                question.questionId(), question.caseId(), caseNumber, InformationKind.fromValue(question.kind().name()),
                procedure, AuditTrail.SYSTEM, subject, false);
        request.setProviderMunicipality(question.providerMunicipality());
        request.setYear(question.taxYear());
        outbox.send("inquiry.requested", question.caseId().toString(), request);
    }

    /** Keeps a question that our own records answered, with the answer. */
    public void answerOurselves(Question question, LinkageAnswer answer) {
        mapper.addQuestion(question);
        Instant now = clock.instant();
        store(new Received(question, answer.kind(), null, question.channel().name(), now), json.writeValueAsString(answer));
    }

    public List<Asked> of(UUID caseId) {
        return mapper.ofCase(caseId).stream().map(AskedRow::toAsked).toList();
    }

    Optional<Question> find(UUID questionId) {
        return mapper.find(questionId).map(row -> row.toAsked().question());
    }

    boolean isAnswered(UUID questionId) {
        return mapper.isAnswered(questionId);
    }

    /** What stands beside the content of an answer. */
    record Received(Question question, String answer, @Nullable String receiptNumber, @Nullable String provider, Instant answeredAt) {}

    void store(Received received, String content) {
        Sealed sealed = sealer.seal(CONTENT, content);
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
