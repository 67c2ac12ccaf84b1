package jp.todoke.benefits.linkage;

import jp.todoke.benefits.linkage.FollowUps.Step;
import jp.todoke.benefits.linkage.Questions.Asked;

/** Uses the answers: implemented by the cases. */
public interface AnswerListener {
    /** Locks the case; false when it is closed and this answer may not change it any more. */
    boolean takesAnswer(Question question);

    /** Called once per question, in the transaction that stored the answer. */
    void answered(Question question, LinkageAnswer answer);

    /** The day of a follow-up has come; the case is locked. */
    void due(Asked asked, Step step);
}
