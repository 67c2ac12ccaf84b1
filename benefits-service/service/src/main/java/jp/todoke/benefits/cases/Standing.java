package jp.todoke.benefits.cases;

/**
 * What the state of a case is derived from.
 *
 * @param openQuestions   questions that hold the case up
 * @param decisionBlocked whether an open action point blocks the decision
 * @param unconfirmed     facts that no officer confirmed yet
 * @param proposed        whether a proposal waits for its verdict
 * @param decided         whether a disposition was issued
 */
record Standing(int openQuestions, boolean decisionBlocked, int unconfirmed, boolean proposed, boolean decided) {
    CaseState state() {
        if (decided) {
            return CaseState.DECIDED;
        }
        if (openQuestions > 0) {
            return CaseState.INQUIRING;
        }
        if (decisionBlocked) {
            return CaseState.NEEDS_PERSON;
        }
        if (unconfirmed > 0) {
            return CaseState.TO_CONFIRM;
        }
        return proposed ? CaseState.PROPOSED : CaseState.TO_PROPOSE;
    }
}
