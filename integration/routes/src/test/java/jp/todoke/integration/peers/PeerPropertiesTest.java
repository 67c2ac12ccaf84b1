package jp.todoke.integration.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Credentials of the REST profile: an id of exactly 32 letters and digits, a secret of at least 32 characters. */
class PeerPropertiesTest {
    private static final String ID = "todokeIntegration000000000000001";
    private static final String SECRET = "s".repeat(32);

    private static PeerProperties of(String id, String secret) {
        var peer = new PeerProperties.Peer(URI.create("https://peer.example"));
        return new PeerProperties(peer, peer, peer, peer, peer, peer, id, secret,
                new PeerProperties.Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @CsvSource({"todokeIntegration00000000000001", "todokeIntegration0000000000000001", "todokeIntegration-00000000000001"})
    void refusesAnotherFormOfClientId(String id) {
        assertThatThrownBy(() -> of(id, SECRET)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("client-id");
    }

    @Test
    void refusesAShortSecretWithoutQuotingIt() {
        assertThatThrownBy(() -> of(ID, "s".repeat(31))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("client-secret").hasMessageNotContaining("sss");
        assertThat(of(ID, SECRET).toString()).doesNotContain(SECRET);
    }
}
