package jp.todoke.integration.inquiry.rounds;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import jp.todoke.api.rounds.model.InquiryRound;
import jp.todoke.channel.WorkQueue;
import jp.todoke.guard.Idempotency;
import jp.todoke.guard.Problem;
import jp.todoke.integration.inquiry.rounds.RoundMapper.NewLine;
import jp.todoke.integration.inquiry.rounds.RoundMapper.RoundRow;
import jp.todoke.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows of rounds. Lines are committed batch by batch while they come, so that a slow sender holds no transaction; only with its last line
 * does the upload become a round, or, for a repetition with the same key, the answer of the first.
 */
@Component
class Rounds {
    /** An upload that has made no end for so long has lost its sender. */
    private static final Duration LEFT = Duration.ofHours(2);
    private static final int OK = 200;
    private static final int ACCEPTED = 202;

    private final RoundMapper rows;
    private final RoundReports reports;
    private final Idempotency idempotency;
    private final RoundProperties properties;
    private final Clock clock;
    private final JsonMapper json;
    private final WorkQueue files;

    Rounds(RoundMapper rows, RoundReports reports, Idempotency idempotency, RoundProperties properties, Clock clock, JsonMapper json,
            @Qualifier("inquiry-files") WorkQueue files) {
        this.rows = rows;
        this.reports = reports;
        this.idempotency = idempotency;
        this.properties = properties;
        this.clock = clock;
        this.json = json;
        this.files = files;
    }

    @Transactional
    public void open(RoundMapper.NewRound round) {
        rows.leftUploading(clock.instant().minus(LEFT)).forEach(this::discard);
        rows.add(round);
    }

    /**
     * @param before how many good lines came before; it tells the file of each that follows
     * @return how many of these are good
     */
    @Transactional
    public int add(UUID roundId, List<NewLine> lines, int before) {
        String batch = json.writeValueAsString(lines);
        int good = rows.addGood(Tenant.current().code(), roundId, batch, before, properties.linesPerFile());
        rows.addBad(Tenant.current().code(), roundId, batch);
        return good;
    }

    /** @param content what makes two uploads the same: parameters and hash of the lines */
    @Transactional
    public InquiryRound finish(UUID roundId, Instant requestedAt, String content) {
        InquiryRound round = idempotency.once("startInquiryRound", content, InquiryRound.class, () -> {
            rows.lockNames(Tenant.current().code() + "/inquiry-file-names");
            rows.run(roundId, rows.freeFileBase(requestedAt));
            rows.addFiles(roundId, clock.instant());
            files.wake();
            return new Idempotency.Answer<>(ACCEPTED, reports.of(roundId), null);
        }).body();
        if (!round.getRoundId().equals(roundId)) {
            discard(roundId);
        }
        return round;
    }

    @Transactional
    public void discard(UUID roundId) {
        rows.discard(roundId);
        rows.deleteLines(roundId);
    }

    @Transactional
    public InquiryRound stop(UUID roundId) {
        return once("stopInquiryRound", roundId, () -> {
            rows.changeState(roundId, "STOPPED");
            rows.holdFiles(roundId);
            return reports.of(roundId);
        });
    }

    @Transactional
    public InquiryRound resume(UUID roundId) {
        return once("resumeInquiryRound", roundId, () -> {
            rows.changeState(roundId, "RUNNING");
            rows.releaseFiles(roundId, clock.instant());
            files.wake();
            return reports.of(roundId);
        });
    }

    private InquiryRound once(String operation, UUID roundId, Supplier<InquiryRound> change) {
        RoundRow round = rows.lock(roundId);
        if (round == null) {
            throw Problem.notFound();
        }
        return idempotency.once(operation, roundId, InquiryRound.class, () -> new Idempotency.Answer<>(OK, change.get(), null)).body();
    }
}
