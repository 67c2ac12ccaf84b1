package jp.todoke.integration.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import jp.todoke.api.intake.model.IntakePackage;
import jp.todoke.api.intake.model.PackageState;
import jp.todoke.guard.Caller;
import jp.todoke.guard.Idempotency;
import jp.todoke.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 申請データの受取, the same for every {@link Way}. The bytes are committed before they are judged, so that whatever the judgement does, the original is
 * there; verdict, message to the case and the record of the idempotency key are one transaction. The same bytes are one application, whatever key
 * they are sent with and whichever way they come. A package whose process died in between is judged from the kept bytes, see
 * {@link UnjudgedPackages}.
 */
@Component
public class PackageIntake {
    private static final int ACCEPTED = 202;
    private static final int REFUSED = 400;
    /** Each holds two connections and an unpacked package, up to 50 MB while it grows, for a moment. */
    private static final int AT_ONCE = 2;
    /** For so long whoever brought a package has it to himself; the lock of the row decides if it takes longer. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    private final IntakeMapper rows;
    private final PackageJudge judge;
    private final PackageAnswers answers;
    private final Idempotency idempotency;
    private final Clock clock;
    private final Transactions transactions;
    private final Semaphore gate = new Semaphore(AT_ONCE);

    /** A package that came, before anybody judged it; the bytes are hashed once. */
    private record Arrived(Way way, byte[] original, String sha256, String from) {
        static Arrived of(Way way, byte[] original, String from) {
            return new Arrived(way, original, PackageReader.sha256(original), from);
        }
    }

    /**
     * What became of a row of a table.
     *
     * @param refusals JSON
     */
    public record Outcome(Kind kind, UUID packageId, @Nullable String uketsukeBango, String refusals) {

        /** ALREADY_TAKEN: the same application was there, by whichever way. */
        public enum Kind {
            ACCEPTED,
            REFUSED,
            ALREADY_TAKEN
        }

        private static Outcome of(Kind kind, PackageRow row) {
            return new Outcome(kind, row.packageId(), row.uketsukeBango(), row.refusals());
        }
    }

    /** The transaction of a command, and one that commits before it. */
    private record Transactions(TransactionTemplate command, TransactionTemplate before) {
        static Transactions of(PlatformTransactionManager manager) {
            var before = new TransactionTemplate(manager);
            before.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            return new Transactions(new TransactionTemplate(manager), before);
        }
    }

    PackageIntake(IntakeMapper rows, PackageJudge judge, PackageAnswers answers, Idempotency idempotency, Clock clock,
            PlatformTransactionManager manager) {
        this.rows = rows;
        this.judge = judge;
        this.answers = answers;
        this.idempotency = idempotency;
        this.clock = clock;
        this.transactions = Transactions.of(manager);
    }

    Idempotency.Answer<IntakePackage> submit(byte[] zip) {
        Arrived arrived = Arrived.of(Way.API, zip, Caller.current().subject());
        return alone(
                () -> transactions.command().execute(_ -> idempotency.once("submitPackage", arrived.sha256(), IntakePackage.class, () -> {
                    transactions.before().executeWithoutResult(_ -> keep(arrived));
                    IntakePackage body = answers.of(judged(arrived));
                    return new Idempotency.Answer<>(body.getState() == PackageState.ACCEPTED ? ACCEPTED : REFUSED, body, null);
                })));
    }

    /**
     * Takes a package that we fetched ourselves, refused or not.
     *
     * @param kept what must be true as soon as the bytes are kept; runs in their transaction, while the package is locked
     */
    public void take(byte[] zip, String from, Consumer<UUID> kept) {
        Arrived arrived = Arrived.of(Way.PORTAL, zip, from);
        alone(() -> {
            transactions.before().executeWithoutResult(_ -> {
                keep(arrived);
                kept.accept(rows.lockByHash(arrived.sha256()).packageId());
            });
            return transactions.command().execute(_ -> judged(arrived));
        });
    }

    /** Takes a row of a table in the transaction of the caller: the table itself is kept already. */
    public Outcome takeRow(byte[] row, String from) {
        PackageRow same = judge.sameAccepted(Way.IMPORT, row);
        if (same != null) {
            return Outcome.of(Outcome.Kind.ALREADY_TAKEN, same);
        }
        Arrived arrived = Arrived.of(Way.IMPORT, row, from);
        keep(arrived);
        PackageRow judged = judged(arrived);
        return Outcome.of(judged.state().equals(PackageState.ACCEPTED.getValue()) ? Outcome.Kind.ACCEPTED : Outcome.Kind.REFUSED, judged);
    }

    /** The 受付番号 that a package names, if it can be read. */
    public Optional<String> numberOf(byte[] zip) {
        return alone(() -> PackageReader.numberOf(zip));
    }

    /** Judges what its request left unjudged, from the kept bytes; nothing happens to a package that was judged meanwhile. */
    void judgeKept(UUID packageId) {
        alone(() -> transactions.command().execute(_ -> {
            PackageRow row = rows.lockUnjudged(packageId);
            IntakeMapper.Original kept = row == null ? null : rows.original(packageId);
            return row == null || kept == null ? row : judge.judge(row, kept.original());
        }));
    }

    private PackageRow judged(Arrived arrived) {
        PackageRow row = rows.lockByHash(arrived.sha256());
        return row.state().equals(PackageState.RECEIVED.getValue()) ? judge.judge(row, arrived.original()) : row;
    }

    private void keep(Arrived arrived) {
        Instant now = clock.instant();
        rows.keepIfNew(new IntakeMapper.NewPackage(Tenant.current().code(), UUID.randomUUID(), arrived.sha256(), arrived.original(),
                arrived.way(), now, arrived.from(), now.plus(GRACE)));
    }

    private <T extends @Nullable Object> T alone(Supplier<T> work) {
        gate.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            gate.release();
        }
    }
}
