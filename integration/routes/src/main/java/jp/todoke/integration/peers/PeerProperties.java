package jp.todoke.integration.peers;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the national endpoints are and as whom we ask them.
 *
 * @param clientId     32 characters of 0-9A-Za-z
 * @param clientSecret at least 32 characters; signs the assertions
 */
@ConfigurationProperties("todoke.peers")
public record PeerProperties(Peer auth, Peer chukan, Peer juki, String clientId, String clientSecret, @DefaultValue Timeouts timeouts) {

    public record Peer(URI url) {}

    public record Timeouts(@DefaultValue("PT2S") Duration connect, @DefaultValue("PT30S") Duration read) {}

    @Override
    public String toString() {
        return "PeerProperties[" + clientId + "]";
    }
}
