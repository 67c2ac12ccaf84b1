package jp.todoke.benefits.linkage;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import jp.todoke.benefits.calendar.BankCalendar;
import jp.todoke.benefits.calendar.Holidays;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 照会の後続: when a question is looked at again, kept in rows that survive the process. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class FollowUps {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    /** What is done when the time has come. */
    public enum Step {
        /** Tells a person that nobody answered. */
        LATE,
        /** 2次照会. */
        AGAIN
    }

    record FollowUp(UUID questionId, Step step) {}

    private final QuestionMapper mapper;
    private final QuestionProperties properties;
    private final BankCalendar days;
    private final Clock clock;

    FollowUps(QuestionMapper mapper, QuestionProperties properties, Clock clock) {
        this.mapper = mapper;
        this.properties = properties;
        this.days = new BankCalendar(Holidays.published());
        this.clock = clock;
    }

    void lookForAnswer(Question question) {
        mapper.addFollowUp(question.questionId(), Step.LATE.name(), lateAt(question.askedAt()));
    }

    /** False when it was asked as often as is set: then a person goes on. */
    public boolean askLater(Question question) {
        boolean again = question.round() < properties.rounds();
        if (again) {
            mapper.addFollowUp(question.questionId(), Step.AGAIN.name(), clock.instant().plus(properties.pause()));
        }
        return again;
    }

    Optional<FollowUp> find(UUID followUpId) {
        return mapper.followUp(followUpId).map(row -> new FollowUp(row.questionId(), Step.valueOf(row.step())));
    }

    /** Takes a claimed row as done; empty when it was done already. */
    Optional<FollowUp> take(UUID followUpId) {
        return mapper.settleFollowUp(followUpId) == 1 ? find(followUpId) : Optional.empty();
    }

    void postpone(UUID followUpId, Instant at) {
        mapper.postponeFollowUp(followUpId, at);
    }

    /** At the end of the last of the business days, counted from the day after the question. */
    private Instant lateAt(Instant asked) {
        LocalDate day = LocalDate.ofInstant(asked, JAPAN);
        int counted = 0;
        while (counted < properties.lateAfter()) {
            day = day.plusDays(1);
            counted += days.isBusinessDay(day) ? 1 : 0;
        }
        return day.plusDays(1).atStartOfDay(JAPAN).toInstant();
    }
}
