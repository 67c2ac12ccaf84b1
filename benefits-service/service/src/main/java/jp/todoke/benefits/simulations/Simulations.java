package jp.todoke.benefits.simulations;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jp.todoke.api.simulations.model.Programme;
import jp.todoke.api.simulations.model.SimulationRequest;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.ParameterMissing;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.guard.Problem;
import jp.todoke.guard.Problem.FieldError;
import org.springframework.stereotype.Component;

/** Refuses what is wrong with a case, all at once, or decides it. */
@Component
final class Simulations {
    private static final int UNPROCESSABLE = 422;

    private final Map<Programme, SimulatedProgramme> programmes = new EnumMap<>(Programme.class);

    Simulations(List<SimulatedProgramme> programmes) {
        programmes.forEach(each -> this.programmes.put(each.programme(), each));
        for (Programme code : Programme.values()) {
            if (!this.programmes.containsKey(code)) {
                throw new IllegalStateException("nobody simulates " + code);
            }
        }
    }

    /** A case without contradictions, ready to be decided. */
    record Case(SimulationRequest request, YearMonth from, YearMonth to) {
        /** How much there is to compute and to answer: months, once for each child. */
        long childMonths() {
            return (ChronoUnit.MONTHS.between(from, to) + 1) * Math.max(1, request.getChildren().size());
        }
    }

    /**
     * @param violations what the contract says against the request; the contradictions are added to it
     * @throws Problem when there is anything of either
     */
    Case accept(SimulationRequest request, List<FieldError> violations) {
        var findings = new Findings();
        findings.addAll(violations);
        CaseCheck.of(request, findings);
        if (!findings.isEmpty()) {
            throw findings.problem();
        }
        return new Case(request, YearMonth.parse(request.getFrom()), YearMonth.parse(request.getTo()));
    }

    Decision decide(Case accepted, Tracing tracing) {
        try {
            return programmes.get(accepted.request().getProgramme()).decide(accepted.request(), accepted.from(), accepted.to(), tracing);
        } catch (ParameterMissing missing) {
            throw refused(missing);
        }
    }

    /** Never a guess: the month has no law here. */
    private static Problem refused(ParameterMissing missing) {
        String title = missing.month() + " 分に適用する法定の値（" + missing.parameter() + "）がないため、試算できません。";
        return Problem.of(UNPROCESSABLE, "PARAMETER_MISSING", title).with("parameter", missing.parameter())
                .with("month", missing.month().toString());
    }
}
