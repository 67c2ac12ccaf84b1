package jp.todoke.benefits.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import jp.todoke.benefits.cases.FactMapper.FactRow;
import jp.todoke.benefits.cases.FactMapper.NewFactRow;
import jp.todoke.benefits.cases.FactRecord.Kind;
import jp.todoke.benefits.cases.FactRecord.Source;
import jp.todoke.benefits.identifiers.RowIds;
import jp.todoke.sealing.Sealed;
import jp.todoke.sealing.Sealer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** The facts of the cases: never changed, only superseded; a confirmation is a row of its own. */
@Service
class Facts {
    private static final String CONTENT = "fact";

    private final FactMapper mapper;
    private final Sealer sealer;
    private final JsonMapper json;
    private final RowIds ids;
    private final Clock clock;

    Facts(FactMapper mapper, Sealer sealer, JsonMapper json, RowIds ids, Clock clock) {
        this.mapper = mapper;
        this.sealer = sealer;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /** A fact that a source gives; {@code questionId} unless the applicant says it, {@code supersedes} when it replaces another one. */
    record NewFact(
            Participant about,
            Kind kind,
            Source source,
            FactValue value,
            @Nullable UUID questionId,
            @Nullable LocalDate validFrom,
            @Nullable UUID supersedes) {
        static NewFact stated(Participant about, Kind kind, FactValue value, LocalDate on) {
            return new NewFact(about, kind, Source.APPLICANT, value, null, on, null);
        }
    }

    void add(NewFact fact) {
        Sealed sealed = sealer.seal(CONTENT, json.writeValueAsString(fact.value()));
        mapper.add(new NewFactRow(
                ids.next(), fact.about().caseId(), fact.about().participantId(), fact.kind().name(), fact.source().name(),
                fact.questionId(),
                sealed.cipher(), sealed.keyId(), fact.validFrom(), clock.instant(), fact.supersedes()));
    }

    List<FactRecord> of(UUID caseId) {
        return mapper.ofCase(caseId).stream().map(this::fact).toList();
    }

    void confirm(UUID factId, String officer, @Nullable String note) {
        mapper.confirm(factId, officer, clock.instant(), note);
    }

    private FactRecord fact(FactRow row) {
        Kind kind = Kind.valueOf(row.kind());
        FactValue value = json.readValue(sealer.openText(CONTENT, new Sealed(row.contentKeyId(), row.contentCipher())), kind.type());
        return new FactRecord(
                row.factId(), row.participantId(), kind, Source.valueOf(row.source()), row.questionId(), value, row.validFrom(),
                row.validUntil(),
                row.recordedAt(), row.superseded(), row.confirmedBy(), row.confirmedAt());
    }
}
