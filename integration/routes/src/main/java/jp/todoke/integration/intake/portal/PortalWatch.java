package jp.todoke.integration.intake.portal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import jp.todoke.channel.WorkQueue;
import jp.todoke.tenancy.BusinessDate;
import jp.todoke.tenancy.Municipality;
import jp.todoke.tenancy.Tenant;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 申請データ一覧取得, again and again: what is listed is written down before anybody fetches it. The portal no longer lists as unread what was fetched, so a
 * fetch that nobody finished must be known here.
 */
@Component
class PortalWatch implements WorkQueue.Handler {
    /** No end of pages is believed: 100 applications each, and what is left is listed the next time. */
    private static final int MOST_PAGES = 100;

    private final Portal portal;
    private final PortalMapper rows;
    private final PortalProperties properties;
    private final BusinessDate businessDate;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PortalWatch(Portal portal, PortalMapper rows, PortalProperties properties, BusinessDate businessDate, Clock clock,
            PlatformTransactionManager manager) {
        this.portal = portal;
        this.rows = rows;
        this.properties = properties;
        this.businessDate = businessDate;
        this.clock = clock;
        this.transaction = new TransactionTemplate(manager);
    }

    /** Begins where somebody switched it on; processes that start at the same time make one row. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        properties.municipalities().forEach(code -> Tenant.run(new Municipality(code),
                () -> transaction.executeWithoutResult(_ -> rows.watch(code, UUID.randomUUID(), clock.instant()))));
    }

    @Override
    public void handle(WorkQueue.Claim claim) {
        if (!properties.fetches(Tenant.current())) {
            transaction.executeWithoutResult(_ -> rows.rest());
            return;
        }
        LocalDate today = businessDate.today();
        // What was fetched with other bytes than listed is read for the portal; only a whole list says what lies there now.
        boolean unreadOnly = Boolean.FALSE.equals(transaction.execute(_ -> rows.isAnyOtherThanListed()));
        String after = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            var request = new PortalRequest.ListApplications(Tenant.current(), UUID.randomUUID(), today.minusDays(properties.days()), today,
                    unreadOnly, after);
            PortalReply reply = portal.ask(request);
            if (!(reply instanceof PortalReply.Listed listed)) {
                throw PortalTrouble.unexpected(reply);
            }
            transaction.executeWithoutResult(_ -> listed.applications().forEach(this::remember));
            after = listed.next();
            if (after == null) {
                break;
            }
        }
        Instant now = clock.instant();
        transaction.executeWithoutResult(_ -> rows.listed(now, now.plus(properties.interval())));
    }

    private void remember(PortalReply.Application listed) {
        rows.remember(
                new PortalMapper.NewApplication(Tenant.current().code(), UUID.randomUUID(), listed.uketsukeBango(), listed.procedure(),
                        listed.arrivedAt(), listed.sha256(), listed.bytes(), clock.instant()));
    }

    @Override
    public void failed(WorkQueue.Claim claim, Instant nextAttemptAt, Throwable cause) {
        transaction.executeWithoutResult(_ -> rows.listLater(nextAttemptAt, PortalTrouble.of(cause)));
    }
}
