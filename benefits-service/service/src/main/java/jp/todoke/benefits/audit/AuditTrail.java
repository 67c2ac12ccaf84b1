package jp.todoke.benefits.audit;

import java.time.Clock;
import java.util.UUID;
import jp.todoke.guard.Caller;
import org.jspecify.annotations.Nullable;
import jp.todoke.telemetry.Work;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** 監査記録: written in the transaction of the view or the act itself, so that neither happens without the other. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class AuditTrail {
    /** Stands behind what no officer started. */
    public static final String SYSTEM = "SYSTEM-AUTO";

    private final AuditMapper mapper;
    private final Clock clock;

    AuditTrail(AuditMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** @param detail what was done, without personal data */
    public void record(String operation, @Nullable UUID caseId, @Nullable String detail) {
        mapper.add(clock.instant(), Caller.current().subject(), operation, caseId, detail, Work.correlationId());
    }

    /** For what a message or a timer starts. */
    public void recordSystem(String event, @Nullable UUID caseId, @Nullable String detail) {
        mapper.add(clock.instant(), SYSTEM, event, caseId, detail, Work.correlationId());
    }
}
