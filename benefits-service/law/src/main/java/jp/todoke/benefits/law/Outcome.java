package jp.todoke.benefits.law;

import java.util.List;

/** 判断の結果 — granted, refused, suspended, or left to an officer; each with its trace, and all but the first with reasons. */
public sealed interface Outcome<T> {
    Trace trace();

    record Granted<T>(T value, Trace trace) implements Outcome<T> {}

    record Refused<T>(List<Reason> reasons, Trace trace) implements Outcome<T> {
        public Refused {
            reasons = required(reasons);
        }
    }

    /** 支給停止: the entitlement exists, nothing is paid. */
    record Suspended<T>(List<Reason> reasons, Trace trace) implements Outcome<T> {
        public Suspended {
            reasons = required(reasons);
        }
    }

    /** A fact is unknown or disputed: an officer's judgement is an outcome, not a guess. */
    record ReferToOfficer<T>(List<Reason> reasons, Trace trace) implements Outcome<T> {
        public ReferToOfficer {
            reasons = required(reasons);
        }
    }

    default List<Reason> reasons() {
        return switch (this) {
            case Granted<T> _ -> List.of();
            case Refused<T>(List<Reason> reasons, _) -> reasons;
            case Suspended<T>(List<Reason> reasons, _) -> reasons;
            case ReferToOfficer<T>(List<Reason> reasons, _) -> reasons;
        };
    }

    private static List<Reason> required(List<Reason> reasons) {
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("whatever is not granted has a reason");
        }
        return List.copyOf(reasons);
    }
}
