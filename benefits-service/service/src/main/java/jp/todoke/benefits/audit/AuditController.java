package jp.todoke.benefits.audit;

import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import jp.todoke.api.benefits.api.AuditApi;
import jp.todoke.api.benefits.model.AuditRecord;
import jp.todoke.api.benefits.model.AuditRecordList;
import jp.todoke.benefits.audit.AuditMapper.AuditRow;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AuditController implements AuditApi {
    private final AuditMapper mapper;
    private final AuditTrail trail;

    AuditController(AuditMapper mapper, AuditTrail trail) {
        this.mapper = mapper;
        this.trail = trail;
    }

    /** Reading the trail is itself an act on it, recorded after the page was read. */
    @Override
    @Transactional
    public ResponseEntity<AuditRecordList> listAuditRecords(@Nullable UUID caseId, @Nullable UUID after, Integer limit) {
        List<AuditRow> rows = mapper.page(caseId, after, limit + 1);
        List<AuditRow> shown = rows.subList(0, Math.min(limit, rows.size()));
        AuditRecordList page = new AuditRecordList(shown.stream().map(AuditController::view).toList());
        if (rows.size() > limit) {
            page.setNext(shown.getLast().recordId());
        }
        trail.record("listAuditRecords", caseId, "records " + shown.size());
        return ResponseEntity.ok(page);
    }

    private static AuditRecord view(AuditRow row) {
        return new AuditRecord(row.recordId(), row.recordedAt().atOffset(ZoneOffset.UTC), row.subject(), row.operation())
                .caseId(row.caseId())
                .detail(row.detail());
    }
}
