package jp.todoke.benefits.programmes.childrearingallowance;

import java.time.LocalDate;
import java.util.List;
import jp.todoke.benefits.law.Condition;
import jp.todoke.benefits.law.Fact;
import jp.todoke.benefits.law.LegalAge;
import jp.todoke.benefits.law.Outcome;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.Stay;
import jp.todoke.benefits.law.Trace;
import jp.todoke.benefits.law.Tracing;
import org.jspecify.annotations.Nullable;

/**
 * 児童扶養手当法 第3条「用語の定義」・第4条「支給要件」, the child's side — whether a child meets the requirement on the day of a claim, since when,
 * and on which last day. Source: e-Gov 336AC0000000238. A child who left comes back only through a new claim.
 */
final class ChildRequirement {
    private final LocalDate day;
    private final ChildRearingAllowanceFacts.Child child;
    private final ChildhoodEnd childhood;
    private final Tracing tracing;

    private ChildRequirement(LocalDate day, ChildRearingAllowanceFacts.Child child, InForce.Requirements rules, Tracing tracing) {
        this.day = day;
        this.child = child;
        this.childhood = ChildhoodEnd.of(day, child, rules);
        this.tracing = tracing;
    }

    /** {@code since}: the day all dated requirements were first met; {@code lastDay}: the last day they are, with the reason of the end. */
    record Span(LocalDate since, LocalDate lastDay, Reason endsBecause) {}

    record Finding(Outcome<Span> outcome, Span span) {}

    static Finding on(
            LocalDate day,
            ChildRearingAllowanceFacts.Child child,
            List<ChildRearingAllowanceFacts.Ending> endings,
            InForce.Requirements rules,
            Tracing tracing) {
        var requirement = new ChildRequirement(day, child, rules, tracing);
        var conditions = List.of(
                requirement.isChild(rules),
                requirement.isQualified(),
                Condition.requires(
                        child.livesInJapan(), "児童の住所が日本国内にあるか", ChildRearingAllowanceReason.CHILD_ABROAD,
                        ChildRearingAllowanceReason.CHILD_RESIDENCE_UNKNOWN, tracing),
                requirement.isAtHome(),
                requirement.isInCare(),
                Condition.requires(
                        child.care().given(), "監護し、又は養育しているか", ChildRearingAllowanceReason.NOT_CARED_FOR,
                        ChildRearingAllowanceReason.CARE_UNKNOWN, tracing));
        Span span = requirement.span(endings);
        Trace question = tracing.asking("請求の日に支給要件に該当する児童であるか", Provisions.REQUIREMENT)
                .given("児童", child.id(), "認定請求")
                .given("請求の日", day, "受付");
        return new Finding(Condition.all(conditions, span, question), span);
    }

    private Condition isChild(InForce.Requirements rules) {
        Trace trace = tracing.asking("18歳に達する日以後の最初の3月31日までの間（障害の状態にあるときは20歳未満）にあるか", Provisions.DEFINITION)
                .given("生年月日", child.birthDate(), "住民基本台帳")
                .given("障害の状態", child.disability().isEmpty() ? "なし" : "あり", "障害認定")
                .given("児童である最後の日", childhood.lastDay(), LegalAge.LAW)
                .by(rules.childUntil())
                .by(rules.disabledChildUntil());
        return Condition.dated(!day.isAfter(childhood.lastDay()), ChildRearingAllowanceReason.PAST_AGE_LIMIT, trace);
    }

    private Condition isQualified() {
        Trace trace = tracing.asking("支給要件に該当した日以後であるか", Provisions.REQUIREMENT).given("支給要件に該当した日", child.qualifyingEventOn());
        return switch (child.qualifyingEventOn()) {
            case Fact.Known<LocalDate>(LocalDate event, _) ->
                Condition.dated(!day.isBefore(event), ChildRearingAllowanceReason.NOT_QUALIFIED, trace);
            case Fact.KnownNone<LocalDate> _ -> Condition.failed(ChildRearingAllowanceReason.NOT_QUALIFIED, trace);
            case Fact.Unknown<LocalDate> _ -> Condition.open(ChildRearingAllowanceReason.QUALIFYING_EVENT_UNKNOWN, trace);
        };
    }

    private Condition isAtHome() {
        Trace trace = tracing.asking("里親に委託され、又は施設に入所していないか", Provisions.EXCLUSION)
                .given("入所・委託", child.care().facility().isEmpty() ? "なし" : "あり", "認定請求");
        for (Stay stay : child.care().facility()) {
            if (stay.contains(day)) {
                return Condition.failed(ChildRearingAllowanceReason.IN_FACILITY, trace);
            }
        }
        return Condition.met(trace);
    }

    private Condition isInCare() {
        LocalDate from = later(child.birthDate(), child.care().from());
        LocalDate until = child.care().until();
        Trace trace = tracing.asking("請求の日に監護され、又は養育されているか", Provisions.REQUIREMENT)
                .given("監護等の始期", from, "認定請求")
                .given("監護等の終期", until == null ? "なし" : until, "届出");
        return Condition.dated(new Stay(from, until).contains(day), ChildRearingAllowanceReason.NOT_CARED_FOR, trace);
    }

    private Span span(List<ChildRearingAllowanceFacts.Ending> endings) {
        LocalDate since = later(later(child.birthDate(), child.care().from()), childhood.since());
        if (child.qualifyingEventOn() instanceof Fact.Known<LocalDate>(LocalDate event, _)) {
            since = later(since, event);
        }
        Span end = new Span(since, childhood.lastDay(), ChildRearingAllowanceReason.PAST_AGE_LIMIT);
        for (Stay stay : child.care().facility()) {
            LocalDate left = stay.until();
            if (stay.from().isAfter(day)) {
                end = earlier(end, stay.from().minusDays(1), ChildRearingAllowanceReason.IN_FACILITY);
            } else if (left != null) {
                since = later(since, left);
            }
        }
        LocalDate until = child.care().until();
        if (until != null) {
            end = earlier(end, until.minusDays(1), ChildRearingAllowanceReason.CARE_ENDED);
        }
        for (ChildRearingAllowanceFacts.Ending ending : endings) {
            if (ending.on().isAfter(day) && ending.concerns(child.id())) {
                end = earlier(end, ending.on(), reason(ending.kind()));
            }
        }
        return new Span(since, end.lastDay(), end.endsBecause());
    }

    /** On one day the event comes before the age: it is what the notice has to say. */
    private static Span earlier(Span end, LocalDate lastDay, Reason because) {
        boolean ageOnly = end.endsBecause() == ChildRearingAllowanceReason.PAST_AGE_LIMIT && lastDay.equals(end.lastDay());
        return lastDay.isBefore(end.lastDay()) || ageOnly ? new Span(end.since(), lastDay, because) : end;
    }

    private static Reason reason(ChildRearingAllowanceFacts.EndingKind kind) {
        return switch (kind) {
            case MOVED_OUT -> ChildRearingAllowanceReason.MOVED_OUT;
            case CLAIMANT_DIED -> ChildRearingAllowanceReason.CLAIMANT_DIED;
            case REMARRIED -> ChildRearingAllowanceReason.REMARRIED;
            case CARE_ENDED -> ChildRearingAllowanceReason.CARE_ENDED;
        };
    }

    private static LocalDate later(LocalDate one, @Nullable LocalDate other) {
        return other == null || one.isAfter(other) ? one : other;
    }
}
