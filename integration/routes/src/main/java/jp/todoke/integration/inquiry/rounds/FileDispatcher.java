package jp.todoke.integration.inquiry.rounds;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jp.todoke.api.linkage.model.AnswerKind;
import jp.todoke.channel.WorkQueue;
import jp.todoke.integration.inquiry.LinkageAnswer;
import jp.todoke.integration.inquiry.PeerReply;
import jp.todoke.integration.inquiry.rounds.FileMapper.FileRow;
import jp.todoke.telemetry.Traces;
import jp.todoke.telemetry.Work;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Drives a file one step after the other, as single inquiries are: made up, sent, its lists pulled, its answers read window by window. Each
 * outcome is written before the next step begins; a process may die between any two lines. Files are taken at any hour.
 */
@Component
class FileDispatcher implements WorkQueue.Handler {
    private static final Logger log = LoggerFactory.getLogger(FileDispatcher.class);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    /** How long a new file waits before it asks again whether the records are sealed. */
    private static final Duration UNTIL_SEALED = Duration.ofMinutes(1);

    private final FileStore store;
    private final FileAnswers answers;
    private final FileFormat format;
    private final ProducerTemplate routes;
    private final RoundProperties properties;
    private final Clock clock;
    private final Traces traces;

    FileDispatcher(FileStore store, FileAnswers answers, FileFormat format, ProducerTemplate routes, RoundProperties properties,
            Clock clock,
            Traces traces) {
        this.store = store;
        this.answers = answers;
        this.format = format;
        this.routes = routes;
        this.properties = properties;
        this.clock = clock;
        this.traces = traces;
    }

    @Override
    public void handle(WorkQueue.Claim claim) {
        held(claim.id()).ifPresent(file -> {
            Work.correlatedBy(file.correlationId());
            traces.goOn(file.traceparent(), "inquiry-file", () -> steps(claim.id()));
        });
    }

    private void steps(UUID fileId) {
        boolean goOn = true;
        while (goOn) {
            goOn = held(fileId).map(this::step).orElse(false);
        }
    }

    /** An answer that cannot be read, or a fault of ours: tried again with growing pauses, and given up like a peer that is away. */
    @Override
    public void failed(WorkQueue.Claim claim, Instant nextAttemptAt, Throwable cause) {
        held(claim.id()).ifPresent(file -> unreached(file, cause.getClass().getSimpleName()));
    }

    private Optional<FileRow> held(UUID fileId) {
        return store.hold(fileId, clock.instant().plus(properties.lease()));
    }

    /** @return whether the next step may follow at once */
    private boolean step(FileRow file) {
        if (store.waitsForSeal(file)) {
            return later(file, UNTIL_SEALED);
        }
        return switch (file.state()) {
            case "DRAFT" -> {
                store.know();
                store.prepare(file);
                store.know();
                yield true;
            }
            case "PREPARED", "SENDING" -> send(file);
            case "ACCEPTED" -> lists(file);
            case "LISTED" -> answers(file);
            default -> throw new IllegalStateException("file " + file.fileId() + " in state " + file.state());
        };
    }

    private boolean send(FileRow file) {
        InquiryFile heard = store.asPeerHears(file);
        var entries = store.entries(file);
        if (entries.isEmpty()) {
            answers.complete(file);
            return false;
        }
        byte[] content = format.write(heard, entries);
        if (!store.sending(file, sha256(content))) {
            return false;
        }
        return switch (ask("registerInquiryFile", new FileStep.Send(heard, content))) {
            case FileReply.Received received -> {
                store.received(file, received);
                yield received.retryAfter().isZero() || later(file, received.retryAfter());
            }
            case PeerReply.Rejected rejected -> {
                log.warn("file={} rejected by the peer: {} {}", file.fileId(), rejected.status(), rejected.code());
                yield end(file, AnswerKind.UNAVAILABLE, LineCode.FILE_REJECTED);
            }
            case LinkageAnswer.Unavailable unavailable -> unreached(file, unavailable.trouble());
            case Object other -> throw unexpected(other);
        };
    }

    private boolean lists(FileRow file) {
        return switch (ask("getInquiryFileResult", new FileStep.PullLists(store.asPeerHears(file)))) {
            case FileReply.Lists lists -> {
                answers.list(file, lists);
                yield lists.retryAfter().isZero() || later(file, lists.retryAfter());
            }
            case PeerReply.Rejected rejected when rejected.status() == 409 -> later(file, Duration.ZERO);
            case PeerReply.Rejected rejected -> gone(file, rejected);
            case LinkageAnswer.Unavailable unavailable -> unreached(file, unavailable.trouble());
            case Object other -> throw unexpected(other);
        };
    }

    private boolean answers(FileRow file) {
        Optional<Integer> from = store.firstOpen(file);
        if (from.isEmpty()) {
            answers.complete(file);
            return false;
        }
        int next = from.get();
        while (true) {
            switch (ask("getInquiryFileAnswers", new FileStep.PullAnswers(store.asPeerHears(file), next))) {
                case FileReply.Window window -> {
                    answers.window(file, window);
                    Integer following = window.next();
                    if (following == null || following <= next) {
                        return settled(file, window);
                    }
                    next = following;
                }
                case PeerReply.Rejected rejected -> {
                    return gone(file, rejected);
                }
                case LinkageAnswer.Unavailable unavailable -> {
                    return unreached(file, unavailable.trouble());
                }
                case Object other -> throw unexpected(other);
            }
            held(file.fileId());
        }
    }

    /** After the last window: what is open now waits for the provider, or was left out of a file that is finished. */
    private boolean settled(FileRow file, FileReply.Window last) {
        if (store.firstOpen(file).isEmpty()) {
            answers.complete(file);
            return false;
        }
        return last.pending() > 0 ? later(file, last.retryAfter()) : end(file, AnswerKind.UNAVAILABLE, LineCode.RESULT_MISSING);
    }

    private boolean gone(FileRow file, PeerReply.Rejected rejected) {
        log.warn("file={} has no result: {} {}", file.fileId(), rejected.status(), rejected.code());
        return switch (rejected.status()) {
            case 404 -> end(file, AnswerKind.EXPIRED, LineCode.RESULT_EXPIRED);
            case 413 -> end(file, AnswerKind.UNAVAILABLE, LineCode.RESULT_TOO_LARGE);
            default -> end(file, AnswerKind.UNAVAILABLE, LineCode.FILE_REJECTED);
        };
    }

    private boolean end(FileRow file, AnswerKind answer, LineCode code) {
        answers.endOpen(file, answer, code);
        return false;
    }

    private boolean unreached(FileRow file, String trouble) {
        Instant now = clock.instant();
        Instant sentAt = file.sentAt();
        if (sentAt != null && !now.isBefore(sentAt.plus(properties.giveUpAfter()))) {
            return end(file, AnswerKind.UNAVAILABLE, LineCode.UNREACHED);
        }
        Duration pause = RoundConfiguration.FIRST_RETRY.multipliedBy(1L << Math.clamp(file.attempts(), 0, 16));
        Duration bounded = pause.compareTo(RoundConfiguration.LAST_RETRY) > 0 ? RoundConfiguration.LAST_RETRY : pause;
        store.unreached(file.fileId(), now.plus(bounded), trouble);
        return false;
    }

    /** Looks keep their distance, and come back, whatever the peer proposes. */
    private boolean later(FileRow file, Duration proposed) {
        Duration bounded = proposed.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : proposed;
        Duration pause = bounded.compareTo(properties.pollFloor()) > 0 ? bounded : properties.pollFloor();
        store.continueAt(file.fileId(), clock.instant().plus(pause));
        return false;
    }

    private Object ask(String operation, FileStep step) {
        return traces.step(operation, () -> routes.requestBody("direct:" + operation, step, Object.class),
                reply -> reply.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }

    private static IllegalStateException unexpected(Object reply) {
        return new IllegalStateException("a route answered with " + reply.getClass().getName());
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
