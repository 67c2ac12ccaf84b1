package jp.todoke.benefits.programmes.childallowance;

import java.time.LocalDate;
import java.util.List;
import jp.todoke.benefits.law.Condition;
import jp.todoke.benefits.law.LegalAge;
import jp.todoke.benefits.law.Outcome;
import jp.todoke.benefits.law.Parameter;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.Stay;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Tracing;
import org.jspecify.annotations.Nullable;

/**
 * 児童手当法 第3条「定義」・第4条第1項「支給要件」, the child's side — whether a child meets the requirement on the day of a claim, since when,
 * and on which last day. Source: e-Gov 346AC0000000073. A child who left comes back only through a new claim.
 */
final class ChildRequirement {
    private ChildRequirement() {}

    /** {@code since}: the day all dated requirements were first met; {@code lastDay}: the last day they are, with the reason of the end. */
    record Span(LocalDate since, LocalDate lastDay, Reason endsBecause) {}

    record Finding(Outcome<Span> outcome, Span span) {}

    static Finding on(LocalDate day, ChildAllowanceFacts.Child child, Question asked) {
        ChildAllowanceFacts facts = asked.facts();
        Tracing tracing = asked.tracing();
        Parameter<Integer> until = asked.parameters().carried(day).ages().childUntil();
        List<Stay> stays = facts.claimant().kind() == ChildAllowanceFacts.ClaimantKind.INSTITUTION
                ? List.of()
                : child.facility();
        LocalDate lastDayAsChild = LegalAge.schoolYearEnd(child.birthDate(), until.value());
        var conditions = List.of(
                isChild(day, child, lastDayAsChild, until, tracing),
                Condition.requires(
                        child.livesInJapan(), "児童の住所が日本国内にあるか", ChildAllowanceReason.CHILD_ABROAD,
                        ChildAllowanceReason.CHILD_RESIDENCE_UNKNOWN, tracing),
                isAtHome(day, stays, tracing),
                isInCare(day, child, tracing),
                Condition.requires(child.caredFor(), "監護し、生計を同じくしているか", ChildAllowanceReason.NOT_CARED_FOR,
                        ChildAllowanceReason.CARE_UNKNOWN, tracing));
        Span span = span(day, child, stays, lastDayAsChild, facts.endings());
        Trace question = tracing.asking("請求の日に支給要件児童であるか", Articles.ELIGIBLE_PERSONS)
                .given("児童", child.id(), "認定請求")
                .given("請求の日", day, "受付");
        return new Finding(Condition.all(conditions, span, question), span);
    }

    private static Condition isChild(
            LocalDate day, ChildAllowanceFacts.Child child, LocalDate last, Parameter<Integer> until, Tracing tracing) {
        Trace trace = tracing.asking("18歳に達する日以後の最初の3月31日までの間にあるか", Articles.CHILD)
                .given("生年月日", child.birthDate(), "住民基本台帳")
                .given("児童である最後の日", last, LegalAge.LAW)
                .by(until);
        return Condition.dated(!day.isAfter(last), ChildAllowanceReason.PAST_AGE_LIMIT, trace);
    }

    private static Condition isAtHome(LocalDate day, List<Stay> stays, Tracing tracing) {
        Trace trace = tracing.asking("施設入所等児童でないか", Articles.IN_FACILITY).given("入所・委託の件数", stays.size(), "認定請求");
        boolean home = true;
        for (int i = 0; i < stays.size(); i++) {
            home &= !stays.get(i).contains(day);
        }
        return Condition.dated(home, ChildAllowanceReason.IN_FACILITY, trace);
    }

    private static Condition isInCare(LocalDate day, ChildAllowanceFacts.Child child, Tracing tracing) {
        LocalDate from = later(child.birthDate(), child.careFrom());
        Trace trace = tracing.asking("請求の日に養育されているか", Articles.PARENT)
                .given("養育の始期", from, "認定請求")
                .given("養育の終期", child.careUntil() == null ? "なし" : child.careUntil(), "届出");
        return Condition.dated(holds(day, from, child.careUntil()), ChildAllowanceReason.NOT_CARED_FOR, trace);
    }

    private static Span span(
            LocalDate day,
            ChildAllowanceFacts.Child child,
            List<Stay> stays,
            LocalDate lastDayAsChild,
            List<ChildAllowanceFacts.Ending> endings) {
        LocalDate since = later(child.birthDate(), child.careFrom());
        LocalDate last = lastDayAsChild;
        Reason because = ChildAllowanceReason.PAST_AGE_LIMIT;
        for (int i = 0; i < endings.size(); i++) {
            ChildAllowanceFacts.Ending ending = endings.get(i);
            if (ending.on().isAfter(day) && ending.concerns(child.id()) && !ending.on().isAfter(last)) {
                last = ending.on();
                because = reason(ending.kind());
            }
        }
        LocalDate careUntil = child.careUntil();
        if (careUntil != null && !careUntil.isAfter(last)) {
            last = careUntil.minusDays(1);
            because = ChildAllowanceReason.CARE_ENDED;
        }
        for (int i = 0; i < stays.size(); i++) {
            Stay stay = stays.get(i);
            if (!stay.from().isAfter(day)) {
                since = stay.until() == null ? since : later(since, stay.until());
            } else if (!stay.from().isAfter(last)) {
                last = stay.from().minusDays(1);
                because = ChildAllowanceReason.IN_FACILITY;
            }
        }
        return new Span(since, last, because);
    }

    /**
     * OPEN QUESTION (児童手当法第17条第3項, 市の児童手当担当課, 2026-11-22): a recipient appointed on the 1st is paid here through that month; some
     * municipalities take the day before as the last one.
     */
    private static Reason reason(ChildAllowanceFacts.EndingKind kind) {
        return switch (kind) {
            case MOVED_OUT -> ChildAllowanceReason.MOVED_OUT;
            case CLAIMANT_DIED -> ChildAllowanceReason.CLAIMANT_DIED;
            case BECAME_PUBLIC_SERVANT -> ChildAllowanceReason.BECAME_PUBLIC_SERVANT;
            case CARE_ENDED -> ChildAllowanceReason.CARE_ENDED;
            case CHILD_DIED -> ChildAllowanceReason.CHILD_DIED;
        };
    }

    private static boolean holds(LocalDate day, LocalDate from, @Nullable LocalDate until) {
        return !day.isBefore(from) && (until == null || day.isBefore(until));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
