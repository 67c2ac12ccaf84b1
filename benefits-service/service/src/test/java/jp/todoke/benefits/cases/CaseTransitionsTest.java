package jp.todoke.benefits.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import jp.todoke.benefits.cases.CaseTransitions.Event;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CaseTransitionsTest {
    @ParameterizedTest(name = "{0} questions, blocked {1}, {2} unconfirmed, proposed {3}, decided {4}: {5}")
    @CsvSource({"1, true, 1, false, false, INQUIRING", "0, true, 1, false, false, NEEDS_PERSON", "0, true, 0, true, false, NEEDS_PERSON",
            "0, false, 1, false, false, TO_CONFIRM", "0, false, 0, false, false, TO_PROPOSE", "0, false, 0, true, false, PROPOSED",
            "0, true, 0, false, true, DECIDED"})
    void derivesTheState(int questions, boolean blocked, int unconfirmed, boolean proposed, boolean decided, CaseState state) {
        assertThat(new Standing(questions, blocked, unconfirmed, proposed, decided).state()).isEqualTo(state);
    }

    /** What the bank says of the account touches the payment only. */
    private static final Set<Event> STAYING = Set.of(Event.PERSON_NEEDED, Event.ANSWERED, Event.ASKED_AGAIN);

    @Test
    void neverLeavesAWithdrawnCase() {
        for (Event event : Event.values()) {
            for (CaseState to : CaseState.values()) {
                assertThat(CaseTransitions.isAllowed(event, CaseState.WITHDRAWN, to)).as(event + " " + to).isFalse();
            }
        }
    }

    @Test
    void leavesADecidedCaseDecided() {
        for (Event event : Event.values()) {
            for (CaseState to : CaseState.values()) {
                boolean allowed = STAYING.contains(event) && to == CaseState.DECIDED;
                assertThat(CaseTransitions.isAllowed(event, CaseState.DECIDED, to)).as(event + " " + to).isEqualTo(allowed);
            }
        }
    }

    @Test
    void decidesOnlyWhatWasProposed() {
        for (CaseState from : CaseState.values()) {
            assertThat(CaseTransitions.isAllowed(Event.DECISION_MADE, from, CaseState.DECIDED)).as(from.name())
                    .isEqualTo(from == CaseState.PROPOSED);
            assertThat(CaseTransitions.isAllowed(Event.PROPOSAL_MADE, from, CaseState.PROPOSED)).as(from.name()).isEqualTo(
                    from == CaseState.TO_PROPOSE);
        }
        assertThatThrownBy(() -> CaseTransitions.require(Event.DECISION_MADE, CaseState.TO_CONFIRM, CaseState.DECIDED))
                .isInstanceOf(IllegalStateException.class);
    }
}
