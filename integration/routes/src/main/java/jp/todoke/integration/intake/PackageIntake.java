package jp.todoke.integration.intake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import jp.todoke.api.intake.model.IntakePackage;
import jp.todoke.api.intake.model.PackageState;
import jp.todoke.api.linkage.model.ApplicationReceived;
import jp.todoke.channel.Outbox;
import jp.todoke.guard.Caller;
import jp.todoke.guard.Idempotency;
import jp.todoke.guard.Problem.FieldError;
import jp.todoke.tenancy.Tenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 申請データの受取. The bytes are committed before they are judged, so that whatever the judgement does, the original is there;
 * verdict, message to the case and the record of the idempotency key are one transaction. The same bytes are one application,
 * whatever key they are sent with. A package whose process died in between is judged from the kept bytes, see {@link UnjudgedPackages}.
 */
@Component
class PackageIntake {
    private static final Logger log = LoggerFactory.getLogger(PackageIntake.class);
    private static final int ACCEPTED = 202;
    private static final int REFUSED = 400;
    /** Each holds two connections and an unpacked package, up to 50 MB while it grows, for a moment. */
    private static final int AT_ONCE = 2;
    /** For so long the request that brought a package has it to itself; the lock of the row decides if it takes longer. */
    private static final Duration GRACE = Duration.ofSeconds(60);

    private final IntakeMapper rows;
    private final PackageReader reader;
    private final PackageAnswers answers;
    private final Idempotency idempotency;
    private final Outbox outbox;
    private final Clock clock;
    private final Transactions transactions;
    private final Semaphore gate = new Semaphore(AT_ONCE);

    /** The transaction of a command, and one that commits before it. */
    private record Transactions(TransactionTemplate command, TransactionTemplate before) {
        static Transactions of(PlatformTransactionManager manager) {
            var before = new TransactionTemplate(manager);
            before.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            return new Transactions(new TransactionTemplate(manager), before);
        }
    }

    PackageIntake(IntakeMapper rows, PackageReader reader, PackageAnswers answers, Idempotency idempotency, Outbox outbox, Clock clock,
            PlatformTransactionManager manager) {
        this.rows = rows;
        this.reader = reader;
        this.answers = answers;
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.clock = clock;
        this.transactions = Transactions.of(manager);
    }

    Idempotency.Answer<IntakePackage> submit(byte[] zip) {
        String sha256 = PackageReader.sha256(zip);
        gate.acquireUninterruptibly();
        try {
            return transactions.command()
                    .execute(_ -> idempotency.once("submitPackage", sha256, IntakePackage.class, () -> answer(zip, sha256)));
        } finally {
            gate.release();
        }
    }

    /** Judges what its request left unjudged, from the kept bytes; nothing happens to a package that was judged meanwhile. */
    void judgeKept(UUID packageId) {
        gate.acquireUninterruptibly();
        try {
            transactions.command().executeWithoutResult(_ -> {
                PackageRow row = rows.lockUnjudged(packageId);
                IntakeMapper.Original kept = row == null ? null : rows.original(packageId);
                if (row != null && kept != null) {
                    judge(row, kept.original());
                }
            });
        } finally {
            gate.release();
        }
    }

    private Idempotency.Answer<IntakePackage> answer(byte[] zip, String sha256) {
        transactions.before().executeWithoutResult(_ -> keep(zip, sha256));
        PackageRow row = rows.lockByHash(sha256);
        IntakePackage body = row.state().equals("RECEIVED") ? judge(row, zip) : answers.of(row);
        return new Idempotency.Answer<>(body.getState() == PackageState.ACCEPTED ? ACCEPTED : REFUSED, body, null);
    }

    private void keep(byte[] zip, String sha256) {
        Instant now = clock.instant();
        rows.keepIfNew(new IntakeMapper.NewPackage(Tenant.current().code(), UUID.randomUUID(), sha256, zip, now,
                Caller.current().subject(), now.plus(GRACE)));
    }

    private IntakePackage judge(PackageRow row, byte[] zip) {
        PackageReader.Reading reading = reader.read(zip, Tenant.current());
        List<FieldError> errors = reading.errors();
        String number = reading.manifest().uketsukeBango();
        if (errors.isEmpty() && number != null) {
            rows.lockNumber(Tenant.current().code() + "/" + number);
            if (rows.acceptedWithNumber(number) > 0) {
                errors = List.of(new FieldError("/manifest.json/uketsukeBango", "NUMBER_IN_USE", "同じ受付番号で内容の異なる申請を受け付けています。"));
            }
        }
        PackageState state = errors.isEmpty() ? PackageState.ACCEPTED : PackageState.REFUSED;
        Instant arrivedAt = reading.manifest().arrival().map(time -> time.toInstant()).orElse(null);
        rows.judge(new IntakeMapper.Verdict(row.packageId(), state.getValue(), number, reading.manifest().procedure(), arrivedAt,
                clock.instant(),
                answers.json(errors)));
        if (state == PackageState.ACCEPTED) {
            outbox.send("application.received", row.packageId().toString(), received(row, reading));
        }
        log.info("package={} {} with {} findings", row.packageId(), state, errors.size());
        PackageRow judged = rows.byId(row.packageId());
        if (judged == null) {
            throw new IllegalStateException("package " + row.packageId() + " vanished while it was judged");
        }
        return answers.of(judged);
    }

    private static ApplicationReceived received(PackageRow row, PackageReader.Reading reading) {
        Manifest manifest = reading.manifest();
        ManifestReader.Signature signature = reading.signature();
        ApplicationReader.Filled filled = reading.filled();
        if (signature == null || filled == null) {
            throw new IllegalStateException("a package without signature or form was accepted");
        }
        return new ApplicationReceived().packageId(row.packageId()).uketsukeBango(manifest.uketsukeBango())
                .procedure(filled.form().procedure()).sha256(row.sha256())
                .arrivedAt(manifest.arrivedAt())
                .jpkiSerial(signature.jpkiSerial()).signatureVerified(signature.verified()).application(filled.application())
                .childRearing(filled.childRearing())
                .attachments(reading.attachments());
    }
}
