package jp.todoke.integration.records;

import jp.todoke.tenancy.Tenant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes 情報提供等記録. They enter unsealed, so that inquiries do not queue behind each other for the chain. */
@Component
public class ProvisionRecords {
    private final ProvisionRecordMapper rows;
    private final RecordDays days;

    ProvisionRecords(ProvisionRecordMapper rows, RecordDays days) {
        this.rows = rows;
        this.days = days;
    }

    /** Together with the end of the inquiry: one transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(ProvisionRecord entry) {
        days.ensure(RecordDays.of(entry.outcome().occurredAt()));
        rows.add(Tenant.current().code(), entry);
    }
}
