package jp.todoke.benefits.simulations;

import static jp.todoke.benefits.simulations.Findings.listed;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.todoke.api.simulations.model.CalendarChild;
import jp.todoke.api.simulations.model.CalendarIncome;
import jp.todoke.api.simulations.model.PaymentCalendarRequest;
import jp.todoke.api.simulations.model.SimulatedCause;
import jp.todoke.api.simulations.model.SimulatedCauseKind;
import jp.todoke.api.simulations.model.SimulatedChild;
import jp.todoke.api.simulations.model.SimulatedClaim;
import jp.todoke.api.simulations.model.SimulatedClaimKind;
import jp.todoke.api.simulations.model.SimulatedClaimant;
import jp.todoke.api.simulations.model.SimulatedIncome;
import jp.todoke.api.simulations.model.SimulatedSupport;
import jp.todoke.api.simulations.model.SimulationRequest;
import jp.todoke.guard.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/** A citizen's household in plain terms, as the case of one claim in the neutral form; and what is wrong with that case, at the citizen's places. */
final class CalendarCase {
    private static final Map<String, String> PLACES = Map.of("/to", "/months", "/claimant/kind", "/claimantKind", "/claimant/incomes",
            "/incomes",
            "/claims/0/receivedOn", "/claimedOn");

    private CalendarCase() {}

    /** Fields that could not be read stay empty: the case is refused then, with whatever else is wrong with it. */
    static SimulationRequest of(PaymentCalendarRequest asked) {
        List<SimulatedChild> children = children(asked);
        var claim = new SimulatedClaim(SimulatedClaimKind.NEW, asked.getClaimedOn(), children.stream().map(SimulatedChild::getId).toList());
        claim.setCause(cause(asked));
        var claimant = new SimulatedClaimant();
        if (asked.getClaimantKind() != null) {
            claimant.setKind(SimulatedClaimant.KindEnum.valueOf(asked.getClaimantKind().name()));
        }
        claimant.setIncomes(Findings.readable(asked.getIncomes()).stream().map(CalendarCase::income).toList());
        return new SimulationRequest(asked.getProgramme(), asked.getFrom(), last(asked), claimant, List.of(claim), children);
    }

    private static @Nullable String last(PaymentCalendarRequest asked) {
        return asked.getFrom() == null || asked.getMonths() == null
                ? null
                : YearMonth.parse(asked.getFrom()).plusMonths(asked.getMonths() - 1L).toString();
    }

    private static List<SimulatedChild> children(PaymentCalendarRequest asked) {
        List<SimulatedChild> children = new ArrayList<>();
        List<@Nullable CalendarChild> listed = listed(asked.getChildren());
        for (int i = 0; i < listed.size(); i++) {
            CalendarChild child = listed.get(i) == null ? new CalendarChild() : listed.get(i);
            String id = child.getId() == null ? "第" + (i + 1) + "子" : child.getId();
            var simulated = new SimulatedChild(id, child.getBirthDate());
            simulated.setQualifyingEventOn(child.getQualifyingEventOn());
            LocalDate declaredOn = asked.getClaimedOn();
            if (Boolean.TRUE.equals(child.getSupportedAfter18()) && declaredOn != null) {
                simulated.setSupportedAfter18(List.of(new SimulatedSupport(declaredOn, declaredOn)));
            }
            children.add(simulated);
        }
        return children;
    }

    private static @Nullable SimulatedCause cause(PaymentCalendarRequest asked) {
        if (asked.getBornOn() != null) {
            return new SimulatedCause(SimulatedCauseKind.BIRTH, asked.getBornOn());
        }
        return asked.getMovedOn() == null ? null : new SimulatedCause(SimulatedCauseKind.MOVED_IN, asked.getMovedOn());
    }

    private static SimulatedIncome income(CalendarIncome income) {
        var simulated = new SimulatedIncome(income.getYear());
        simulated.setAssessedIncome(income.getAssessedIncome());
        simulated.setDependants(income.getDependants());
        return simulated;
    }

    /** The same error where the citizen's request has the field. */
    static FieldError inRequest(FieldError error) {
        for (Map.Entry<String, String> place : PLACES.entrySet()) {
            String pointer = error.pointer();
            if (pointer.equals(place.getKey()) || pointer.startsWith(place.getKey() + "/")) {
                return new FieldError(place.getValue() + pointer.substring(place.getKey().length()), error.code(), error.message());
            }
        }
        return error;
    }
}
