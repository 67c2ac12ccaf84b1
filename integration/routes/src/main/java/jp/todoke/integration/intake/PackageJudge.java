package jp.todoke.integration.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import jp.todoke.api.intake.model.PackageState;
import jp.todoke.api.linkage.model.ApplicationReceived;
import jp.todoke.channel.Outbox;
import jp.todoke.guard.Problem.FieldError;
import jp.todoke.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** 形式審査 of a kept package: its verdict, the message to the case and the news of it are one transaction, which the caller opens. */
@Component
class PackageJudge {
    private static final Logger log = LoggerFactory.getLogger(PackageJudge.class);

    private final IntakeMapper rows;
    private final PackageReader reader;
    private final PackageAnswers answers;
    private final Amendments amendments;
    private final Outbox outbox;
    private final Clock clock;
    private final List<PackageNews> news;

    PackageJudge(IntakeMapper rows, PackageReader reader, PackageAnswers answers, Amendments amendments, Outbox outbox, Clock clock,
            List<PackageNews> news) {
        this.rows = rows;
        this.reader = reader;
        this.answers = answers;
        this.amendments = amendments;
        this.outbox = outbox;
        this.clock = clock;
        this.news = List.copyOf(news);
    }

    /** @return the row as it stands after the verdict */
    PackageRow judge(PackageRow row, byte[] original) {
        PackageReader.Reading reading = reader.read(Way.valueOf(row.way()), original, Tenant.current());
        List<FieldError> errors = new ArrayList<>(reading.errors());
        String number = reading.manifest().uketsukeBango();
        boolean inUse = errors.isEmpty() && number != null && isInUse(number);
        if (inUse) {
            errors.add(new FieldError(pointer(row, "uketsukeBango"), "NUMBER_IN_USE", "同じ受付番号で内容の異なる申請を受け付けています。"));
        }
        UUID amended = errors.isEmpty() ? amendments.amendedBy(reading, pointer(row, "amends"), errors) : null;
        PackageState state = errors.isEmpty() ? PackageState.ACCEPTED : PackageState.REFUSED;
        Instant arrivedAt = reading.manifest().arrival().map(time -> time.toInstant()).orElse(null);
        rows.judge(new IntakeMapper.Verdict(row.packageId(), state.getValue(), number, reading.manifest().procedure(), arrivedAt,
                reading.manifest().amends(), amended, clock.instant(), answers.json(errors)));
        if (state == PackageState.ACCEPTED && number != null) {
            outbox.send("application.received", row.packageId().toString(), received(row, reading, amended));
            news.forEach(one -> one.accepted(number));
        } else if (!inUse) {
            news.forEach(one -> one.refused(row.packageId(), errors));
        }
        log.info("package={} {} with {} findings", row.packageId(), state, errors.size());
        PackageRow judged = rows.byId(row.packageId());
        if (judged == null) {
            throw new IllegalStateException("package " + row.packageId() + " vanished while it was judged");
        }
        return judged;
    }

    /** What was accepted under the number of these items, if it says the same; the ways differ in files and in how they write. */
    @Nullable
    PackageRow sameAccepted(Way way, byte[] original) {
        PackageReader.Reading reading = reader.read(way, original, Tenant.current());
        String number = reading.manifest().uketsukeBango();
        PackageRow accepted = number == null || !isInUse(number) ? null : rows.acceptedWithNumber(number);
        IntakeMapper.Original kept = accepted == null ? null : rows.original(accepted.packageId());
        return kept != null && reader.read(Way.valueOf(kept.way()), kept.original(), Tenant.current()).saysTheSameAs(reading)
                ? accepted
                : null;
    }

    private static String pointer(PackageRow row, String item) {
        return row.way().equals(Way.IMPORT.name()) ? "/" + item : "/manifest.json/" + item;
    }

    private boolean isInUse(String number) {
        rows.lockNumber(Tenant.current().code() + "/" + number);
        return rows.acceptedWithNumber(number) != null;
    }

    private static ApplicationReceived received(PackageRow row, PackageReader.Reading reading, @Nullable UUID amended) {
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
                .attachments(reading.attachments()).amends(amended);
    }
}
