package jp.todoke.integration.inquiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import jp.todoke.integration.records.RecordSeal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What follows from what a peer replied: written to the row, and the next step if it may be taken at once. */
@Component
class Settlement {
    private static final Logger log = LoggerFactory.getLogger(Settlement.class);
    /** However long a peer tells us to stay away: an answer must not wait for days that nobody looked for it. */
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    /** How long a new inquiry waits before it asks again whether the records are sealed. */
    private static final Duration UNTIL_SEALED = Duration.ofMinutes(1);
    private static final String CANCELLED = "CANCELLED";

    private final InquiryStore store;
    private final InquiryEnds ends;
    private final InquiryProperties properties;
    private final Gates gates;
    private final LinkageCodes codes;
    private final RecordSeal records;
    private final Clock clock;

    Settlement(InquiryStore store, InquiryEnds ends, InquiryProperties properties, Gates gates, LinkageCodes codes, RecordSeal records,
            Clock clock) {
        this.store = store;
        this.ends = ends;
        this.properties = properties;
        this.gates = gates;
        this.codes = codes;
        this.records = records;
        this.clock = clock;
    }

    /** Nothing new leaves while the records of what has left wait for their seal too long. */
    boolean waitsForSeal(UUID inquiryId) {
        return !records.mayGoOn() && store.postpone(inquiryId, clock.instant().plus(UNTIL_SEALED));
    }

    Optional<Next> of(Inquiry inquiry, Step step, PeerReply reply) {
        return switch (reply) {
            case PeerReply.Accepted accepted -> accepted(inquiry, accepted);
            case PeerReply.Progress progress -> progressed(inquiry, progress);
            case PeerReply.NoCandidate _ -> Optional.of(new Next(inquiry, Step.ASSIGN_NUMBER));
            case PeerReply.Answered answered -> {
                if (answered.answer() instanceof LinkageAnswer.Provided(Information.Numbering numbering)) {
                    codes.learn(numbering);
                }
                ends.end(inquiry, InquiryState.COMPLETED, answered.answer(), answered.received());
                yield Optional.empty();
            }
            case PeerReply.Congested _ -> givenUp(inquiry, "CAPACITY") ? Optional.empty() : anew(inquiry);
            case PeerReply.Withdrawal withdrawal -> withdrawn(inquiry, withdrawal);
            case PeerReply.Rejected rejected -> rejected(inquiry, step, rejected);
            case LinkageAnswer.Unavailable unavailable -> unreached(inquiry, unavailable);
        };
    }

    /** An answer that cannot be read, or a fault of ours: tried again with growing pauses, and given up like a peer that is away. */
    void failed(UUID inquiryId, Instant nextAttemptAt, String trouble) {
        store.open(inquiryId).filter(inquiry -> !givenUp(inquiry, trouble))
                .ifPresent(inquiry -> store.unreached(inquiry, nextAttemptAt, trouble));
    }

    private Optional<Next> accepted(Inquiry inquiry, PeerReply.Accepted accepted) {
        boolean atOnce = accepted.retryAfter().isZero();
        Instant now = clock.instant();
        Optional<Inquiry> holding = store.accepted(inquiry, accepted, atOnce ? now : now.plus(pause(inquiry, accepted.retryAfter())),
                atOnce);
        return atOnce ? holding.map(held -> new Next(held, Step.firstOf(held))) : Optional.empty();
    }

    private Optional<Next> progressed(Inquiry inquiry, PeerReply.Progress progress) {
        Inquiry now = inquiry.at(inquiry.stage().progressed(progress.state() == InquiryState.COMPLETED
                ? InquiryState.IN_PROGRESS
                : progress.state(), progress.shoriTsuban()));
        return switch (progress.state()) {
            // Nothing is written: should the result not come, the next process asks again how it stands.
            case COMPLETED -> Optional.of(new Next(now, Step.RESULT));
            case EXPIRED -> end(now, InquiryState.EXPIRED, new LinkageAnswer.Expired());
            case CANCELLED -> end(now, InquiryState.CANCELLED, new LinkageAnswer.Unavailable(CANCELLED));
            case WAITING_PROVIDER -> later(now, LONGEST_PAUSE);
            default -> later(now, progress.retryAfter());
        };
    }

    private Optional<Next> withdrawn(Inquiry inquiry, PeerReply.Withdrawal withdrawal) {
        return switch (withdrawal.outcome()) {
            case CANCELLED -> end(inquiry, InquiryState.CANCELLED, new LinkageAnswer.Unavailable(CANCELLED));
            // What was provided is kept, though nobody is told of it.
            case TOO_LATE -> Optional.of(new Next(inquiry, Step.RESULT));
            case PENDING -> {
                store.cancelAccepted(inquiry.id(), clock.instant().plus(pause(inquiry, withdrawal.retryAfter())));
                yield Optional.empty();
            }
        };
    }

    private Optional<Next> rejected(Inquiry inquiry, Step step, PeerReply.Rejected rejected) {
        if (step == Step.REGISTER && rejected.code().equals(LinkageCodes.MISSING)) {
            return codes.await(inquiry) ? Optional.empty() : end(inquiry, InquiryState.FAILED, new LinkageAnswer.NoLinkageCode());
        }
        if (step.byReceipt() && rejected.status() == 409) {
            return step == Step.CANCEL ? Optional.of(new Next(inquiry, Step.RESULT)) : later(inquiry, Duration.ZERO);
        }
        log.warn("inquiry={} case={} rejected by the peer: {} {}", inquiry.id(), inquiry.occasion().caseNumber(), rejected.status(),
                rejected.code());
        return step.byReceipt() && rejected.status() == 404
                ? end(inquiry, InquiryState.EXPIRED, new LinkageAnswer.Expired())
                : end(inquiry, InquiryState.FAILED, new LinkageAnswer.Unavailable(rejected.code()));
    }

    private Optional<Next> unreached(Inquiry inquiry, LinkageAnswer.Unavailable unavailable) {
        if (!givenUp(inquiry, unavailable.trouble())) {
            if (unavailable.trouble().equals(Gates.BREAKER_OPEN)) {
                store.unsent(inquiry);
            } else if (gates.holdsBack(unavailable)) {
                store.release(inquiry, unavailable.trouble());
            } else {
                store.unreached(inquiry, clock.instant().plus(properties.retry().pause(inquiry.stage().attempts())), unavailable.trouble());
            }
        }
        return Optional.empty();
    }

    private Optional<Next> end(Inquiry inquiry, InquiryState state, LinkageAnswer answer) {
        ends.end(inquiry, state, answer, null);
        return Optional.empty();
    }

    private Optional<Next> later(Inquiry inquiry, Duration proposed) {
        store.waits(inquiry, clock.instant().plus(pause(inquiry, proposed)));
        return Optional.empty();
    }

    private Optional<Next> anew(Inquiry inquiry) {
        return store.askAnew(inquiry.id(), clock.instant().plus(properties.retry().afterCapacity()))
                ? Optional.empty()
                : end(inquiry, InquiryState.CANCELLED, new LinkageAnswer.Unavailable(CANCELLED));
    }

    /**
     * Until the next look: as long as the peer proposes and never shorter than the floor, growing with the time that the answer has been waited for.
     */
    private Duration pause(Inquiry inquiry, Duration proposed) {
        Instant since = inquiry.stage().acceptedAt();
        Duration grown = since == null ? Duration.ZERO : Duration.between(since, clock.instant()).dividedBy(2);
        Duration bounded = shorter(grown, properties.retry().last());
        return longer(properties.pollFloor(), longer(bounded, shorter(proposed, LONGEST_PAUSE)));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private boolean givenUp(Inquiry inquiry, String trouble) {
        if (clock.instant().isBefore(inquiry.occasion().requestedAt().plus(properties.retry().giveUpAfter()))) {
            return false;
        }
        end(inquiry, InquiryState.FAILED, new LinkageAnswer.Unavailable(trouble));
        return true;
    }
}
