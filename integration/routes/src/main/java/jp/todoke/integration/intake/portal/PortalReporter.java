package jp.todoke.integration.intake.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jp.todoke.channel.WorkQueue;
import jp.todoke.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 処理状況の登録: one report after the other. After an attempt whose outcome is not known the portal is asked first what it shows: a portal that knows no
 * request ids must not show a status twice, and none goes backwards.
 */
@Component
class PortalReporter implements WorkQueue.Handler {
    private static final int CONFLICT = 409;

    private final Portal portal;
    private final ReportMapper reports;
    private final PortalProperties properties;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PortalReporter(Portal portal, ReportMapper reports, PortalProperties properties, Clock clock, PlatformTransactionManager manager) {
        this.portal = portal;
        this.reports = reports;
        this.properties = properties;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    @Override
    public void handle(WorkQueue.Claim claim) {
        ReportMapper.Waiting report = transaction.execute(_ -> reports.waiting(claim.id()));
        if (report == null) {
            return;
        }
        if (!properties.sends(Tenant.current())) {
            settle(report, "TO_TYPE_IN", null);
        } else if (claim.attempts() > 0) {
            settleByWhatIsShown(report);
        } else {
            send(report);
        }
    }

    private void settleByWhatIsShown(ReportMapper.Waiting report) {
        PortalReply reply = portal.ask(new PortalRequest.ListStatuses(Tenant.current(), UUID.randomUUID(), report.uketsukeBango()));
        if (!(reply instanceof PortalReply.Statuses shown)) {
            throw PortalTrouble.unexpected(reply);
        }
        List<PortalStatus> statuses = shown.statuses();
        if (!statuses.isEmpty() && statuses.getLast() == report.status()) {
            settle(report, "SENT", null);
        } else if (!statuses.isEmpty() && !report.status().mayFollow(statuses.getLast())) {
            settle(report, "OVERTAKEN", null);
        } else {
            send(report);
        }
    }

    private void send(ReportMapper.Waiting report) {
        switch (portal.ask(new PortalRequest.RecordStatus(Tenant.current(), report.reportId(), report.uketsukeBango(), report.status(),
                report.message()))) {
            case PortalReply.Recorded _ -> settle(report, "SENT", null);
            case PortalReply.Rejected refused -> settle(report, refused.status() == CONFLICT ? "OVERTAKEN" : "REFUSED", refused.code());
            case PortalReply other -> throw PortalTrouble.unexpected(other);
        }
    }

    private void settle(ReportMapper.Waiting report, String state, @Nullable String trouble) {
        transaction.executeWithoutResult(_ -> reports.settle(report.reportId(), state, clock.instant(), trouble));
    }

    @Override
    public void failed(WorkQueue.Claim claim, Instant nextAttemptAt, Throwable cause) {
        transaction.executeWithoutResult(_ -> reports.sendLater(claim.id(), nextAttemptAt, PortalTrouble.of(cause)));
    }
}
