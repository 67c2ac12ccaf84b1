package jp.todoke.conformance.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jp.todoke.conformance.condition.AnswerHasItsMembers;
import jp.todoke.conformance.condition.AnswerIsAsDerived;
import jp.todoke.conformance.condition.BadPlacesAreNamed;
import jp.todoke.conformance.condition.Condition;
import jp.todoke.conformance.condition.Mismatch;
import jp.todoke.conformance.condition.MissingParameterIsNamed;
import jp.todoke.conformance.condition.MonthsAreContiguous;
import jp.todoke.conformance.condition.OutcomeFitsYen;
import jp.todoke.conformance.condition.PartsAddUp;
import jp.todoke.conformance.condition.PaymentsFollowMonths;
import jp.todoke.conformance.condition.RefusalIsAProblem;
import jp.todoke.conformance.condition.TracesAreThere;
import jp.todoke.conformance.connection.Reply;
import jp.todoke.conformance.connection.SystemUnderTest;
import jp.todoke.conformance.vectors.Vector;

/**
 * The profile {@code simulations}: {@code POST /api/v1/simulations} answers every vector as derived, in the neutral form,
 * one by one and as a batch.
 */
public final class SimulationsProfile {
    public static final String NAME = "simulations";
    private static final int EVIDENCE = 4_000;
    private static final Condition AS_DERIVED = new AnswerIsAsDerived();
    private static final List<Demand> OF_EVERY_ANSWER = List.of( //
            new Demand("TDK-SIM-IN-ENV-001", Severity.FAILURE, Set.of(200), new AnswerHasItsMembers()),
            new Demand("TDK-SIM-IN-ENV-002", Severity.FAILURE, Set.of(200), new MonthsAreContiguous()),
            new Demand("TDK-SIM-IN-ENV-003", Severity.FAILURE, Set.of(200), new OutcomeFitsYen()),
            new Demand("TDK-SIM-IN-ENV-004", Severity.FAILURE, Set.of(200), new PartsAddUp()),
            new Demand("TDK-SIM-IN-ENV-005", Severity.FAILURE, Set.of(200), new PaymentsFollowMonths()),
            new Demand("TDK-SIM-IN-ENV-006", Severity.FAILURE, Set.of(200), new TracesAreThere()),
            new Demand("TDK-SIM-IN-ENV-007", Severity.FAILURE, Set.of(400, 422), new RefusalIsAProblem()),
            new Demand("TDK-SIM-IN-ENV-008", Severity.FAILURE, Set.of(400), new BadPlacesAreNamed()),
            new Demand("TDK-SIM-IN-ENV-009", Severity.WARNING, Set.of(422), new MissingParameterIsNamed()));

    /** What the suite itself proves, beside what the vectors name. */
    public static Set<String> requirements() {
        Set<String> ids = new TreeSet<>(Probes.REQUIREMENTS);
        OF_EVERY_ANSWER.forEach(demand -> ids.add(demand.requirement()));
        return ids;
    }

    CaseResult judge(Vector vector, SystemUnderTest system) {
        return switch (system.post(SystemUnderTest.SIMULATIONS, "application/json", vector.request().toString())) {
            case Reply.NoAnswer(String why) -> notRun(vector, why);
            case Reply.Answer answer -> judge(vector, answer);
        };
    }

    static CaseResult notRun(Vector vector, String why) {
        return new CaseResult(vector, List.of(Finding.notRun(vector.requirement(), vector.id(), why)), null, "", 0);
    }

    private static CaseResult judge(Vector vector, Reply.Answer answer) {
        List<Finding> findings = new ArrayList<>();
        List<Mismatch> differences = AS_DERIVED.check(vector, answer);
        findings.add(Finding.of(vector.requirement(), vector.id(), Severity.FAILURE, differences));
        for (Demand demand : OF_EVERY_ANSWER) {
            if (demand.statuses().contains(answer.status())) {
                List<Mismatch> mismatches = demand.condition().check(vector, answer);
                findings.add(Finding.of(demand.requirement(), vector.id(), demand.severity(), mismatches));
            }
        }
        boolean clean = findings.stream().allMatch(f -> f.outcome() == Outcome.PASSED);
        String evidence = clean ? "" : answer.text().length() <= EVIDENCE ? answer.text() : answer.text().substring(0, EVIDENCE) + "…";
        return new CaseResult(vector, findings, Essence.of(answer.status(), answer.json()), evidence, answer.millis());
    }
}
