package jp.todoke.integration.inquiry;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.todoke.api.linkage.model.AnswerKind;
import jp.todoke.channel.GroupedWrites;
import jp.todoke.channel.Outbox;
import jp.todoke.integration.records.ProvisionRecord;
import jp.todoke.integration.records.ProvisionRecords;
import jp.todoke.sealing.Fingerprint;
import jp.todoke.sealing.Sealed;
import jp.todoke.sealing.Sealer;
import jp.todoke.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** How inquiries end: the answer as received, the row, its record and the message to the case, all or nothing. */
@Component
class InquiryEnds {
    static final String JUKI = "JUKI";
    private static final Logger log = LoggerFactory.getLogger(InquiryEnds.class);
    private static final String ANSWERED = "inquiry.answered";
    /** In figures: an end that no case is told of. */
    private static final String WITHDRAWN = "CANCELLED";
    private static final String ANSWER_TOO_LARGE = "ANSWER_TOO_LARGE";

    /** What is known of an end before its row is read. */
    private record Ending(Inquiry inquiry, InquiryState state, LinkageAnswer answer, PeerReply.@Nullable Received received,
            InquiryMapper.@Nullable KeptAnswer kept, Outbox.Cause cause) {

        String resultKind(String kind) {
            return received != null ? received.resultKind() : unanswered(state, answer, kind);
        }
    }

    /** What became of it; the first of those that end the same inquiry does. */
    private enum Ended {
        FIRST,
        WITHDRAWN,
        BEFORE
    }

    private final InquiryMapper rows;
    private final Sealer sealer;
    private final ProvisionRecords records;
    private final Outbox outbox;
    private final Clock clock;
    private final InquiryFigures figures;
    private final JsonMapper json;
    private final GroupedWrites<Ending, Ended> endings;

    InquiryEnds(InquiryMapper rows, Sealer sealer, ProvisionRecords records, Outbox outbox, Clock clock, InquiryFigures figures,
            JsonMapper json, TransactionTemplate transaction) {
        this.rows = rows;
        this.sealer = sealer;
        this.records = records;
        this.outbox = outbox;
        this.clock = clock;
        this.figures = figures;
        this.json = json;
        this.endings = new GroupedWrites<>(transaction, this::endAll);
    }

    /** A second answer to the same inquiry changes nothing. */
    void end(Inquiry inquiry, InquiryState state, LinkageAnswer answer, PeerReply.@Nullable Received received) {
        InquiryMapper.KeptAnswer kept = received == null ? null : kept(inquiry.id(), received);
        switch (endings.write(new Ending(inquiry, state, answer, received, kept, outbox.cause()))) {
            case FIRST -> log.info("inquiry={} case={} answered {}", inquiry.id(), inquiry.occasion().caseNumber(),
                    AnswerMessage.kindOf(answer).getValue());
            case WITHDRAWN ->
                log.info("inquiry={} case={} was withdrawn and ended", inquiry.id(), inquiry.occasion().caseNumber());
            case BEFORE -> log.info("inquiry={} was answered before", inquiry.id());
        }
    }

    /** Ends an inquiry that never left: nobody outside knows of it, so there is no 情報提供等記録. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void answerUnsent(InquiryRow row, LinkageAnswer answer) {
        String kind = AnswerMessage.kindOf(answer).getValue();
        Instant now = clock.instant();
        if (endUnsent(row, InquiryState.FAILED, kind, kind, now)) {
            log.info("inquiry={} case={} answered {} without asking", row.inquiryId(), row.caseNumber(), kind);
            figures.ended(row, kind, now);
            outbox.send(ANSWERED, row.caseId().toString(), AnswerMessage.of(row, answer, now));
        }
    }

    /** As {@link #answerUnsent}, at the wish of the case, which therefore is told nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdrawUnsent(InquiryRow row) {
        Instant now = clock.instant();
        if (endUnsent(row, InquiryState.CANCELLED, AnswerKind.UNAVAILABLE.getValue(), WITHDRAWN, now)) {
            figures.ended(row, WITHDRAWN, now);
        }
    }

    private boolean endUnsent(InquiryRow row, InquiryState state, String kind, String resultKind, Instant now) {
        return rows.end(json.writeValueAsString(
                List.of(new InquiryMapper.End(row.inquiryId(), state.name(), kind, resultKind, null, null, null, now)))) == 1;
    }

    private List<Ended> endAll(List<Ending> all) {
        Instant now = clock.instant();
        Map<UUID, InquiryRow> open = rows.allOpen(all.stream().map(ending -> ending.inquiry().id().toString()).toArray(String[]::new))
                .stream().collect(Collectors.toMap(InquiryRow::inquiryId, Function.identity()));
        List<Ended> results = new ArrayList<>();
        List<InquiryMapper.KeptAnswer> kept = new ArrayList<>();
        List<InquiryMapper.End> ends = new ArrayList<>();
        List<ProvisionRecord> provisions = new ArrayList<>();
        List<Outbox.Message> messages = new ArrayList<>();
        for (Ending ending : all) {
            InquiryRow row = open.remove(ending.inquiry().id());
            if (row == null) {
                results.add(Ended.BEFORE);
                continue;
            }
            boolean withdrawn = row.cancelRequestedAt() != null;
            String kind = withdrawn ? AnswerKind.UNAVAILABLE.getValue() : AnswerMessage.kindOf(ending.answer()).getValue();
            if (ending.kept() != null) {
                kept.add(ending.kept());
            }
            ends.add(end(ending, kind, now));
            if (row.tmCd() != null || row.jukiPurpose() != null) {
                // Inside the municipality and to its bank no network provides anything (番号法第23条).
                provisions.add(recordOf(row, ending.inquiry().stage().shoriTsuban(), ending.resultKind(kind), now));
            }
            if (!withdrawn) {
                messages.add(new Outbox.Message(ANSWERED, row.caseId().toString(), AnswerMessage.of(row, ending.answer(), now),
                        ending.cause()));
            }
            figures.ended(row, withdrawn ? WITHDRAWN : kind, now);
            results.add(withdrawn ? Ended.WITHDRAWN : Ended.FIRST);
        }
        write(kept, ends, provisions, messages, now);
        return results;
    }

    private void write(List<InquiryMapper.KeptAnswer> kept, List<InquiryMapper.End> ends, List<ProvisionRecord> provisions,
            List<Outbox.Message> messages, Instant now) {
        if (!kept.isEmpty()) {
            rows.keepAnswers(Tenant.current().code(), json.writeValueAsString(kept), now);
        }
        if (!ends.isEmpty()) {
            rows.end(json.writeValueAsString(ends));
        }
        records.append(provisions);
        if (!messages.isEmpty()) {
            outbox.send(messages);
        }
    }

    private static InquiryMapper.End end(Ending ending, String kind, Instant now) {
        PeerReply.Received received = ending.received();
        return new InquiryMapper.End(ending.inquiry().id(), ending.state().name(), kind, ending.resultKind(kind),
                ending.inquiry().stage().shoriTsuban(), received == null ? null : received.datasetNo(),
                received == null ? null : received.hanNo(), now);
    }

    /** What the record says of an end without a result: by name where there is one that an officer can do something with. */
    private static String unanswered(InquiryState state, LinkageAnswer answer, String kind) {
        if (state == InquiryState.CANCELLED) {
            return state.name();
        }
        return answer instanceof LinkageAnswer.Unavailable(String trouble) && trouble.equals(ANSWER_TOO_LARGE) ? trouble : kind;
    }

    private InquiryMapper.KeptAnswer kept(UUID inquiryId, PeerReply.Received received) {
        Sealed sealed = sealer.seal("answer/" + inquiryId, received.body());
        return new InquiryMapper.KeptAnswer(inquiryId, Fingerprint.of(inquiryId, received.body()),
                Base64.getEncoder().encodeToString(sealed.cipher()), sealed.keyId());
    }

    private static ProvisionRecord recordOf(InquiryRow row, @Nullable String shoriTsuban, String resultKind, Instant now) {
        String provider = Objects.requireNonNull(row.providerKikanCd());
        var parties = new ProvisionRecord.Parties(provider.equals(JUKI) ? JUKI : "NWS", row.askerKikanCd(), provider, row.officer());
        var matter = new ProvisionRecord.Matter(row.caseNumber(), Objects.requireNonNull(row.legalBasis()), row.jimuCd(),
                row.jimutetsuzukiCd(), row.tmCd(), row.jukiPurpose());
        return new ProvisionRecord(row.inquiryId(), parties, matter, row.atenabango(), row.withholdCd().equals("1"),
                new ProvisionRecord.Outcome(row.receiptNo(), shoriTsuban == null ? row.shoriTsuban() : shoriTsuban, resultKind, now));
    }
}
