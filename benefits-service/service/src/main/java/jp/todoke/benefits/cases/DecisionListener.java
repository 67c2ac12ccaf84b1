package jp.todoke.benefits.cases;

/**
 * Told of each disposition in the transaction that makes it: what a listener writes stands or falls with the decision. It must not call another
 * system.
 */
public interface DecisionListener {
    void decisionIssued(IssuedDecision decision);
}
