package jp.todoke.benefits.linkage;

import java.util.Optional;
import jp.todoke.api.linkage.model.InquiryAnswered;
import jp.todoke.benefits.linkage.Questions.Asked;
import jp.todoke.benefits.linkage.Questions.Received;
import jp.todoke.channel.Envelope;
import jp.todoke.channel.InboxHandler;
import org.springframework.stereotype.Component;

/**
 * Takes the answers of the bodies outside. An answer nobody waits for — unknown, taken back, late, repeated, or to another question — is kept aside
 * under its reason and changes nothing: a peer may send twice, and a case that was decided is not changed by a message.
 */
@Component
class InquiryAnsweredHandler implements InboxHandler {
    private final Questions questions;
    private final AnswerListener listener;
    private final AnswerReading reading;

    InquiryAnsweredHandler(Questions questions, AnswerListener listener, AnswerReading reading) {
        this.questions = questions;
        this.listener = listener;
        this.reading = reading;
    }

    @Override
    public String type() {
        return "inquiry.answered";
    }

    @Override
    public void handle(Envelope message) {
        InquiryAnswered answered = message.payloadAs(InquiryAnswered.class);
        String content = message.payload().toString();
        Optional<Question> question = questions.find(answered.getInquiryId()).map(Asked::question);
        String aside = question.map(asked -> reasonAside(asked, answered)).orElse(Optional.of("UNKNOWN_INQUIRY")).orElse("");
        if (aside.isEmpty()) {
            apply(question.orElseThrow(), answered, content);
        } else {
            questions.putAside(message.id(), answered.getInquiryId(), aside, content);
        }
    }

    /** Whether it is answered already is asked only once the case is locked: a second message may be on its way. */
    private Optional<String> reasonAside(Question question, InquiryAnswered answered) {
        if (!question.caseId().equals(answered.getCaseId())) {
            return Optional.of("OTHER_CASE");
        }
        if (!question.kind().name().equals(answered.getKind().getValue())) {
            return Optional.of("OTHER_KIND");
        }
        if (!listener.takesAnswer(question)) {
            return Optional.of("CASE_CLOSED");
        }
        Asked asked = questions.find(question.questionId()).orElseThrow();
        if (asked.answer() != null) {
            return Optional.of("ALREADY_ANSWERED");
        }
        return asked.isCancelled() ? Optional.of("CANCELLED") : Optional.empty();
    }

    private void apply(Question question, InquiryAnswered answered, String content) {
        LinkageAnswer answer = reading.sealed(question, answered);
        questions.store(
                new Received(question, answer.outcome().getValue(), answered.getReceiptNumber(), answered.getProvider(),
                        answered.getAnsweredAt().toInstant()),
                content);
        listener.answered(question, answer);
    }
}
