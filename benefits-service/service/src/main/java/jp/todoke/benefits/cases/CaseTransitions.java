package jp.todoke.benefits.cases;

import static jp.todoke.benefits.cases.CaseState.DECIDED;
import static jp.todoke.benefits.cases.CaseState.INQUIRING;
import static jp.todoke.benefits.cases.CaseState.NEEDS_PERSON;
import static jp.todoke.benefits.cases.CaseState.PROPOSED;
import static jp.todoke.benefits.cases.CaseState.TO_CONFIRM;
import static jp.todoke.benefits.cases.CaseState.TO_PROPOSE;
import static jp.todoke.benefits.cases.CaseState.WITHDRAWN;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Every state a case may go to, each edge with the event that leads over it. What is not here cannot happen. */
final class CaseTransitions {
    /** What happens to a case. */
    enum Event {
        /** An answer came. */
        ANSWERED,
        /** Somebody asked again: an officer, or the case itself (2次照会). */
        ASKED_AGAIN,
        /** An officer confirmed facts. */
        FACTS_CONFIRMED,
        /** Another case, or the rules, need a person here. */
        PERSON_NEEDED,
        /** 起案. */
        PROPOSAL_MADE,
        /** 差戻し. */
        PROPOSAL_RETURNED,
        /** 決裁. */
        DECISION_MADE,
        /** 取下げ. */
        WITHDRAWN
    }

    private static final Map<Event, Map<CaseState, Set<CaseState>>> GRAPH = new EnumMap<>(Event.class);

    static {
        edges(Event.ANSWERED, INQUIRING, INQUIRING, NEEDS_PERSON, TO_CONFIRM, TO_PROPOSE);
        // A late answer, or one to a second round, may come at any time before the disposition, and may settle what a person was called for.
        for (CaseState open : EnumSet.of(NEEDS_PERSON, TO_CONFIRM, TO_PROPOSE, PROPOSED)) {
            edges(Event.ANSWERED, open, INQUIRING, NEEDS_PERSON, TO_CONFIRM, TO_PROPOSE, PROPOSED);
        }
        // What a bank says of the account after the disposition touches the payment only.
        edges(Event.ANSWERED, DECIDED, DECIDED);
        edges(Event.ASKED_AGAIN, INQUIRING, INQUIRING, NEEDS_PERSON, TO_CONFIRM, TO_PROPOSE);
        edges(Event.ASKED_AGAIN, NEEDS_PERSON, INQUIRING, NEEDS_PERSON, TO_CONFIRM, TO_PROPOSE);
        edges(Event.ASKED_AGAIN, TO_CONFIRM, INQUIRING, NEEDS_PERSON, TO_CONFIRM);
        edges(Event.ASKED_AGAIN, TO_PROPOSE, INQUIRING, NEEDS_PERSON, TO_CONFIRM, TO_PROPOSE);
        edges(Event.ASKED_AGAIN, PROPOSED, INQUIRING, NEEDS_PERSON, TO_CONFIRM, PROPOSED);
        edges(Event.ASKED_AGAIN, DECIDED, DECIDED);
        edges(Event.FACTS_CONFIRMED, INQUIRING, INQUIRING);
        edges(Event.FACTS_CONFIRMED, NEEDS_PERSON, NEEDS_PERSON);
        edges(Event.FACTS_CONFIRMED, TO_CONFIRM, TO_CONFIRM, TO_PROPOSE, PROPOSED);
        edges(Event.PERSON_NEEDED, INQUIRING, INQUIRING, NEEDS_PERSON, TO_CONFIRM, TO_PROPOSE);
        edges(Event.PERSON_NEEDED, NEEDS_PERSON, NEEDS_PERSON);
        edges(Event.PERSON_NEEDED, TO_CONFIRM, NEEDS_PERSON);
        edges(Event.PERSON_NEEDED, TO_PROPOSE, NEEDS_PERSON);
        edges(Event.PERSON_NEEDED, PROPOSED, NEEDS_PERSON);
        // A disposition stands until another one replaces it; the action point shows that a person must look.
        edges(Event.PERSON_NEEDED, DECIDED, DECIDED);
        edges(Event.PROPOSAL_MADE, TO_PROPOSE, PROPOSED);
        edges(Event.PROPOSAL_RETURNED, PROPOSED, TO_PROPOSE);
        edges(Event.DECISION_MADE, PROPOSED, DECIDED);
        for (CaseState open : EnumSet.complementOf(EnumSet.of(DECIDED, WITHDRAWN))) {
            edges(Event.WITHDRAWN, open, WITHDRAWN);
        }
    }

    private CaseTransitions() {}

    private static void edges(Event event, CaseState from, CaseState... to) {
        GRAPH.computeIfAbsent(event, _ -> new EnumMap<>(CaseState.class)).put(from, EnumSet.of(to[0], to));
    }

    static boolean isAllowed(Event event, CaseState from, CaseState to) {
        return GRAPH.getOrDefault(event, Map.of()).getOrDefault(from, Set.of()).contains(to);
    }

    /** @throws IllegalStateException for an edge that is not in the graph: a fault of ours, never an officer's */
    static void require(Event event, CaseState from, CaseState to) {
        if (!isAllowed(event, from, to)) {
            throw new IllegalStateException("a case does not go from " + from + " to " + to + " by " + event);
        }
    }
}
