package jp.todoke.integration.peers;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where the national endpoints are and as whom we ask them.
 *
 * @param atena        住登外者宛名番号管理 (031)
 * @param togo         団体内統合宛名 (032)
 * @param bank         口座確認
 * @param myna         absent: nothing is fetched from the portal
 * @param clientId     32 characters of 0-9A-Za-z
 * @param clientSecret at least 32 characters; signs the assertions
 * @param maxAnswer    a larger answer is refused as it streams in
 */
@ConfigurationProperties("todoke.peers")
public record PeerProperties(Peer auth, Peer chukan, Peer juki, Peer atena, Peer togo, Peer bank, @Nullable Peer myna,
        String clientId, String clientSecret,
        @DefaultValue Timeouts timeouts, @DefaultValue("8MB") DataSize maxAnswer) {

    private static final int LEAST_SECRET = 32;

    /** As the REST profile of 庁内データ連携機能 (共通機能標準仕様書 §2.2.5) asks; a wrong credential is found at the start, not at night. */
    public PeerProperties {
        if (!clientId.matches("[0-9A-Za-z]{32}")) {
            throw new IllegalArgumentException("todoke.peers.client-id must be 32 characters of 0-9A-Za-z");
        }
        if (clientSecret.length() < LEAST_SECRET) {
            throw new IllegalArgumentException("todoke.peers.client-secret must have at least 32 characters");
        }
    }

    public record Peer(URI url) {}

    public record Timeouts(@DefaultValue("PT2S") Duration connect, @DefaultValue("PT30S") Duration read) {}

    @Override
    public String toString() {
        return "PeerProperties[" + clientId + "]";
    }
}
