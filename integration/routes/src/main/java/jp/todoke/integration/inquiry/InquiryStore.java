package jp.todoke.integration.inquiry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import jp.todoke.api.linkage.model.AnswerKind;
import jp.todoke.api.linkage.model.InformationKind;
import jp.todoke.api.linkage.model.Procedure;
import jp.todoke.channel.Outbox;
import jp.todoke.integration.evidence.JukiPurpose;
import jp.todoke.integration.evidence.LegalTuple;
import jp.todoke.integration.evidence.OwnBasis;
import jp.todoke.integration.records.ProvisionRecord;
import jp.todoke.integration.records.ProvisionRecords;
import jp.todoke.sealing.Sealed;
import jp.todoke.sealing.Sealer;
import jp.todoke.tenancy.Municipality;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The rows of inquiries. Each change is a transaction of its own; none is open while a peer is asked. */
@Component
class InquiryStore {
    static final String JUKI = "JUKI";
    private static final Logger log = LoggerFactory.getLogger(InquiryStore.class);
    private static final String ANSWERED = "inquiry.answered";
    /** In figures: an end that no case is told of. */
    private static final String WITHDRAWN = "CANCELLED";

    private static final String ANSWER_TOO_LARGE = "ANSWER_TOO_LARGE";

    private final InquiryMapper rows;
    private final SubjectText subjects;
    private final Sealer sealer;
    private final ProvisionRecords records;
    private final Outbox outbox;
    private final Clock clock;
    private final InquiryFigures figures;

    InquiryStore(InquiryMapper rows, SubjectText subjects, Sealer sealer, ProvisionRecords records, Outbox outbox, Clock clock,
            InquiryFigures figures) {
        this.rows = rows;
        this.subjects = subjects;
        this.sealer = sealer;
        this.records = records;
        this.outbox = outbox;
        this.clock = clock;
        this.figures = figures;
    }

    @Transactional
    public boolean add(InquiryRow row, String line, @Nullable Instant nextAttemptAt) {
        return rows.addIfNew(row, line, nextAttemptAt) == 1;
    }

    /** Whether what stands under this id asks the same: whom, what, of whom, and for which case. */
    @Transactional(readOnly = true)
    public boolean isSameQuestion(InquiryRow row) {
        InquiryRow kept = rows.any(row.inquiryId());
        return kept != null && kept.caseId().equals(row.caseId()) && kept.kind().equals(row.kind())
                && kept.procedureName().equals(row.procedureName()) && Objects.equals(kept.atenabango(), row.atenabango())
                && Objects.equals(kept.taxYear(), row.taxYear()) && Objects.equals(kept.providerKikanCd(), row.providerKikanCd())
                && subjects.open(kept).equals(subjects.open(row));
    }

    /** Ends an inquiry that never left: nobody outside knows of it, so there is no 情報提供等記録. */
    @Transactional
    public void answerUnsent(InquiryRow row, LinkageAnswer answer) {
        Instant now = clock.instant();
        String kind = AnswerMessage.kindOf(answer).getValue();
        if (rows.end(new InquiryMapper.End(row.inquiryId(), InquiryState.FAILED.name(), kind, kind, null, null, null, now)) == 1) {
            log.info("inquiry={} case={} answered {} without asking", row.inquiryId(), row.caseNumber(), kind);
            figures.ended(row, kind, now);
            outbox.send(ANSWERED, row.caseId().toString(), AnswerMessage.of(row, answer, now));
        }
    }

    /** Takes an open inquiry up. Written before the first byte leaves: after a crash it is known that the peer may have heard of it. */
    @Transactional
    public Optional<Inquiry> begin(UUID inquiryId, Duration lease) {
        Instant now = clock.instant();
        return Optional.ofNullable(rows.begin(inquiryId, now, now.plus(lease))).map(this::inquiry);
    }

    @Transactional
    public Optional<Inquiry> open(UUID inquiryId) {
        return Optional.ofNullable(rows.open(inquiryId)).map(this::inquiry);
    }

    /** @param leaseUntil set when the same process goes on at once */
    @Transactional
    public Optional<Inquiry> accepted(Inquiry inquiry, PeerReply.Accepted reply, Instant next, @Nullable Instant leaseUntil) {
        return Optional.ofNullable(rows.accepted(new InquiryMapper.Accepted(inquiry.id(), InquiryState.ACCEPTED.name(), reply.receiptNo(),
                reply.acceptedAt(), next, leaseUntil)))
                .map(state -> inquiry.at(inquiry.stage().accepted(InquiryState.valueOf(state), reply)));
    }

    @Transactional
    public void waits(Inquiry inquiry, Instant next) {
        rows.waits(new InquiryMapper.Waits(inquiry.id(), inquiry.stage().state().name(), inquiry.stage().shoriTsuban(), 0, null, next));
    }

    @Transactional
    public void unreached(Inquiry inquiry, Instant next, String trouble) {
        rows.waits(new InquiryMapper.Waits(inquiry.id(), inquiry.stage().state().name(), inquiry.stage().shoriTsuban(),
                inquiry.stage().attempts() + 1, trouble, next));
    }

    /** Held back by the peer's word: it keeps its place among those that are due. */
    @Transactional
    public void release(Inquiry inquiry, String trouble) {
        rows.release(inquiry.id(), trouble);
    }

    /** Held back by us before anything left: as if it had not been taken up. */
    @Transactional
    public void unsent(Inquiry inquiry) {
        if (inquiry.stage().state() != InquiryState.DRAFT || rows.unsent(inquiry.id()) == 0) {
            rows.release(inquiry.id(), null);
        }
    }

    /** @return false for one of which something has left, and for one that is not open */
    @Transactional
    public boolean postpone(UUID inquiryId, Instant next) {
        return rows.postpone(inquiryId, next) == 1;
    }

    /** @return false for one that was withdrawn meanwhile */
    @Transactional
    public boolean askAnew(UUID inquiryId, Instant next) {
        return rows.askAnew(inquiryId, UUID.randomUUID(), next) == 1;
    }

    @Transactional
    public void cancelAccepted(UUID inquiryId, Instant next) {
        rows.cancelAccepted(inquiryId, clock.instant(), next);
    }

    /**
     * 照会の取りやめ by the case. What has not left never leaves; what has is withdrawn at the peer. Of an inquiry that is unknown, has ended or is
     * withdrawn already nothing changes.
     *
     * @return whether a step is due now
     */
    @Transactional
    public boolean cancel(UUID inquiryId, String reason) {
        InquiryRow row = rows.open(inquiryId);
        if (row == null || rows.cancel(inquiryId, reason, clock.instant()) == 0) {
            log.info("inquiry={} is not open, nothing to cancel", inquiryId);
            return false;
        }
        log.info("inquiry={} case={} withdrawn by the case: {}", inquiryId, row.caseNumber(), reason);
        if (row.state().equals(InquiryState.DRAFT.name()) && row.sentAt() == null) {
            Instant now = clock.instant();
            rows.end(new InquiryMapper.End(inquiryId, InquiryState.CANCELLED.name(), AnswerKind.UNAVAILABLE.getValue(), WITHDRAWN, null,
                    null,
                    null, now));
            figures.ended(row, WITHDRAWN, now);
            return false;
        }
        return true;
    }

    /**
     * Keeps the answer as received, ends the inquiry, writes its record and tells the case: all or nothing. A second answer to
     * the same inquiry changes nothing.
     */
    @Transactional
    public void end(Inquiry inquiry, InquiryState state, LinkageAnswer answer, PeerReply.@Nullable Received received) {
        Instant now = clock.instant();
        InquiryRow row = rows.open(inquiry.id());
        if (row == null) {
            log.info("inquiry={} was answered before", inquiry.id());
            return;
        }
        if (received != null) {
            keep(row, received, now);
        }
        boolean withdrawn = row.cancelRequestedAt() != null;
        String kind = withdrawn ? AnswerKind.UNAVAILABLE.getValue() : AnswerMessage.kindOf(answer).getValue();
        String resultKind = received != null ? received.resultKind() : unanswered(state, answer, kind);
        rows.end(new InquiryMapper.End(inquiry.id(), state.name(), kind, resultKind, inquiry.stage().shoriTsuban(),
                received == null ? null : received.datasetNo(), received == null ? null : received.hanNo(), now));
        if (row.tmCd() != null || row.jukiPurpose() != null) {
            // Inside the municipality and to its bank no network provides anything (番号法第23条).
            records.append(recordOf(row, inquiry.stage().shoriTsuban(), resultKind, now));
        }
        if (!withdrawn) {
            outbox.send(ANSWERED, row.caseId().toString(), AnswerMessage.of(row, answer, now));
        }
        log.info("inquiry={} case={} {} {}", inquiry.id(), row.caseNumber(), withdrawn ? "was withdrawn and ended" : "answered", kind);
        figures.ended(row, withdrawn ? WITHDRAWN : kind, now);
    }

    /** What the record says of an end without a result: by name where there is one that an officer can do something with. */
    private static String unanswered(InquiryState state, LinkageAnswer answer, String kind) {
        if (state == InquiryState.CANCELLED) {
            return state.name();
        }
        return answer instanceof LinkageAnswer.Unavailable(String trouble) && trouble.equals(ANSWER_TOO_LARGE) ? trouble : kind;
    }

    private void keep(InquiryRow row, PeerReply.Received received, Instant now) {
        Sealed sealed = sealer.seal("answer/" + row.inquiryId(), received.body());
        rows.keepAnswer(new InquiryMapper.KeptAnswer(row.municipalityCode(), row.inquiryId(), fingerprint(row.inquiryId(), received.body()),
                sealed.cipher(), sealed.keyId(), now));
    }

    /** Bound to the inquiry: equal answers about two persons must not be recognisable as equal. */
    private static String fingerprint(UUID inquiryId, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(inquiryId.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProvisionRecord recordOf(InquiryRow row, @Nullable String shoriTsuban, String resultKind, Instant now) {
        String provider = Objects.requireNonNull(row.providerKikanCd());
        var parties = new ProvisionRecord.Parties(provider.equals(JUKI) ? JUKI : "NWS", row.askerKikanCd(), provider, row.officer());
        var matter = new ProvisionRecord.Matter(row.caseNumber(), Objects.requireNonNull(row.legalBasis()), row.jimuCd(),
                row.jimutetsuzukiCd(),
                row.tmCd(), row.jukiPurpose());
        return new ProvisionRecord(row.inquiryId(), parties, matter, row.atenabango(), row.withholdCd().equals("1"),
                new ProvisionRecord.Outcome(row.receiptNo(), shoriTsuban == null ? row.shoriTsuban() : shoriTsuban, resultKind, now));
    }

    private Inquiry inquiry(InquiryRow row) {
        var occasion = new Inquiry.Occasion(row.caseId(), row.caseNumber(), row.gyomuId(), row.askerBushoCd(), row.officer(),
                row.requestedAt(),
                row.withholdCd().equals("1"));
        var stage = new Inquiry.Stage(InquiryState.valueOf(row.state()), row.attempts(), row.receiptNo(), row.shoriTsuban(),
                row.acceptedAt(), row.cancelAcceptedAt() != null);
        return new Inquiry(new Municipality(row.municipalityCode()), row.inquiryId(), occasion, question(row), row.requestId(), stage,
                new Inquiry.Origin(row.correlationId(), row.traceparent()));
    }

    private Inquiry.Question question(InquiryRow row) {
        String legalBasis = Objects.requireNonNull(row.legalBasis());
        String sourceMark = Objects.requireNonNull(row.legalSourceMark());
        InformationKind kind = InformationKind.fromValue(row.kind());
        if (kind == InformationKind.NUMBERING || kind == InformationKind.ACCOUNT_CHECK) {
            SubjectText.Person subject = subjects.open(row);
            var basis = new OwnBasis(Objects.requireNonNull(row.providerKikanCd()), legalBasis, sourceMark);
            return kind == InformationKind.NUMBERING
                    ? new Inquiry.NumberingQuestion(basis, Objects.requireNonNull(subject.particulars()))
                    : new Inquiry.AccountQuestion(basis, Objects.requireNonNull(subject.account()));
        }
        if (kind == InformationKind.IDENTITY) {
            SubjectText.Person person = subjects.open(row);
            return new Inquiry.IdentityQuestion(
                    new JukiPurpose(row.askerKikanCd(), Objects.requireNonNull(row.jukiPurpose()), legalBasis, sourceMark),
                    Objects.requireNonNull(person.name()), Objects.requireNonNull(person.birthDate()));
        }
        var tuple = new LegalTuple(row.askerKikanCd(), Objects.requireNonNull(row.jimuCd()), Objects.requireNonNull(row.jimutetsuzukiCd()),
                Objects.requireNonNull(row.providerKikanCd()), Objects.requireNonNull(row.tmCd()), legalBasis, sourceMark);
        String atenabango = Objects.requireNonNull(row.atenabango());
        return new Inquiry.NetworkQuestion(kind, tuple, atenabango, row.taxYear(), needsDetail(row));
    }

    /** 児童扶養手当 assembles an income (施行令第3条・第4条); 児童手当 compares totals and is told no more. */
    private static boolean needsDetail(InquiryRow row) {
        return Procedure.CHILD_REARING_ALLOWANCE_NEW.getValue().equals(row.procedureName());
    }
}
