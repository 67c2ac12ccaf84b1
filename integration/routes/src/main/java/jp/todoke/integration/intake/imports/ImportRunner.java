package jp.todoke.integration.intake.imports;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import jp.todoke.channel.WorkQueue;
import jp.todoke.integration.intake.PackageIntake;
import jp.todoke.tenancy.Tenant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges the rows of an import, each in a transaction of its own with its outcome: whoever goes on after a process died finds which are done. After some
 * rows the import is put back, so that a long one does not outlive its lease and others get their turn.
 */
@Component
class ImportRunner implements WorkQueue.Handler {
    private static final int AT_A_TIME = 200;

    private final ImportMapper imports;
    private final PackageIntake intake;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ImportRunner(ImportMapper imports, PackageIntake intake, Clock clock, PlatformTransactionManager manager) {
        this.imports = imports;
        this.intake = intake;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    /** What is read before rows are judged. */
    private record Work(ImportMapper.ImportRow about, byte[] original, Set<Integer> judged) {}

    @Override
    public void handle(WorkQueue.Claim claim) {
        Work work = transaction.execute(_ -> work(claim.id()));
        List<ApplicationTable.Row> open = ApplicationTable.read(work.original()).rows().stream()
                .filter(row -> !work.judged().contains(row.line())).toList();
        open.stream().limit(AT_A_TIME).forEach(row -> transaction.executeWithoutResult(_ -> judge(work.about(), row)));
        boolean done = open.size() <= AT_A_TIME;
        transaction.executeWithoutResult(
                _ -> imports.goOn(claim.id(), done ? "DONE" : "RUNNING", done ? null : clock.instant()));
    }

    private Work work(UUID importId) {
        ImportMapper.ImportRow about = imports.byId(importId);
        ImportMapper.Original kept = imports.original(importId);
        if (about == null || kept == null) {
            throw new IllegalStateException("import " + importId + " vanished");
        }
        return new Work(about, kept.original(), new HashSet<>(imports.judgedLines(importId)));
    }

    private void judge(ImportMapper.ImportRow about, ApplicationTable.Row row) {
        PackageIntake.Outcome outcome = intake.takeRow(row.original(), about.receivedFrom());
        boolean refused = outcome.kind() == PackageIntake.Outcome.Kind.REFUSED;
        imports.addIfNew(new ImportMapper.Judged(Tenant.current().code(), about.importId(), row.line(), outcome.kind().name(),
                outcome.packageId(), outcome.uketsukeBango(), refused ? outcome.refusals() : "[]"));
    }

    @Override
    public void failed(WorkQueue.Claim claim, Instant nextAttemptAt, Throwable cause) {
        transaction.executeWithoutResult(_ -> imports.goOnLater(claim.id(), nextAttemptAt));
    }
}
