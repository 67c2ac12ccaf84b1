package jp.todoke.integration.inquiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import jp.todoke.channel.WorkQueue;
import jp.todoke.integration.records.RecordSeal;
import jp.todoke.telemetry.Traces;
import jp.todoke.telemetry.Work;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Drives an inquiry one step after the other: each step is one route, asked without an open transaction, and its outcome is
 * written to the row before the next begins. A process may die between any two lines; the next one repeats the step with the
 * same request id.
 */
@Component
class InquiryDispatcher implements WorkQueue.Handler {
    private static final Logger log = LoggerFactory.getLogger(InquiryDispatcher.class);
    /** However long a peer tells us to stay away: an answer must not wait for days that nobody looked for it. */
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    /** How long a new inquiry waits before it asks again whether the records are sealed. */
    private static final Duration UNTIL_SEALED = Duration.ofMinutes(1);

    /** The operations of the peers, by their operationId. */
    private enum Step {
        SEARCH("searchIdentity"),
        FIND_NUMBER("findNonResident"),
        ASSIGN_NUMBER("assignNumber"),
        CHECK_ACCOUNT("verifyAccount"),
        REGISTER("registerInquiry"),
        STATUS("getInquiryStatus"),
        RESULT("getInquiryResult");

        private final String operation;

        Step(String operation) {
            this.operation = operation;
        }

        static Step firstOf(Inquiry inquiry) {
            return switch (inquiry.question()) {
                case Inquiry.IdentityQuestion _ -> SEARCH;
                // 照会 comes before every 付番, also before one that is repeated.
                case Inquiry.NumberingQuestion _ -> FIND_NUMBER;
                case Inquiry.AccountQuestion _ -> CHECK_ACCOUNT;
                case Inquiry.NetworkQuestion _ -> inquiry.stage().state() == InquiryState.REGISTERED ? REGISTER : STATUS;
            };
        }
    }

    private final InquiryStore store;
    private final ProducerTemplate routes;
    private final InquiryProperties properties;
    private final ServiceWindow window;
    private final Clock clock;
    private final Traces traces;
    private final LinkageCodes codes;
    private final RecordSeal records;

    InquiryDispatcher(InquiryStore store, ProducerTemplate routes, InquiryProperties properties, Clock clock,
            Traces traces, LinkageCodes codes, RecordSeal records) {
        this.store = store;
        this.routes = routes;
        this.properties = properties;
        this.window = new ServiceWindow(properties.window());
        this.clock = clock;
        this.traces = traces;
        this.codes = codes;
        this.records = records;
    }

    @Override
    public void handle(WorkQueue.Claim claim) {
        Instant now = clock.instant();
        Instant earliest = window.earliest(now);
        if (earliest.isAfter(now)) {
            store.continueAt(claim.id(), earliest);
            return;
        }
        if (!records.mayGoOn() && store.isUnsent(claim.id())) {
            store.continueAt(claim.id(), now.plus(UNTIL_SEALED));
            return;
        }
        store.sending(claim.id());
        held(claim.id()).ifPresent(inquiry -> {
            Work.correlatedBy(inquiry.origin().correlationId());
            traces.goOn(inquiry.origin().traceparent(), "inquiry", () -> steps(claim, Step.firstOf(inquiry)));
        });
    }

    private void steps(WorkQueue.Claim claim, Step first) {
        Optional<Step> next = Optional.of(first);
        while (next.isPresent()) {
            Optional<Inquiry> inquiry = held(claim.id());
            if (inquiry.isEmpty()) {
                return;
            }
            next = settle(inquiry.get(), next.get(), ask(inquiry.get(), next.get()));
        }
    }

    /** An answer that cannot be read, or a fault of ours: tried again with growing pauses, and given up like a peer that is away. */
    @Override
    public void failed(WorkQueue.Claim claim, Instant nextAttemptAt, Throwable cause) {
        String trouble = cause.getClass().getSimpleName();
        if (held(claim.id()).filter(inquiry -> givenUp(inquiry, trouble)).isEmpty()) {
            store.unreached(claim.id(), nextAttemptAt, trouble);
        }
    }

    private Optional<Inquiry> held(UUID id) {
        return store.hold(id, clock.instant().plus(properties.lease()));
    }

    private PeerReply ask(Inquiry inquiry, Step step) {
        return traces.step(step.operation, () -> routes.requestBody("direct:" + step.operation, inquiry, PeerReply.class),
                reply -> reply.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    }

    /** @return the step that follows at once */
    private Optional<Step> settle(Inquiry inquiry, Step step, PeerReply reply) {
        return switch (reply) {
            case PeerReply.Accepted accepted -> {
                store.accepted(inquiry.id(), accepted);
                yield accepted.retryAfter().isZero() ? Optional.of(Step.STATUS) : later(inquiry, accepted.retryAfter());
            }
            case PeerReply.Progress progress -> proceed(inquiry, progress);
            case PeerReply.NoCandidate _ -> Optional.of(Step.ASSIGN_NUMBER);
            case PeerReply.Answered answered -> {
                if (answered.answer() instanceof LinkageAnswer.Provided(Information.Numbering numbering)) {
                    codes.learn(numbering);
                }
                store.end(inquiry.id(), InquiryState.COMPLETED, answered.answer(), answered.received());
                yield Optional.empty();
            }
            case PeerReply.Congested _ -> givenUp(inquiry, "CAPACITY") ? Optional.empty() : anew(inquiry);
            case PeerReply.Rejected rejected -> rejected(inquiry, step, rejected);
            case LinkageAnswer.Unavailable unavailable -> {
                if (!givenUp(inquiry, unavailable.trouble())) {
                    Instant next = clock.instant().plus(properties.retry().pause(inquiry.stage().attempts()));
                    store.unreached(inquiry.id(), next, unavailable.trouble());
                }
                yield Optional.empty();
            }
        };
    }

    private Optional<Step> proceed(Inquiry inquiry, PeerReply.Progress progress) {
        return switch (progress.state()) {
            case COMPLETED -> {
                store.progressed(inquiry.id(), InquiryState.IN_PROGRESS, progress.shoriTsuban());
                yield Optional.of(Step.RESULT);
            }
            case EXPIRED -> end(inquiry, InquiryState.EXPIRED, new LinkageAnswer.Expired());
            case CANCELLED -> end(inquiry, InquiryState.CANCELLED, new LinkageAnswer.Unavailable("CANCELLED"));
            default -> {
                store.progressed(inquiry.id(), progress.state(), progress.shoriTsuban());
                yield later(inquiry, progress.retryAfter());
            }
        };
    }

    private Optional<Step> rejected(Inquiry inquiry, Step step, PeerReply.Rejected rejected) {
        if (step == Step.REGISTER && rejected.code().equals(LinkageCodes.MISSING)) {
            return codes.await(inquiry) ? Optional.empty() : end(inquiry, InquiryState.FAILED, new LinkageAnswer.NoLinkageCode());
        }
        boolean byReceipt = step == Step.STATUS || step == Step.RESULT;
        if (byReceipt && rejected.status() == 409) {
            return later(inquiry, Duration.ZERO);
        }
        log.warn("inquiry={} case={} rejected by the peer: {} {}", inquiry.id(), inquiry.occasion().caseNumber(), rejected.status(),
                rejected.code());
        return byReceipt && rejected.status() == 404
                ? end(inquiry, InquiryState.EXPIRED, new LinkageAnswer.Expired())
                : end(inquiry, InquiryState.FAILED, new LinkageAnswer.Unavailable(rejected.code()));
    }

    private Optional<Step> end(Inquiry inquiry, InquiryState state, LinkageAnswer answer) {
        store.end(inquiry.id(), state, answer, null);
        return Optional.empty();
    }

    /** Polls keep their distance, and come back, whatever the peer proposes. */
    private Optional<Step> later(Inquiry inquiry, Duration proposed) {
        Duration bounded = proposed.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : proposed;
        Duration pause = bounded.compareTo(properties.pollFloor()) > 0 ? bounded : properties.pollFloor();
        store.continueAt(inquiry.id(), window.earliest(clock.instant().plus(pause)));
        return Optional.empty();
    }

    private Optional<Step> anew(Inquiry inquiry) {
        store.askAnew(inquiry.id(), window.earliest(clock.instant().plus(properties.retry().afterCapacity())));
        return Optional.empty();
    }

    private boolean givenUp(Inquiry inquiry, String trouble) {
        if (clock.instant().isBefore(inquiry.occasion().requestedAt().plus(properties.retry().giveUpAfter()))) {
            return false;
        }
        end(inquiry, InquiryState.FAILED, new LinkageAnswer.Unavailable(trouble));
        return true;
    }
}
