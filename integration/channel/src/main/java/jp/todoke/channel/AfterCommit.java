package jp.todoke.channel;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What must not happen when the transaction is rolled back and cannot be rolled back itself: a wake-up, a count. */
public final class AfterCommit {
    private AfterCommit() {}

    /** At once when no transaction is open. */
    public static void run(Runnable effect) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    effect.run();
                }
            });
        } else {
            effect.run();
        }
    }
}
