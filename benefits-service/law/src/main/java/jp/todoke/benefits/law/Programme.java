package jp.todoke.benefits.law;

import java.time.LocalDate;
import java.time.YearMonth;

/** 制度 — the one door each programme of law has: facts in, decision out; no clock, no state, the same answer every time. */
public interface Programme<F> {
    /** Stored with every decision: the rules' version and a digest of the parameters it knows. */
    String ruleVersion();

    /** The same rules with the parameters as they were on record at the end of {@code day}. */
    Programme<F> asKnownOn(LocalDate day);

    /**
     * The months {@code from} to {@code to}, both included.
     *
     * @throws ParameterMissing for a month in which no parameter is in force
     * @throws ImpossibleFacts for facts no decision can rest on
     */
    Decision decide(F facts, YearMonth from, YearMonth to, Tracing tracing);

    /** 支払期月: whether months before {@code month} fall due in it. */
    boolean isPaymentMonth(YearMonth month);
}
