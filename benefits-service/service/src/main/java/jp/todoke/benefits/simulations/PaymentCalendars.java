package jp.todoke.benefits.simulations;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.todoke.api.simulations.model.CalendarChange;
import jp.todoke.api.simulations.model.CalendarChildMonth;
import jp.todoke.api.simulations.model.CalendarMonth;
import jp.todoke.api.simulations.model.CalendarPayment;
import jp.todoke.api.simulations.model.PaymentCalendar;
import jp.todoke.api.simulations.model.PaymentCalendarRequest;
import jp.todoke.api.simulations.model.SimulationRequest;
import jp.todoke.api.simulations.model.Warning;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Decision.MonthOutcome;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.benefits.law.Yen;
import jp.todoke.guard.CheckedBody;
import jp.todoke.guard.Problem;
import jp.todoke.guard.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 支給の見込み — when how much would be paid to a household, and why the amount changes; an estimate, never a decision. */
@Component
final class PaymentCalendars {
    private static final String NOTICE = "これは入力された内容だけから計算した試算です。認定や支給の決定（処分）ではなく、この額の支給を約束するものでもありません。"
            + "実際の額は、請求の後に市区町村が確認した事実によって決まります。";

    private final Simulations simulations;

    PaymentCalendars(Simulations simulations) {
        this.simulations = simulations;
    }

    PaymentCalendar plan(PaymentCalendarRequest asked, CheckedBody body) {
        SimulationRequest request = CalendarCase.of(asked);
        List<FieldError> violations = new ArrayList<>(body.violations());
        if (asked.getBornOn() != null && asked.getMovedOn() != null) {
            violations.add(new FieldError("/movedOn", "TWO_CAUSES", "出生による請求か転入による請求か、どちらか一方だけを指定してください。"));
        }
        Decision decision = decide(request, violations);
        var calendar = new PaymentCalendar(asked.getProgramme(), decision.ruleVersion(), true, NOTICE, warnings(body), payments(decision),
                changes(decision, request), List.of());
        calendar.setOpen(decision.months().stream().filter(month -> month.outcome() == MonthOutcome.REFER)
                .map(month -> month.month().toString()).toList());
        return calendar;
    }

    private Decision decide(SimulationRequest request, List<FieldError> violations) {
        try {
            return simulations.decide(simulations.accept(request, violations), Tracing.ON);
        } catch (Problem problem) {
            throw problem.errors().isEmpty()
                    ? problem
                    : Problem.invalid(
                            problem.errors().stream().map(CalendarCase::inRequest).filter(error -> asked(error, violations)).toList());
        }
    }

    /** What the translation itself leaves empty, because the citizen's field could not be read, is named by that field already. */
    private static boolean asked(FieldError error, List<FieldError> violations) {
        return violations.isEmpty() || violations.contains(error) || !error.code().equals("REQUIRED");
    }

    private static List<Warning> warnings(CheckedBody body) {
        return body.unknownFields().stream().map(field -> new Warning(field.pointer(), field.code(), AnswerDocument.IGNORED)).toList();
    }

    private static List<CalendarPayment> payments(Decision decision) {
        Map<String, CalendarMonth> months = new LinkedHashMap<>();
        decision.months().stream().filter(Decision.Month::isPaid).forEach(month -> {
            List<CalendarChildMonth> children = month.children().stream().filter(child -> child.rank() != null)
                    .map(child -> new CalendarChildMonth(child.id(), child.yen().value())).toList();
            String name = month.month().toString();
            months.put(name, new CalendarMonth(name, Objects.requireNonNull(month.yen()).value(), children));
        });
        return decision.payments().stream().map(payment -> {
            List<String> covers = payment.covers().stream().map(Object::toString).toList();
            return new CalendarPayment(payment.payMonth().toString(), covers, payment.yen().value(),
                    covers.stream().map(months::get).toList());
        }).toList();
    }

    private static List<CalendarChange> changes(Decision decision, SimulationRequest request) {
        Map<String, LocalDate> births = new HashMap<>();
        request.getChildren().forEach(child -> births.put(child.getId(), child.getBirthDate()));
        var reasons = new ChangeReasons(decision, births);
        List<CalendarChange> changes = new ArrayList<>();
        Decision.@Nullable Month before = null;
        for (Decision.Month month : decision.months()) {
            boolean changed = before == null
                    ? month.outcome() != MonthOutcome.NOT_YET
                    : before.outcome() != month.outcome() || !Objects.equals(before.yen(), month.yen());
            if (changed) {
                var change = new CalendarChange(month.month().toString(), List.copyOf(reasons.between(before, month)));
                change.setBefore(before == null ? null : yen(before.yen()));
                change.setAfter(yen(month.yen()));
                changes.add(change);
            }
            before = month;
        }
        return changes;
    }

    private static @Nullable Long yen(@Nullable Yen yen) {
        return yen == null ? null : yen.value();
    }
}
