package jp.todoke.integration.intake;

import java.time.Instant;
import jp.todoke.channel.WorkQueue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Packages that were kept while nobody lived to judge them: judged without their sender, who has no reason to send them again. */
@Component
class UnjudgedPackages implements WorkQueue.Handler {
    private final PackageIntake intake;
    private final IntakeMapper rows;

    UnjudgedPackages(PackageIntake intake, IntakeMapper rows) {
        this.intake = intake;
        this.rows = rows;
    }

    @Override
    public void handle(WorkQueue.Claim claim) {
        intake.judgeKept(claim.id());
    }

    @Override
    @Transactional
    public void failed(WorkQueue.Claim claim, Instant nextAttemptAt, Throwable cause) {
        rows.judgeLater(claim.id(), nextAttemptAt);
    }
}
