package jp.todoke.benefits.law;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * 15日特例の事由. {@code on}: the day of birth, the 転出予定日 of a move, or the day the obstacle ceased; {@code since}: the obstacle's
 * first day, for 災害 and other unavoidable reasons only.
 */
public record Cause(CauseKind kind, @Nullable LocalDate on, @Nullable LocalDate since) {

    public static final Cause NONE = new Cause(CauseKind.NONE, null, null);

    public static Cause birth(LocalDate on) {
        return new Cause(CauseKind.BIRTH, on, null);
    }

    public static Cause movedIn(LocalDate plannedMoveOut) {
        return new Cause(CauseKind.MOVED_IN, plannedMoveOut, null);
    }
}
