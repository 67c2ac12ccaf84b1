package jp.todoke.benefits.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import jp.todoke.api.benefits.model.AnswerKind;
import jp.todoke.api.benefits.model.InformationKind;
import jp.todoke.api.benefits.model.QuestionView;
import jp.todoke.benefits.linkage.Question;
import jp.todoke.benefits.linkage.Questions.Asked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A question as the API shows it: its round, and what comes next. */
@Component
class QuestionViews {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日").withZone(Japan.ZONE);

    private final NextSteps steps;

    QuestionViews(NextSteps steps) {
        this.steps = steps;
    }

    QuestionView view(BenefitCase handled, Asked asked, String subject) {
        Question question = asked.question();
        QuestionView view = new QuestionView(
                question.questionId(), InformationKind.fromValue(question.kind().name()), subject,
                QuestionView.ChannelEnum.fromValue(question.channel().name()), state(asked), question.round()).askedBy(question.askedBy());
        view.setAskedAt(time(question.askedAt()));
        view.setNextRoundAt(time(asked.nextRoundAt()));
        String answer = asked.answer();
        if (answer != null) {
            view.setAnswer(AnswerKind.fromValue(answer));
            view.setAnsweredAt(time(asked.answeredAt()));
        }
        nextStep(handled, asked).ifPresent(view::setNextStep);
        return view;
    }

    private static QuestionView.StateEnum state(Asked asked) {
        if (asked.isCancelled()) {
            return QuestionView.StateEnum.CANCELLED;
        }
        return asked.isOpen() ? QuestionView.StateEnum.ASKED : QuestionView.StateEnum.ANSWERED;
    }

    private Optional<String> nextStep(BenefitCase handled, Asked asked) {
        Question question = asked.question();
        Instant again = asked.nextRoundAt();
        if (asked.isCancelled()) {
            return Optional.of("照会を取りやめました。届いた回答は使いません。");
        }
        if (again != null) {
            return Optional.of((question.round() + 1) + "次照会を" + DAY.format(again) + "に自動で行います。");
        }
        String outcome = asked.answer() == null ? NextSteps.LATE : asked.answer();
        LocalDate day = LocalDate.ofInstant(question.askedAt(), Japan.ZONE);
        return asked.isOpen() && !asked.late()
                ? Optional.of("回答を待っています。")
                : steps.text(handled.programme().procedure(), question.kind(), outcome, day);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
