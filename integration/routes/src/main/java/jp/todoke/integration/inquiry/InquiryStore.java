package jp.todoke.integration.inquiry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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
    public boolean add(InquiryRow row, @Nullable Instant nextAttemptAt) {
        return rows.addIfNew(row, nextAttemptAt) == 1;
    }

    /** Ends an inquiry that never left: nobody outside knows of it, so there is no 情報提供等記録. */
    @Transactional
    public void answerUnsent(InquiryRow row, LinkageAnswer answer) {
        Instant now = clock.instant();
        String kind = AnswerMessage.kindOf(answer).getValue();
        if (rows.end(new InquiryMapper.End(row.inquiryId(), InquiryState.FAILED.name(), kind, kind, null, null, now)) == 1) {
            log.info("inquiry={} case={} answered {} without asking", row.inquiryId(), row.caseNumber(), kind);
            figures.ended(row, kind, now);
            outbox.send(ANSWERED, row.caseId().toString(), AnswerMessage.of(row, answer, now));
        }
    }

    /** The inquiry if it is still open, with its lease renewed for the next step. */
    @Transactional
    public Optional<Inquiry> hold(UUID inquiryId, Instant leaseUntil) {
        InquiryRow row = rows.open(inquiryId);
        if (row == null) {
            return Optional.empty();
        }
        rows.holdUntil(inquiryId, leaseUntil);
        return Optional.of(inquiry(row));
    }

    /** Whether nothing of it has left yet. */
    @Transactional(readOnly = true)
    public boolean isUnsent(UUID inquiryId) {
        InquiryRow row = rows.open(inquiryId);
        return row != null && row.state().equals(InquiryState.DRAFT.name());
    }

    /** Written before the first byte leaves: after a crash it is known that the peer may have heard of the inquiry. */
    @Transactional
    public void sending(UUID inquiryId) {
        rows.sending(inquiryId, clock.instant());
    }

    @Transactional
    public void accepted(UUID inquiryId, PeerReply.Accepted reply) {
        rows.accepted(inquiryId, reply.receiptNo(), reply.acceptedAt());
    }

    @Transactional
    public void progressed(UUID inquiryId, InquiryState state, @Nullable String shoriTsuban) {
        rows.progressed(inquiryId, state.name(), shoriTsuban);
    }

    @Transactional
    public void continueAt(UUID inquiryId, Instant nextAttemptAt) {
        rows.continueAt(inquiryId, nextAttemptAt);
    }

    @Transactional
    public void unreached(UUID inquiryId, Instant nextAttemptAt, String trouble) {
        rows.unreached(inquiryId, nextAttemptAt, trouble);
    }

    @Transactional
    public void askAnew(UUID inquiryId, Instant nextAttemptAt) {
        rows.askAnew(inquiryId, UUID.randomUUID(), nextAttemptAt);
    }

    /**
     * Keeps the answer as received, ends the inquiry, writes its record and tells the case: all or nothing. A second answer to
     * the same inquiry changes nothing.
     */
    @Transactional
    public void end(UUID inquiryId, InquiryState state, LinkageAnswer answer, PeerReply.@Nullable Received received) {
        Instant now = clock.instant();
        InquiryRow row = rows.open(inquiryId);
        if (row == null) {
            log.info("inquiry={} was answered before", inquiryId);
            return;
        }
        if (received != null) {
            keep(row, received, now);
        }
        String kind = AnswerMessage.kindOf(answer).getValue();
        String resultKind = received == null ? kind : received.resultKind();
        var end = new InquiryMapper.End(inquiryId, state.name(), kind, resultKind, received == null ? null : received.datasetNo(),
                received == null ? null : received.hanNo(), now);
        if (rows.end(end) == 1) {
            if (row.tmCd() != null || row.jukiPurpose() != null) {
                // Inside the municipality and to its bank no network provides anything (番号法第23条).
                records.append(recordOf(row, resultKind, now));
            }
            outbox.send(ANSWERED, row.caseId().toString(), AnswerMessage.of(row, answer, now));
            log.info("inquiry={} case={} answered {}", inquiryId, row.caseNumber(), kind);
            figures.ended(row, kind, now);
        }
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

    private static ProvisionRecord recordOf(InquiryRow row, String resultKind, Instant now) {
        String provider = Objects.requireNonNull(row.providerKikanCd());
        var parties = new ProvisionRecord.Parties(provider.equals(JUKI) ? JUKI : "NWS", row.askerKikanCd(), provider, row.officer());
        var matter = new ProvisionRecord.Matter(row.caseNumber(), Objects.requireNonNull(row.legalBasis()), row.jimuCd(),
                row.jimutetsuzukiCd(),
                row.tmCd(), row.jukiPurpose());
        return new ProvisionRecord(row.inquiryId(), parties, matter, row.atenabango(), row.withholdCd().equals("1"),
                new ProvisionRecord.Outcome(row.receiptNo(), row.shoriTsuban(), resultKind, now));
    }

    private Inquiry inquiry(InquiryRow row) {
        var occasion = new Inquiry.Occasion(row.caseId(), row.caseNumber(), row.gyomuId(), row.askerBushoCd(), row.officer(),
                row.requestedAt(),
                row.withholdCd().equals("1"));
        var stage = new Inquiry.Stage(InquiryState.valueOf(row.state()), row.attempts(), row.receiptNo());
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
