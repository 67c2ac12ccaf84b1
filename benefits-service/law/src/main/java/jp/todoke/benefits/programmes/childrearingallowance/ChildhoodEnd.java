package jp.todoke.benefits.programmes.childrearingallowance;

import java.time.LocalDate;
import java.util.List;
import jp.todoke.benefits.law.LegalAge;
import jp.todoke.benefits.law.Stay;
import org.jspecify.annotations.Nullable;

/**
 * 児童扶養手当法 第3条第1項「児童」 — the last day as a child: the 31 March after the age of eighteen or, while the disability lasts without a gap, the
 * day on which twenty is attained; {@code since} is the day a child past the first of these became one again. Source: e-Gov 336AC0000000238.
 */
record ChildhoodEnd(LocalDate lastDay, @Nullable LocalDate since) {

    static ChildhoodEnd of(LocalDate day, ChildRearingAllowanceFacts.Child child, InForce.Requirements rules) {
        LocalDate schoolYearEnd = LegalAge.schoolYearEnd(child.birthDate(), rules.childUntil().value());
        if (child.disability().isEmpty()) {
            return new ChildhoodEnd(schoolYearEnd, null);
        }
        LocalDate limit = LegalAge.attained(child.birthDate(), rules.disabledChildUntil().value());
        boolean past = day.isAfter(schoolYearEnd);
        LocalDate needed = past ? day : schoolYearEnd.plusDays(1);
        LocalDate end = runsUntil(needed, limit, child.disability());
        if (end == null) {
            return new ChildhoodEnd(schoolYearEnd, null);
        }
        LocalDate since = past ? beganOn(day, child.disability()) : null;
        return new ChildhoodEnd(end, since != null && since.isAfter(schoolYearEnd.plusDays(1)) ? since : null);
    }

    /** The last day of the disability that holds on {@code day}, at most {@code limit}; nothing where it does not hold. */
    private static @Nullable LocalDate runsUntil(LocalDate day, LocalDate limit, List<Stay> disability) {
        Stay stay = on(day, disability);
        if (stay == null) {
            return null;
        }
        LocalDate until = stay.until();
        while (until != null && !until.isAfter(limit)) {
            Stay next = on(until, disability);
            if (next == null) {
                return until.minusDays(1);
            }
            until = next.until();
        }
        return limit;
    }

    private static @Nullable LocalDate beganOn(LocalDate day, List<Stay> disability) {
        LocalDate began = null;
        Stay stay = on(day, disability);
        while (stay != null) {
            began = stay.from();
            stay = on(began.minusDays(1), disability);
        }
        return began;
    }

    private static @Nullable Stay on(LocalDate day, List<Stay> disability) {
        for (Stay stay : disability) {
            if (stay.contains(day)) {
                return stay;
            }
        }
        return null;
    }
}
