package jp.todoke.benefits.linkage;

import java.util.UUID;

/** Uses the answers: implemented by the cases. */
public interface AnswerListener {
    /** Locks the case; false when it is closed and no answer may change it any more. */
    boolean takesAnswers(UUID caseId);

    /** Called once per question, in the transaction that stored the answer. */
    void answered(Question question, LinkageAnswer answer);
}
