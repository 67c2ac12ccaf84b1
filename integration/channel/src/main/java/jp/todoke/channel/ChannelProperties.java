package jp.todoke.channel;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The other service and our credentials towards it.
 *
 * @param benefits    where benefits-service listens
 * @param integration where integration listens
 * @param client      our own client credentials, scope {@code linkage:send}
 * @param workQueues  how claimed work runs
 */
@ConfigurationProperties("todoke")
public record ChannelProperties(@Nullable Peer benefits, @Nullable Peer integration, Client client, URI tokenUri,
        @DefaultValue WorkQueuesProperties workQueues) {

    public record Peer(URI url) {}

    public record Client(String id, String secret) {
        @Override
        public String toString() {
            return id;
        }
    }

    /**
     * @param automatic   false where a test drains the queues itself
     * @param outboxLease how long a message waits whose process died while it delivered it; a shorter one than the delivery takes is
     *                    harmless, since the receiver knows the id
     */
    public record WorkQueuesProperties(@DefaultValue("true") boolean automatic, @DefaultValue("PT60S") Duration outboxLease) {}

    URI peerOf(String service) {
        Peer peer = service.equals("benefits") ? integration : benefits;
        if (peer == null) {
            throw new IllegalStateException("the URL of the other service is not set (todoke.benefits.url, todoke.integration.url)");
        }
        return peer.url();
    }
}
