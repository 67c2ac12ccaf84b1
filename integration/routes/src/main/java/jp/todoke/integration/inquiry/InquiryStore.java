package jp.todoke.integration.inquiry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.todoke.api.linkage.model.InformationKind;
import jp.todoke.api.linkage.model.Procedure;
import jp.todoke.channel.GroupedWrites;
import jp.todoke.integration.evidence.JukiPurpose;
import jp.todoke.integration.evidence.LegalTuple;
import jp.todoke.integration.evidence.OwnBasis;
import jp.todoke.tenancy.Municipality;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** The rows of inquiries. Each change is a transaction of its own; none is open while a peer is asked. */
@Component
class InquiryStore {
    static final String JUKI = "JUKI";
    private static final Logger log = LoggerFactory.getLogger(InquiryStore.class);

    private final InquiryMapper rows;
    private final SubjectText subjects;
    private final InquiryEnds ends;
    private final Duration lease;
    private final Clock clock;
    private final JsonMapper json;
    private final GroupedWrites<UUID, Optional<InquiryRow>> beginnings;
    private final GroupedWrites<InquiryMapper.Accepted, Optional<String>> acceptances;

    InquiryStore(InquiryMapper rows, SubjectText subjects, InquiryEnds ends, InquiryProperties properties, Clock clock, JsonMapper json,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.subjects = subjects;
        this.ends = ends;
        this.lease = properties.lease();
        this.clock = clock;
        this.json = json;
        this.beginnings = new GroupedWrites<>(transaction, this::beginAll);
        this.acceptances = new GroupedWrites<>(transaction, this::acceptAll);
    }

    /**
     * @param atOnce the answer of a question that is not to leave
     * @return false when the id is in use
     */
    @Transactional
    public boolean add(InquiryRow row, String line, @Nullable LinkageAnswer atOnce) {
        if (rows.addIfNew(row, line, atOnce == null ? row.requestedAt() : null) == 0) {
            return false;
        }
        log.info("inquiry={} case={} kind={} registered", row.inquiryId(), row.caseNumber(), row.kind());
        if (atOnce != null) {
            ends.answerUnsent(row, atOnce);
        }
        return true;
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

    /** Takes an open inquiry up. Written before the first byte leaves: after a crash it is known that the peer may have heard of it. */
    Optional<Inquiry> begin(UUID inquiryId) {
        return beginnings.write(inquiryId).map(this::inquiry);
    }

    private List<Optional<InquiryRow>> beginAll(List<UUID> inquiryIds) {
        Instant now = clock.instant();
        Map<UUID, InquiryRow> begun = rows.begin(texts(inquiryIds), now, now.plus(lease)).stream()
                .collect(Collectors.toMap(InquiryRow::inquiryId, Function.identity()));
        return inquiryIds.stream().map(id -> Optional.ofNullable(begun.get(id))).toList();
    }

    @Transactional
    public Optional<Inquiry> open(UUID inquiryId) {
        return Optional.ofNullable(rows.open(inquiryId)).map(this::inquiry);
    }

    /** @param goesOn whether the same process takes the next step at once */
    Optional<Inquiry> accepted(Inquiry inquiry, PeerReply.Accepted reply, Instant next, boolean goesOn) {
        return acceptances
                .write(new InquiryMapper.Accepted(inquiry.id(), InquiryState.ACCEPTED.name(), reply.receiptNo(), reply.acceptedAt(), next,
                        goesOn ? next.plus(lease) : null))
                .map(state -> inquiry.at(inquiry.stage().accepted(InquiryState.valueOf(state), reply)));
    }

    private List<Optional<String>> acceptAll(List<InquiryMapper.Accepted> accepted) {
        Map<UUID, String> states = rows.accepted(json.writeValueAsString(accepted)).stream()
                .collect(Collectors.toMap(InquiryMapper.Stands::inquiryId, InquiryMapper.Stands::state));
        return accepted.stream().map(each -> Optional.ofNullable(states.get(each.inquiryId()))).toList();
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
            ends.withdrawUnsent(row);
            return false;
        }
        return true;
    }

    private static String[] texts(List<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
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
