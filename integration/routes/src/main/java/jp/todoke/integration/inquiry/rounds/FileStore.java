package jp.todoke.integration.inquiry.rounds;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import jp.todoke.api.rounds.model.RoundProcedure;
import jp.todoke.integration.evidence.Institutions;
import jp.todoke.integration.evidence.LegalTuple;
import jp.todoke.integration.evidence.NetworkInformation;
import jp.todoke.integration.inquiry.InquiryProperties;
import jp.todoke.integration.inquiry.rounds.FileMapper.FileRow;
import jp.todoke.integration.inquiry.rounds.FileMapper.LineRow;
import jp.todoke.integration.inquiry.rounds.FileMapper.NewInquiry;
import jp.todoke.integration.inquiry.rounds.FileMapper.Target;
import jp.todoke.integration.records.RecordSeal;
import jp.todoke.sealing.Sealed;
import jp.todoke.sealing.Sealer;
import jp.todoke.tenancy.Municipality;
import jp.todoke.tenancy.Tenant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The way of a file up to its receipt. Each change is a transaction of its own; none is open while the peer is asked. */
@Component
class FileStore {
    /** Inquiries made by one statement. */
    private static final int BATCH = 1_000;
    /** A round knows persons by their 宛名番号 alone. */
    private static final String NOBODY = "{}";

    /** Where the questions come from. */
    @Component
    record Basis(LineCheck check, NetworkInformation information, Institutions institutions) {}

    private final FileMapper rows;
    private final Basis basis;
    private final InquiryProperties inquiries;
    private final Sealer sealer;
    private final Clock clock;
    private final JsonMapper json;
    private final RecordSeal records;

    FileStore(FileMapper rows, Basis basis, InquiryProperties inquiries, Sealer sealer, Clock clock, JsonMapper json, RecordSeal records) {
        this.rows = rows;
        this.basis = basis;
        this.inquiries = inquiries;
        this.sealer = sealer;
        this.clock = clock;
        this.json = json;
        this.records = records;
    }

    /** Nothing new leaves while 情報提供等記録 of the municipality wait too long for their seal. */
    boolean waitsForSeal(FileRow file) {
        return (file.state().equals("DRAFT") || file.state().equals("PREPARED")) && !records.mayGoOn();
    }

    /** The file if it is not completed, with its lease renewed for the next step. */
    @Transactional
    public Optional<FileRow> hold(UUID fileId, Instant leaseUntil) {
        Optional<FileRow> file = Optional.ofNullable(rows.open(fileId));
        file.ifPresent(_ -> rows.holdUntil(fileId, leaseUntil));
        return file;
    }

    /** A transaction of its own: one at a time can analyse the tables, and whoever comes meanwhile goes on without. */
    @Transactional
    public void know() {
        rows.know();
    }

    /** Makes the inquiries of a file; a line that the 照合リスト no longer permits stays behind. */
    @Transactional
    public void prepare(FileRow file) {
        NetworkInformation.Entry asked = basis.information().of(file.kind()).orElseThrow();
        LineCheck.Questions questions = basis.check().of(file.procedureName(), asked);
        FileMapper.Common common = common(file);
        List<Long> refused = new ArrayList<>();
        List<NewInquiry> batch = new ArrayList<>(BATCH);
        int recordNo = 0;
        for (LineRow line : rows.lines(file.roundId(), file.fileNo())) {
            Optional<LegalTuple> tuple = questions.basis(line.providerMunicipality());
            if (tuple.isEmpty()) {
                refused.add(line.lineNo());
                continue;
            }
            batch.add(inquiry(line, ++recordNo, tuple.get(), common.roundNumber()));
            if (batch.size() == BATCH) {
                add(common, batch);
            }
        }
        add(common, batch);
        rows.refuse(file.roundId(), json.writeValueAsString(refused), LineCode.NO_LEGAL_BASIS.name());
        rows.prepared(file.fileId());
    }

    private FileMapper.Common common(FileRow file) {
        Municipality asker = Tenant.current();
        return new FileMapper.Common(asker.code(), file.roundId(), RoundReports.number(file.roundId()), file.fileNo(), file.kind(),
                file.procedureName(), gyomuId(file), file.officer(), basis.institutions().kikanCd(asker), inquiries.department(),
                file.taxYear(), file.correlationId(), file.traceparent(), file.requestedAt());
    }

    private String gyomuId(FileRow file) {
        return switch (RoundProcedure.fromValue(file.procedureName())) {
            case CHILD_ALLOWANCE_NEW, CHILD_ALLOWANCE_ANNUAL -> inquiries.gyomuIds().childAllowance();
            case CHILD_REARING_ALLOWANCE_NEW, CHILD_REARING_ALLOWANCE_ANNUAL -> inquiries.gyomuIds().childRearingAllowance();
        };
    }

    private NewInquiry inquiry(LineRow line, int recordNo, LegalTuple tuple, String roundNumber) {
        UUID inquiryId = UUID.randomUUID();
        Sealed subject = sealer.seal("inquiry/" + inquiryId, NOBODY);
        return new NewInquiry(line.lineNo(), recordNo, inquiryId, UUID.randomUUID(), Base64.getEncoder().encodeToString(subject.cipher()),
                subject.keyId(), line.caseNumber() == null ? roundNumber : line.caseNumber(), tuple.providerKikanCd(), tuple.jimuCd(),
                tuple.jimutetsuzukiCd(), tuple.tmCd(), tuple.legalBasis(), tuple.sourceMark());
    }

    private void add(FileMapper.Common common, List<NewInquiry> batch) {
        if (!batch.isEmpty()) {
            String made = json.writeValueAsString(batch);
            rows.addInquiries(common, made);
            rows.numberLines(common.roundId(), made);
            batch.clear();
        }
    }

    /** The records as they are sent, in their order. */
    @Transactional(readOnly = true)
    public List<InquiryFile.Entry> entries(FileRow file) {
        return rows.all(file.roundId(), file.fileNo()).stream()
                .map(target -> new InquiryFile.Entry(basisOf(target), target.atenabango(), target.taxYear(),
                        target.withholdCd().equals("1")))
                .toList();
    }

    static LegalTuple basisOf(Target target) {
        return new LegalTuple(target.askerKikanCd(), target.jimuCd(), target.jimutetsuzukiCd(), target.providerKikanCd(), target.tmCd(),
                target.legalBasis(), target.legalSourceMark());
    }

    InquiryFile asPeerHears(FileRow file) {
        return new InquiryFile(new Municipality(file.municipalityCode()), file.fileId(), RoundReports.number(file.roundId()),
                file.fileName(), file.requestId(), new InquiryFile.Asker(gyomuId(file), inquiries.department(), file.officer()),
                file.requestedAt(), file.receiptNo());
    }

    /**
     * Written before the first byte leaves: after a crash it is known that the peer may have heard of the file.
     *
     * @return false when the round was stopped before anything of this file left
     */
    @Transactional
    public boolean sending(FileRow file, String sha256) {
        if (heldBack(file)) {
            return false;
        }
        Instant now = clock.instant();
        if (rows.sending(file.fileId(), sha256, now) == 0) {
            throw new IllegalStateException("file " + file.fileName() + " would be sent with other bytes than before");
        }
        rows.sendInquiries(file.roundId(), file.fileNo(), now);
        return true;
    }

    /** A file of a stopped round that has not left stays here. */
    private boolean heldBack(FileRow file) {
        return file.state().equals("PREPARED") && rows.roundState(file.roundId()).equals("STOPPED") && rows.holdBack(file.fileId()) == 1;
    }

    @Transactional
    public void received(FileRow file, FileReply.Received reply) {
        rows.received(file.fileId(), reply.receiptNo(), reply.acceptedAt());
    }

    @Transactional
    public void continueAt(UUID fileId, Instant nextAttemptAt) {
        rows.continueAt(fileId, nextAttemptAt);
    }

    @Transactional
    public void unreached(UUID fileId, Instant nextAttemptAt, String trouble) {
        rows.unreached(fileId, nextAttemptAt, trouble);
    }

    @Transactional(readOnly = true)
    public Optional<Integer> firstOpen(FileRow file) {
        return Optional.ofNullable(rows.firstOpen(file.roundId(), file.fileNo()));
    }
}
