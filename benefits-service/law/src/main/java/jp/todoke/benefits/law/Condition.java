package jp.todoke.benefits.law;

import java.util.ArrayList;
import java.util.List;

/** 要件 — one requirement of the Act on one day: met, failed, or open because its fact is not known. */
public sealed interface Condition {
    Trace trace();

    Condition UNTRACED = new Met(Trace.NONE);

    record Met(Trace trace) implements Condition {}

    record Failed(Reason reason, Trace trace) implements Condition {}

    record Open(Reason reason, Trace trace) implements Condition {}

    /** The fact must be true; "known to be none" is not true. */
    static Condition requires(Fact<Boolean> fact, String question, Reason failed, Reason open, Tracing tracing) {
        Trace trace = tracing.asking(question, failed.article()).given(question, fact);
        return switch (fact) {
            case Fact.Known<Boolean>(Boolean holds, _) when holds -> met(trace);
            case Fact.Known<Boolean> _ -> failed(failed, trace);
            case Fact.KnownNone<Boolean> _ -> failed(failed, trace);
            case Fact.Unknown<Boolean> _ -> open(open, trace);
        };
    }

    /** The fact must not be true; "known to be none" satisfies it. */
    static Condition excludes(Fact<Boolean> fact, String question, Reason failed, Reason open, Tracing tracing) {
        Trace trace = tracing.asking(question, failed.article()).given(question, fact);
        return switch (fact) {
            case Fact.Known<Boolean>(Boolean holds, _) when holds -> failed(failed, trace);
            case Fact.Known<Boolean> _ -> met(trace);
            case Fact.KnownNone<Boolean> _ -> met(trace);
            case Fact.Unknown<Boolean> _ -> open(open, trace);
        };
    }

    /** A requirement that dates decide. */
    static Condition dated(boolean holds, Reason failed, Trace trace) {
        return holds ? met(trace) : failed(failed, trace);
    }

    static Condition met(Trace trace) {
        return trace.isNone() ? UNTRACED : new Met(trace.concluding("要件に該当する"));
    }

    static Condition failed(Reason reason, Trace trace) {
        return new Failed(reason, trace.under(reason.article()).concluding(reason.code()));
    }

    static Condition open(Reason reason, Trace trace) {
        return new Open(reason, trace.under(reason.article()).concluding(reason.code()));
    }

    /** One failed requirement refuses, whatever is still open; one open requirement leaves the rest to an officer. */
    static <T> Outcome<T> all(List<Condition> conditions, T value, Trace question) {
        Trace trace = question;
        var failed = new ArrayList<Reason>(0);
        var open = new ArrayList<Reason>(0);
        for (int i = 0; i < conditions.size(); i++) {
            Condition condition = conditions.get(i);
            trace = trace.because(condition.trace());
            switch (condition) {
                case Met _ -> {
                }
                case Failed(Reason reason, _) -> addOnce(failed, reason);
                case Open(Reason reason, _) -> addOnce(open, reason);
            }
        }
        if (!failed.isEmpty()) {
            return new Outcome.Refused<>(failed, trace.concluding("非該当"));
        }
        return open.isEmpty()
                ? new Outcome.Granted<>(value, trace.concluding("該当"))
                : new Outcome.ReferToOfficer<>(open, trace.concluding("要確認"));
    }

    private static void addOnce(List<Reason> reasons, Reason reason) {
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
    }
}
