package jp.todoke.integration.intake.portal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the portal answered, or why it did not. */
public sealed interface PortalReply {

    /** @param next where the next page begins; absent on the last */
    record Listed(List<Application> applications, @Nullable String next) implements PortalReply {}

    /** @param sha256 of the package, hex */
    record Application(String uketsukeBango, String procedure, Instant arrivedAt, long bytes, String sha256) {}

    /** The bytes as they came; never printed. */
    record Fetched(byte[] content) implements PortalReply {
        @Override
        public String toString() {
            return "Fetched[" + content.length + "]";
        }
    }

    /** The oldest first. */
    record Statuses(List<PortalStatus> statuses) implements PortalReply {}

    record Recorded() implements PortalReply {}

    /**
     * A 4xx: repeating the same request would be refused again.
     *
     * @param code error code of the portal, or the HTTP status when it gave none
     */
    record Rejected(int status, String code) implements PortalReply {}

    /** Whether the portal did anything is not known. */
    record Unavailable(String trouble) implements PortalReply {}
}
