package jp.todoke.integration.peers.myna;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import jp.todoke.integration.intake.portal.PortalReply;
import jp.todoke.integration.intake.portal.PortalRequest;
import jp.todoke.integration.intake.portal.PortalStatus;
import jp.todoke.integration.peers.PeerUnreachable;
import jp.todoke.peers.myna.model.Applications;
import jp.todoke.peers.myna.model.ListedApplication;
import jp.todoke.peers.myna.model.Recorded;
import jp.todoke.peers.myna.model.RecordedStatus;
import jp.todoke.peers.myna.model.StatusCode;
import jp.todoke.peers.myna.model.StatusReport;
import jp.todoke.peers.myna.model.Statuses;
import org.springframework.stereotype.Component;

/** Requests and replies of the intake ⇄ messages of the portal. An answer that leaves out what its contract requires is no answer. */
@Component
public class MynaMapping {
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z-]{1,40}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
    private static final int LONGEST_PROCEDURE = 40;

    /** A status with the application that it is about. */
    record Report(PortalRequest.RecordStatus asked, StatusReport body) {}

    public Report toReport(PortalRequest.RecordStatus request) {
        return new Report(request, new StatusReport().status(StatusCode.fromValue(request.status().name())).message(request.message()));
    }

    public PortalReply toListed(Applications answer) {
        List<PortalReply.Application> listed = new ArrayList<>();
        for (ListedApplication one : answer.getApplications()) {
            if (!isWhole(one)) {
                throw new PeerUnreachable("UNREADABLE");
            }
            listed.add(
                    new PortalReply.Application(one.getUketsukeBango(), one.getProcedure(), one.getArrivedAt().toInstant(), one.getBytes(),
                            one.getSha256()));
        }
        return new PortalReply.Listed(listed, answer.getNext());
    }

    private static boolean isWhole(ListedApplication one) {
        return one.getUketsukeBango() != null && NUMBER.matcher(one.getUketsukeBango()).matches() && one.getProcedure() != null
                && one.getProcedure().length() <= LONGEST_PROCEDURE && one.getArrivedAt() != null && one.getBytes() != null
                && one.getBytes() >= 0 && one.getSha256() != null && SHA256.matcher(one.getSha256()).matches();
    }

    public PortalReply toFetched(byte[] content) {
        return new PortalReply.Fetched(content);
    }

    public PortalReply toStatuses(Statuses answer) {
        List<RecordedStatus> statuses = answer.getStatuses();
        if (statuses.stream().anyMatch(one -> one.getStatus() == null)) {
            throw new PeerUnreachable("UNREADABLE");
        }
        return new PortalReply.Statuses(statuses.stream().map(one -> PortalStatus.valueOf(one.getStatus().getValue())).toList());
    }

    public PortalReply toRecorded(Recorded answer) {
        if (answer.getStatus() == null) {
            throw new PeerUnreachable("UNREADABLE");
        }
        return new PortalReply.Recorded();
    }
}
