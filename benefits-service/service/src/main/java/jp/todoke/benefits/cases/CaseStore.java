package jp.todoke.benefits.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.todoke.api.linkage.model.Application;
import jp.todoke.api.linkage.model.ChildRearingDeclaration;
import jp.todoke.benefits.audit.AuditTrail;
import jp.todoke.benefits.cases.ActionCode.Blocks;
import jp.todoke.benefits.cases.BenefitCase.Receipt;
import jp.todoke.benefits.cases.CaseMapper.ActionPointRow;
import jp.todoke.benefits.cases.CaseMapper.CaseRow;
import jp.todoke.benefits.cases.CaseMapper.PaperRequestRow;
import jp.todoke.benefits.cases.CaseMapper.ParticipantRow;
import jp.todoke.benefits.cases.CaseMapper.WithdrawalRow;
import jp.todoke.benefits.linkage.Question;
import jp.todoke.guard.Problem;
import jp.todoke.sealing.Sealed;
import jp.todoke.sealing.Sealer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The cases with their participants and action points, as rows. */
@Service
class CaseStore {
    private static final TypeReference<List<String>> NAMES = new TypeReference<>() {
    };

    private static final String APPLICATION = "application";
    private static final String DECLARATION = "declaration";

    private final CaseMapper mapper;
    private final Sealer sealer;
    private final JsonMapper json;
    private final Clock clock;
    private final Programmes programmes;

    CaseStore(CaseMapper mapper, Sealer sealer, JsonMapper json, Clock clock, Programmes programmes) {
        this.programmes = programmes;
        this.mapper = mapper;
        this.sealer = sealer;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Cases of a municipality are opened one after the other, so that of two claims for one child the later one sees the earlier, also when the
     * one arrived before New Year and the other after it.
     */
    void waitForOpenings() {
        mapper.waitForOpenings();
    }

    /** The next number of a series, e.g. R08-000001. The series' row stays locked to the end of the transaction. */
    String nextNumber(String series, String prefix, LocalDate day) {
        return "%sR%02d-%06d".formatted(prefix, day.getYear() - REIWA_YEAR_ZERO, mapper.nextNumber(series, day.getYear()));
    }

    private static final int REIWA_YEAR_ZERO = 2018;

    void add(BenefitCase opened) {
        Receipt receipt = opened.receipt();
        Sealed application = sealer.seal(APPLICATION, json.writeValueAsString(opened.application()));
        Sealed declaration = opened.declaration() == null ? null : sealer.seal(DECLARATION, json.writeValueAsString(opened.declaration()));
        mapper.add(new CaseRow(
                opened.caseId(), opened.caseNumber(), opened.programme().code().name(), opened.state().name(),
                opened.version(),
                receipt.packageId(), receipt.uketsukeBango(), receipt.sha256(), receipt.arrivedAt(), receipt.receivedOn(),
                receipt.jpkiSerial(),
                receipt.signatureVerified(), application.cipher(), application.keyId(),
                declaration == null ? null : declaration.cipher(), declaration == null ? null : declaration.keyId(),
                opened.programme().turnsAway(opened),
                json.writeValueAsString(receipt.attachmentNames()),
                opened.applicantAtenabango(), opened.withheld(), opened.openedAt()));
    }

    boolean isPackageKnown(UUID packageId) {
        return mapper.isPackageKnown(packageId);
    }

    BenefitCase get(UUID caseId) {
        return mapper.find(caseId).map(this::toCase).orElseThrow(Problem::notFound);
    }

    /** The case, locked: whoever changes a case does so alone. */
    BenefitCase lock(UUID caseId) {
        return findLocked(caseId).orElseThrow(Problem::notFound);
    }

    Optional<BenefitCase> findLocked(UUID caseId) {
        return mapper.lock(caseId).map(this::toCase);
    }

    /** The case that this application opened, locked. */
    Optional<BenefitCase> findLockedOf(UUID packageId) {
        return mapper.lockOf(packageId).map(this::toCase);
    }

    List<BenefitCase> page(@Nullable String state, @Nullable String uketsukeBango, @Nullable UUID after, int limit) {
        return mapper.page(state, uketsukeBango, after, limit).stream().map(this::toCase).toList();
    }

    /** Each change raises the version, also one that leaves the state. */
    void move(BenefitCase from, CaseState to) {
        if (mapper.move(from.caseId(), from.version(), to.name()) != 1) {
            throw Problem.preconditionFailed();
        }
    }

    /** Whether this person applied for the programme since that day, or has an earlier case that is open or granted. */
    boolean hasApplied(Programme.Code programme, String atenabango, LocalDate since) {
        return mapper.hasApplied(programme.name(), atenabango, since);
    }

    /** Cases of other recipients in the programme, open or granted, that name the same child. */
    List<UUID> competing(Programme.Code programme, String applicant, Participant child) {
        return mapper.competing(programme.name(), applicant, child.nameKey(), child.birthDate(), child.atenabango());
    }

    void add(Participant participant) {
        mapper.addParticipant(participant, participant.nameKey());
    }

    void match(Participant participant, String atenabango) {
        mapper.match(participant.participantId(), atenabango);
    }

    List<Participant> participants(UUID caseId) {
        return mapper.participants(caseId).stream().map(ParticipantRow::toParticipant).toList();
    }

    /** Opens an action point unless the same one is open already. */
    void open(UUID caseId, ActionCode code) {
        mapper.openActionPoint(caseId, code.name(), code.blocks().name(), code.message(), clock.instant());
    }

    /** As {@link #open(UUID, ActionCode)}, because of the answer to a question, or of its silence; a better answer closes it again. */
    void open(UUID caseId, ActionCode code, UUID questionId) {
        UUID point = mapper.openActionPointByAnswer(caseId, code.name(), code.blocks().name(), code.message(), clock.instant());
        mapper.addCause(point, questionId);
    }

    /** Closes what later answers have settled. */
    void settle(UUID caseId) {
        mapper.settle(caseId, AuditTrail.SYSTEM, clock.instant());
    }

    void add(WithdrawalRow withdrawal) {
        mapper.addWithdrawal(withdrawal);
    }

    Optional<WithdrawalRow> withdrawal(UUID caseId) {
        return mapper.withdrawal(caseId);
    }

    void add(PaperRequestRow request) {
        mapper.addPaperRequest(request);
    }

    List<PaperRequestRow> paperRequests(UUID caseId) {
        return mapper.paperRequests(caseId);
    }

    /** What a body outside could answer for the case. */
    void needs(UUID caseId, Set<Question.Kind> kinds) {
        kinds.forEach(kind -> mapper.addNeed(caseId, kind.name()));
    }

    List<ActionPointRow> actionPoints(UUID caseId) {
        return mapper.actionPoints(List.of(caseId));
    }

    Map<UUID, List<ActionPointRow>> actionPoints(List<UUID> caseIds) {
        return caseIds.isEmpty() ? Map.of() : mapper.actionPoints(caseIds).stream().collect(Collectors.groupingBy(ActionPointRow::caseId));
    }

    boolean isDecisionBlocked(UUID caseId) {
        return actionPoints(caseId).stream().anyMatch(point -> point.isOpen() && point.blocks().equals(Blocks.DECISION.name()));
    }

    private Application application(CaseRow row) {
        return json.readValue(
                sealer.openText(APPLICATION, new Sealed(row.applicationKeyId(), row.applicationCipher())), Application.class);
    }

    private @Nullable ChildRearingDeclaration declaration(CaseRow row) {
        byte[] cipher = row.declarationCipher();
        String keyId = row.declarationKeyId();
        return cipher == null || keyId == null
                ? null
                : json.readValue(sealer.openText(DECLARATION, new Sealed(keyId, cipher)), ChildRearingDeclaration.class);
    }

    private BenefitCase toCase(CaseRow row) {
        Receipt receipt = new Receipt(
                row.packageId(), row.uketsukeBango(), row.packageSha256(), row.arrivedAt(), row.receivedOn(), row.jpkiSerial(),
                row.signatureVerified(),
                json.readValue(row.attachmentNames(), NAMES));
        return new BenefitCase(
                row.caseId(), row.caseNumber(), CaseState.valueOf(row.state()), row.version(),
                programmes.handling(Programme.Code.valueOf(row.programme())), receipt, application(row), declaration(row),
                row.applicantAtenabango(), row.withheld(), row.openedAt());
    }
}
