package jp.todoke.benefits.programmes.childallowance;

import jp.todoke.benefits.law.Tracing;

/** One question to the rules: the facts, the parameters as far as they are known, and whether the answer shows its grounds. */
record Question(ChildAllowanceFacts facts, ChildAllowanceParameters parameters, Tracing tracing, UpperLimit upperLimit) {
    Question(ChildAllowanceFacts facts, ChildAllowanceParameters parameters, Tracing tracing) {
        this(facts, parameters, tracing, new UpperLimit(facts.claimant(), parameters));
    }
}
