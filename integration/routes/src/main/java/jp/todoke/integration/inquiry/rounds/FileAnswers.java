package jp.todoke.integration.inquiry.rounds;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.todoke.api.linkage.model.AnswerKind;
import jp.todoke.api.linkage.model.InformationKind;
import jp.todoke.api.rounds.model.RoundProcedure;
import jp.todoke.integration.inquiry.AnswerMessage;
import jp.todoke.integration.inquiry.Inquiry;
import jp.todoke.integration.inquiry.InquiryState;
import jp.todoke.integration.inquiry.PeerReply;
import jp.todoke.integration.inquiry.rounds.FileMapper.End;
import jp.todoke.integration.inquiry.rounds.FileMapper.FileRow;
import jp.todoke.integration.inquiry.rounds.FileMapper.Target;
import jp.todoke.integration.records.ProvisionRecord;
import jp.todoke.integration.records.ProvisionRecords;
import jp.todoke.sealing.Fingerprint;
import jp.todoke.sealing.Sealed;
import jp.todoke.sealing.Sealer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What came back for a file, line by line: the answer kept as received, the inquiry ended, its record written, all or nothing for each
 * window. What fits no open line is kept apart, and nothing is applied twice.
 */
@Component
class FileAnswers {
    private static final Logger log = LoggerFactory.getLogger(FileAnswers.class);
    private static final String UNKNOWN_RECEIPT = "UNKNOWN_RECEIPT";
    private static final String SECOND_ANSWER = "SECOND_ANSWER";
    private static final String UNREADABLE_ANSWER = "UNREADABLE_ANSWER";

    private final FileMapper rows;
    private final Sealer sealer;
    private final ProvisionRecords records;
    private final Clock clock;
    private final JsonMapper json;
    private final RoundFigures figures;

    FileAnswers(FileMapper rows, Sealer sealer, ProvisionRecords records, Clock clock, JsonMapper json, RoundFigures figures) {
        this.rows = rows;
        this.sealer = sealer;
        this.records = records;
        this.clock = clock;
        this.json = json;
        this.figures = figures;
    }

    /** 登録結果 and 統合宛名エラーリスト: each record was taken, was not, or is missing from both, and then nobody will answer it. */
    @Transactional
    public void list(FileRow file, FileReply.Lists lists) {
        rows.take(file.roundId(), file.fileNo(), file.fileId(), json.writeValueAsString(lists.taken().stream()
                .map(taken -> new FileMapper.Taken(taken.recordNo(), taken.atenabango(), taken.receiptNo())).toList()));
        // 団体内統合宛名 sends on what it could translate: a record of its error list has not reached the network and leaves no 情報提供等記録.
        endNotTaken(file, lists.untranslatable(), AnswerKind.NO_LINKAGE_CODE, LineCode.UNTRANSLATABLE, false);
        endNotTaken(file, lists.rejected(), AnswerKind.UNAVAILABLE, LineCode.RECORD_REJECTED, true);
        endAll(file, rows.notListed(file.roundId(), file.fileNo()), AnswerKind.UNAVAILABLE, LineCode.NOT_LISTED);
        rows.listed(file.fileId());
        // The answers come by 受付番号, of which there was none before.
        rows.know();
        log.info("file={} taken={} rejected={} untranslatable={}", file.fileId(), lists.taken().size(), lists.rejected().size(),
                lists.untranslatable().size());
    }

    private void endNotTaken(FileRow file, List<FileReply.NotTaken> records, AnswerKind answer, LineCode code, boolean recorded) {
        Map<Integer, FileReply.NotTaken> byNo = records.stream()
                .collect(Collectors.toMap(FileReply.NotTaken::recordNo, Function.identity(), (first, _) -> first));
        Map<Target, End> ends = new LinkedHashMap<>();
        for (Target target : rows.byRecord(file.roundId(), file.fileNo(), json.writeValueAsString(byNo.keySet()))) {
            FileReply.NotTaken record = byNo.get(target.recordNo());
            if (record != null && record.atenabango().equals(target.atenabango())) {
                ends.put(target, ended(target, InquiryState.FAILED, answer, code, record.code()));
            }
        }
        end(file, ends, recorded);
    }

    /** A window of the result file. Read again after a crash, it changes nothing. */
    @Transactional
    public void window(FileRow file, FileReply.Window window) {
        Instant now = clock.instant();
        List<FileReply.Answered> answers = window.answers();
        Map<String, Target> targets = rows
                .byReceipt(file.roundId(), file.fileNo(), texts(answers.stream().map(FileReply.Answered::receiptNo)
                        .toList()))
                .stream().collect(Collectors.toMap(Target::receiptNo, Function.identity(), (first, _) -> first));
        Set<String> known = fingerprints(targets.values().stream().filter(target -> target.answer() != null).toList());
        Set<UUID> answeredHere = new HashSet<>();
        Map<Target, End> ends = new LinkedHashMap<>();
        List<FileMapper.Kept> kept = new ArrayList<>();
        for (FileReply.Answered answer : answers) {
            Target target = targets.get(answer.receiptNo());
            if (target == null) {
                apart(file, UNKNOWN_RECEIPT, answer.received().body(), now);
            } else if (known.add(Fingerprint.of(target.inquiryId(), answer.received().body()))) {
                if (target.answer() == null && answeredHere.add(target.inquiryId())) {
                    ends.put(target, ended(target, answer));
                    kept.add(kept(target, answer.received()));
                } else {
                    apart(file, SECOND_ANSWER, answer.received().body(), now);
                }
            }
        }
        window.unreadable().forEach(line -> apart(file, UNREADABLE_ANSWER, line, now));
        rows.keep(file.municipalityCode(), json.writeValueAsString(kept), now);
        end(file, ends, true);
    }

    /** The open lines of a file end in one way, and with them the file. */
    @Transactional
    public void endOpen(FileRow file, AnswerKind answer, LineCode code) {
        endAll(file, rows.stillOpen(file.roundId(), file.fileNo()), answer, code);
        complete(file);
    }

    @Transactional
    public void complete(FileRow file) {
        rows.complete(file.fileId(), clock.instant());
        log.info("file={} name={} completed", file.fileId(), file.fileName());
    }

    private void endAll(FileRow file, List<Target> targets, AnswerKind answer, LineCode code) {
        InquiryState state = answer == AnswerKind.EXPIRED ? InquiryState.EXPIRED : InquiryState.FAILED;
        Map<Target, End> ends = new LinkedHashMap<>();
        targets.forEach(target -> ends.put(target, ended(target, state, answer, code, null)));
        end(file, ends, true);
    }

    private static End ended(Target target, InquiryState state, AnswerKind answer, LineCode code, @Nullable String peerCode) {
        return new End(target.inquiryId(), state.name(), answer.getValue(), answer.getValue(), null, null, null, code.name(), peerCode);
    }

    private static End ended(Target target, FileReply.Answered answer) {
        PeerReply.Received received = answer.received();
        AnswerKind kind = AnswerMessage.kindOf(answer.judgement().to(question(target)));
        return new End(target.inquiryId(), InquiryState.COMPLETED.name(), kind.getValue(), received.resultKind(), received.datasetNo(),
                received.hanNo(), answer.shoriTsuban(), null, null);
    }

    private static Inquiry.NetworkQuestion question(Target target) {
        // 児童扶養手当 assembles an income (施行令第3条・第4条); 児童手当 compares totals and is told no more.
        boolean detailed = switch (RoundProcedure.fromValue(target.procedureName())) {
            case CHILD_REARING_ALLOWANCE_NEW, CHILD_REARING_ALLOWANCE_ANNUAL -> true;
            case CHILD_ALLOWANCE_NEW, CHILD_ALLOWANCE_ANNUAL -> false;
        };
        return new Inquiry.NetworkQuestion(InformationKind.fromValue(target.kind()), FileStore.basisOf(target), target.atenabango(),
                target.taxYear(), detailed);
    }

    private void end(FileRow file, Map<Target, End> ends, boolean recorded) {
        if (ends.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        String endsJson = json.writeValueAsString(ends.values());
        Set<UUID> ended = Set.copyOf(rows.end(endsJson, now));
        rows.explain(file.roundId(), endsJson);
        ends.keySet().removeIf(target -> !ended.contains(target.inquiryId()));
        if (recorded) {
            records.append(ends.entrySet().stream().map(entry -> recordOf(entry.getKey(), entry.getValue(), now)).toList());
        }
        ends.values().forEach(end -> figures.ended(file.kind(), end.answer()));
    }

    private static ProvisionRecord recordOf(Target target, End end, Instant now) {
        var parties = new ProvisionRecord.Parties("NWS", target.askerKikanCd(), target.providerKikanCd(), target.officer());
        var matter = new ProvisionRecord.Matter(target.caseNumber(), target.legalBasis(), target.jimuCd(), target.jimutetsuzukiCd(),
                target.tmCd(), null);
        return new ProvisionRecord(target.inquiryId(), parties, matter, target.atenabango(), target.withholdCd().equals("1"),
                new ProvisionRecord.Outcome(target.receiptNo(), end.shoriTsuban(), end.resultKind(), now));
    }

    private FileMapper.Kept kept(Target target, PeerReply.Received received) {
        Sealed sealed = sealer.seal("answer/" + target.inquiryId(), received.body());
        return new FileMapper.Kept(target.inquiryId(), Fingerprint.of(target.inquiryId(), received.body()),
                Base64.getEncoder().encodeToString(sealed.cipher()), sealed.keyId());
    }

    private void apart(FileRow file, String reason, byte[] line, Instant now) {
        String sha256 = Fingerprint.of(file.fileId(), line);
        Sealed sealed = sealer.seal("stray/" + file.fileId() + "/" + sha256, line);
        rows.keepApart(new FileMapper.Stray(file.municipalityCode(), file.fileId(), sha256, reason, sealed.cipher(), sealed.keyId(), now));
        log.warn("file={} kept apart: {}", file.fileId(), reason);
    }

    private Set<String> fingerprints(List<Target> answered) {
        return rows.fingerprints(texts(answered.stream().map(target -> target.inquiryId().toString()).toList())).stream()
                .map(FileMapper.Fingerprint::receivedSha256).collect(Collectors.toCollection(HashSet::new));
    }

    private String texts(Collection<String> values) {
        return json.writeValueAsString(values);
    }
}
