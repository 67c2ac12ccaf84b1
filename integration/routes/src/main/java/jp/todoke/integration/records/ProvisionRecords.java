package jp.todoke.integration.records;

import java.util.List;
import jp.todoke.tenancy.Tenant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes 情報提供等記録. They enter unsealed, so that inquiries do not queue behind each other for the chain. */
@Component
public class ProvisionRecords {
    private final ProvisionRecordMapper rows;
    private final RecordDays days;
    private final JsonMapper json;

    ProvisionRecords(ProvisionRecordMapper rows, RecordDays days, JsonMapper json) {
        this.rows = rows;
        this.days = days;
        this.json = json;
    }

    /** Together with the end of the inquiries: one transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(List<ProvisionRecord> entries) {
        if (entries.isEmpty()) {
            return;
        }
        entries.stream().map(entry -> RecordDays.of(entry.outcome().occurredAt())).distinct().forEach(days::ensure);
        rows.add(Tenant.current().code(), json.writeValueAsString(entries));
    }
}
