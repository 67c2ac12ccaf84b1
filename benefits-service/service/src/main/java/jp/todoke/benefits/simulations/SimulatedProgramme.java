package jp.todoke.benefits.simulations;

import java.time.YearMonth;
import jp.todoke.api.simulations.model.Programme;
import jp.todoke.api.simulations.model.SimulationRequest;
import jp.todoke.benefits.law.Decision;
import jp.todoke.benefits.law.Tracing;

/** One programme behind the neutral form: says in its own facts what a case describes, and decides. */
interface SimulatedProgramme {
    Programme programme();

    /**
     * @param request a case in which no contradiction was found
     * @throws jp.todoke.benefits.law.ParameterMissing for a month in which no parameter is in force
     * @throws jp.todoke.guard.Problem for a contradiction that only the law sees, by the places of the request
     */
    Decision decide(SimulationRequest request, YearMonth from, YearMonth to, Tracing tracing);
}
