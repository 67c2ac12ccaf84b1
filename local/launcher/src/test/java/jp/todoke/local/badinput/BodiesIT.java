package jp.todoke.local.badinput;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import jp.todoke.local.RunningSystem;
import jp.todoke.local.SystemUnderTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** bodies.csv: JSON, headers, queries, paths and methods. Nothing of it leaves a trace in the data, and no idempotency key is used up. */
class BodiesIT {
    private static final RunningSystem SYSTEM = SystemUnderTest.running();
    private static Evidence evidence;

    @BeforeAll
    static void lookAtWhatIsThere() {
        evidence = new Evidence(SYSTEM);
    }

    @AfterAll
    static void noneOfItIsInALog() {
        evidence.nothingInLogs();
    }

    static List<Scenario> scenarios() {
        return Scenario.table("bodies");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void isAnsweredAndChangesNothing(Scenario row) {
        Wire.Answer answer = Door.valueOf(row.door()).request(SYSTEM, row, evidence).send(SYSTEM.gatewayUrl());

        if (row.code().equals("-")) {
            assertEquals(row.status(), answer.status(), answer::text);
        } else {
            evidence.problem(row, answer);
        }
        evidence.changed(Set.of());
    }
}
