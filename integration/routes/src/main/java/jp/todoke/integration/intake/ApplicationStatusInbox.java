package jp.todoke.integration.intake;

import java.time.Clock;
import java.util.List;
import jp.todoke.api.linkage.model.ApplicationStatus;
import jp.todoke.channel.Envelope;
import jp.todoke.channel.InboxHandler;
import org.springframework.stereotype.Component;

/** Takes {@code application.status}: how far the case has come, for whoever looks at the package, and for the portal. */
@Component
class ApplicationStatusInbox implements InboxHandler {
    private final IntakeMapper rows;
    private final List<PackageNews> news;
    private final Clock clock;

    ApplicationStatusInbox(IntakeMapper rows, List<PackageNews> news, Clock clock) {
        this.rows = rows;
        this.news = news;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "application.status";
    }

    @Override
    public void handle(Envelope message) {
        ApplicationStatus status = message.payloadAs(ApplicationStatus.class);
        rows.recordStatus(status.getPackageId(), status.getStatus().getValue(), clock.instant());
        rows.numbersOfCase(status.getPackageId())
                .forEach(number -> news.forEach(one -> one.reached(number, status.getStatus().getValue(), status.getMessage())));
    }
}
