package jp.todoke.integration.intake.portal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import jp.todoke.channel.WorkQueue;
import jp.todoke.guard.Problem.FieldError;
import jp.todoke.integration.intake.PackageIntake;
import jp.todoke.tenancy.Tenant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 申請データ取得, each application once. What comes is held against the list first: a package of another 受付番号 and bytes of another hash are trouble of the
 * portal or of the line, for which no applicant is sent anything back; they are fetched again. Only then is it judged, and a broken package whose hash
 * is as listed is 差戻し.
 */
@Component
class PortalFetch implements WorkQueue.Handler {
    private static final String FROM = "PORTAL";
    private static final int MOST_BYTES = 6 * 1024 * 1024;
    private static final int NOT_FOUND = 404;

    private final Portal portal;
    private final PortalMapper rows;
    private final PortalReports reports;
    private final PackageIntake intake;
    private final TransactionTemplate transaction;

    PortalFetch(Portal portal, PortalMapper rows, PortalReports reports, PackageIntake intake, PlatformTransactionManager manager) {
        this.portal = portal;
        this.rows = rows;
        this.reports = reports;
        this.intake = intake;
        this.transaction = new TransactionTemplate(manager);
    }

    @Override
    public void handle(WorkQueue.Claim claim) {
        PortalMapper.ApplicationRow listed = transaction.execute(_ -> rows.byId(claim.id()));
        if (listed == null || !listed.state().equals("LISTED")) {
            return;
        }
        if (listed.byteCount() > MOST_BYTES) {
            transaction.executeWithoutResult(_ -> refuseUnfetched(listed));
            return;
        }
        switch (portal.ask(new PortalRequest.GetApplication(Tenant.current(), UUID.randomUUID(), listed.uketsukeBango()))) {
            case PortalReply.Fetched fetched -> take(listed, fetched.content());
            case PortalReply.Rejected refused when refused.status() == NOT_FOUND ->
                transaction.executeWithoutResult(_ -> rows.settle(listed.applicationId(), "GONE", null));
            case PortalReply other -> throw PortalTrouble.unexpected(other);
        }
    }

    private void take(PortalMapper.ApplicationRow listed, byte[] content) {
        if (intake.numberOf(content).filter(number -> !number.equals(listed.uketsukeBango())).isPresent()) {
            throw new PortalTrouble(PortalTrouble.ANOTHER_APPLICATION);
        }
        if (!sha256(content).equals(listed.sha256())) {
            throw new PortalTrouble(PortalTrouble.HASH_DIFFERS);
        }
        intake.take(content, FROM, packageId -> {
            rows.settle(listed.applicationId(), "TAKEN", packageId);
            reports.catchUp(listed.uketsukeBango(), packageId);
        });
    }

    private void refuseUnfetched(PortalMapper.ApplicationRow listed) {
        rows.settle(listed.applicationId(), "OVERSIZE", null);
        reports.returned(listed.uketsukeBango(),
                List.of(new FieldError("", "TOO_LARGE", "申請データが5MBを超えています。添付ファイルを小さくしてください。")));
    }

    @Override
    public void failed(WorkQueue.Claim claim, Instant nextAttemptAt, Throwable cause) {
        transaction.executeWithoutResult(_ -> rows.fetchLater(claim.id(), nextAttemptAt, PortalTrouble.of(cause)));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
