package jp.todoke.benefits.linkage;

import java.time.Instant;
import java.util.UUID;
import jp.todoke.benefits.linkage.Questions.Asked;
import jp.todoke.channel.WorkQueue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Does what is due about a question, once: the row is settled in the transaction that acts. A closed case is left alone. */
@Component
class FollowUpHandler implements WorkQueue.Handler {
    private final FollowUps followUps;
    private final Questions questions;
    private final AnswerListener listener;
    private final TransactionOperations transaction;

    FollowUpHandler(FollowUps followUps, Questions questions, AnswerListener listener, TransactionOperations transaction) {
        this.followUps = followUps;
        this.questions = questions;
        this.listener = listener;
        this.transaction = transaction;
    }

    @Override
    public void handle(WorkQueue.Claim claim) {
        transaction.executeWithoutResult(_ -> act(claim.id()));
    }

    /** The case is locked before the row is looked at: an answer may be on its way. */
    private void act(UUID followUpId) {
        Question question = followUps.find(followUpId).flatMap(due -> questions.find(due.questionId())).map(Asked::question).orElseThrow();
        boolean open = listener.takesAnswer(question);
        followUps.take(followUpId).filter(_ -> open)
                .ifPresent(due -> listener.due(questions.find(due.questionId()).orElseThrow(), due.step()));
    }

    @Override
    public void failed(WorkQueue.Claim claim, Instant nextAttemptAt, Throwable cause) {
        transaction.executeWithoutResult(_ -> followUps.postpone(claim.id(), nextAttemptAt));
    }
}
