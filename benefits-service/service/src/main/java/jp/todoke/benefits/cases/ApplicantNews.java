package jp.todoke.benefits.cases;

import jp.todoke.api.linkage.model.ApplicationStatus;
import jp.todoke.api.linkage.model.ApplicationStatus.StatusEnum;
import jp.todoke.channel.Outbox;
import org.springframework.stereotype.Component;

/** 処理状況: what the applicant may read about the application; no reasons, no amounts. */
@Component
class ApplicantNews {
    private final Outbox outbox;

    ApplicantNews(Outbox outbox) {
        this.outbox = outbox;
    }

    void accepted(BenefitCase handled) {
        send(handled, StatusEnum.ACCEPTED, "申請を受け付けました。");
    }

    void inReview(BenefitCase handled) {
        send(handled, StatusEnum.IN_REVIEW, "審査中です。");
    }

    void decided(BenefitCase handled, IssuedDecision.Outcome outcome) {
        switch (outcome) {
            case GRANTED -> send(handled, StatusEnum.COMPLETED, "審査が終わりました。通知書をご確認ください。");
            case REFUSED -> send(handled, StatusEnum.REJECTED, "審査が終わりました。通知書をご確認ください。");
        }
    }

    private void send(BenefitCase handled, StatusEnum status, String message) {
        outbox.send(
                "application.status", handled.receipt().packageId().toString(),
                new ApplicationStatus(handled.receipt().packageId(), status).message(message));
    }
}
