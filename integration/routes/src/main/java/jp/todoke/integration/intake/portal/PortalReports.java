package jp.todoke.integration.intake.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import jp.todoke.guard.Problem.FieldError;
import jp.todoke.integration.intake.KeptPackages;
import jp.todoke.integration.intake.PackageNews;
import jp.todoke.tenancy.Tenant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes down what the portal is to show, in the transaction in which it comes about; {@link PortalReporter} sends it. Where sending is switched off the
 * row says what staff have to type in. Applications that never lay at the portal have no row.
 */
@Component
class PortalReports implements PackageNews {
    private static final int LONGEST = 1000;

    private final PortalMapper applications;
    private final ReportMapper reports;
    private final KeptPackages packages;
    private final PortalProperties properties;
    private final Clock clock;

    PortalReports(PortalMapper applications, ReportMapper reports, KeptPackages packages, PortalProperties properties, Clock clock) {
        this.applications = applications;
        this.reports = reports;
        this.packages = packages;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public void accepted(String uketsukeBango) {
        add(applications.lockByNumber(uketsukeBango), PortalStatus.ACCEPTED, "申請を受け付けました。");
    }

    @Override
    public void refused(UUID packageId, List<FieldError> errors) {
        applications.lockByPackage(packageId).forEach(application -> add(application, PortalStatus.RETURNED, reasons(errors)));
    }

    @Override
    public void reached(String uketsukeBango, String status, @Nullable String message) {
        add(applications.lockByNumber(uketsukeBango), PortalStatus.valueOf(status), message);
    }

    void returned(String uketsukeBango, List<FieldError> errors) {
        add(applications.lockByNumber(uketsukeBango), PortalStatus.RETURNED, reasons(errors));
    }

    /** What became of an application before it was fetched from the portal, because it had come another way. */
    void catchUp(String uketsukeBango, UUID packageId) {
        KeptPackages.Standing standing = packages.standing(uketsukeBango, packageId);
        if (standing.accepted()) {
            accepted(uketsukeBango);
            if (standing.status() != null) {
                reached(uketsukeBango, standing.status(), null);
            }
        } else if (!standing.refusals().isEmpty()) {
            returned(uketsukeBango, standing.refusals());
        }
    }

    private void add(PortalMapper.@Nullable ApplicationRow application, PortalStatus status, @Nullable String message) {
        if (application == null) {
            return;
        }
        ReportMapper.Last last = reports.last(application.applicationId());
        if (last != null && !status.mayFollow(last.status())) {
            return;
        }
        Instant now = clock.instant();
        boolean sends = properties.sends(Tenant.current());
        reports.add(new ReportMapper.NewReport(Tenant.current().code(), UUID.randomUUID(), application.applicationId(),
                last == null ? 1 : last.position() + 1, status, message, now, sends ? "WAITING" : "TO_TYPE_IN", sends ? now : null));
    }

    /** Where and what, in the applicant's words; never a value. */
    private static String reasons(List<FieldError> errors) {
        String reasons = errors.stream()
                .map(error -> "・" + error.message() + (error.pointer().isEmpty() ? "" : "（" + error.pointer() + "）"))
                .distinct().collect(Collectors.joining("\n", "申請データに不備があります。次の点を直して、もう一度申請してください。\n", ""));
        return reasons.codePointCount(0, reasons.length()) <= LONGEST
                ? reasons
                : reasons.substring(0, reasons.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}
