package jp.todoke.integration.records;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import jp.todoke.channel.WorkQueue;
import jp.todoke.integration.records.RecordChainMapper.Chain;
import jp.todoke.integration.records.RecordChainMapper.Links;
import jp.todoke.integration.records.RecordChainMapper.Seal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Chains the records of a municipality in batches, and closes its days. Each batch is one transaction that holds the end of the
 * chain: two processes cannot fork it, and one that dies in between leaves nothing half done. The order is that in which records
 * are found, which is not quite that of time.
 */
@Component
class RecordSealer implements WorkQueue.Handler {
    /** A record that comes after its day was closed goes into the next open one; later than this it is not looked for. */
    static final int LATEST_DAYS = 7;
    private static final int BATCH = 5_000;
    /** Shorter than the lease. */
    private static final Duration TURN = Duration.ofSeconds(20);
    private static final Logger log = LoggerFactory.getLogger(RecordSealer.class);

    private final RecordChainMapper rows;
    private final TransactionTemplate transaction;
    private final RecordsProperties properties;
    private final Clock clock;
    private final RecordFigures figures;

    RecordSealer(RecordChainMapper rows, TransactionTemplate transaction, RecordsProperties properties, Clock clock,
            RecordFigures figures) {
        this.rows = rows;
        this.transaction = transaction;
        this.properties = properties;
        this.clock = clock;
        this.figures = figures;
    }

    @Override
    public void handle(WorkQueue.Claim claim) {
        long begun = System.nanoTime();
        boolean more = true;
        while (more && System.nanoTime() - begun < TURN.toNanos()) {
            more = Boolean.TRUE.equals(transaction.execute(_ -> step()));
        }
        Instant rested = clock.instant().plus(properties.pace());
        transaction.executeWithoutResult(_ -> rows.rest(rested));
    }

    /** @return whether there may be more to do at once */
    private boolean step() {
        Chain chain = Objects.requireNonNull(rows.hold(), "the claim makes the chain");
        Instant end = RecordDays.start(chain.openDay().plusDays(1));
        List<ChainRow> batch = rows.unsealed(RecordDays.start(chain.openDay().minusDays(LATEST_DAYS)), end, BATCH);
        if (!batch.isEmpty()) {
            seal(chain, batch);
            return batch.size() == BATCH || !clock.instant().isBefore(end);
        }
        if (clock.instant().isBefore(end.plus(properties.closeAfter()))) {
            return false;
        }
        close(chain);
        return true;
    }

    private void seal(Chain chain, List<ChainRow> batch) {
        int size = batch.size();
        var links = new Links(chain.openDay(), new String[size], new String[size], new String[size], new String[size],
                batch.getFirst().occurredAt(), batch.getLast().occurredAt());
        long position = chain.records();
        byte[] last = chain.lastHash();
        for (int i = 0; i < size; i++) {
            position++;
            ChainRow row = batch.get(i);
            links.recordIds()[i] = row.recordId().toString();
            links.positions()[i] = Long.toString(position);
            links.prevHashes()[i] = RecordForm.hex(last);
            last = RecordForm.hash(row.chained(chain.openDay(), position, last));
            links.hashes()[i] = RecordForm.hex(last);
        }
        if (rows.seal(links) != size) {
            throw new IllegalStateException("not every record of the batch was sealed");
        }
        rows.advance(chain.openDay(), position, last, chain.lastSealHash());
        figures.sealed(size);
    }

    /** The line in the log is the seal outside the database: who cuts the chain there does not reach it. */
    private void close(Chain chain) {
        LocalDate day = chain.openDay();
        byte[] sealHash = RecordForm.sealHash(chain.municipalityCode(), day, chain.records(), chain.lastHash(), chain.lastSealHash());
        rows.addSeal(new Seal(chain.municipalityCode(), day, chain.records(), chain.lastHash(), chain.lastSealHash(), sealHash,
                clock.instant()));
        rows.advance(day.plusDays(1), 0, chain.lastHash(), sealHash);
        log.info("records sealed: day={} records={} last={} seal={}", day, chain.records(), RecordForm.hex(chain.lastHash()),
                RecordForm.hex(sealHash));
    }
}
