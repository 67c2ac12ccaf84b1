package jp.todoke.integration.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Credentials of the REST profile: an id of exactly 32 letters and digits, a secret of at least 32 characters. */
class PeerPropertiesTest {
    private static final String ID = "todokeIntegration000000000000001";
    private static final String SECRET = "s".repeat(32);

    private static PeerProperties of(String id, String secret) {
        var given = new MapConfigurationPropertySource(
                Map.of("todoke.peers.client-id", id, "todoke.peers.client-secret", secret));
        return new Binder(given).bind("todoke.peers", PeerProperties.class).get();
    }

    @ParameterizedTest
    @CsvSource({"todokeIntegration00000000000001", "todokeIntegration0000000000000001", "todokeIntegration-00000000000001"})
    void refusesAnotherFormOfClientId(String id) {
        assertThatThrownBy(() -> of(id, SECRET)).rootCause().hasMessageContaining("client-id");
    }

    @Test
    void refusesAShortSecretWithoutQuotingIt() {
        assertThatThrownBy(() -> of(ID, "s".repeat(31))).rootCause().hasMessageContaining("client-secret")
                .hasMessageNotContaining("sss");
        assertThat(of(ID, SECRET).toString()).doesNotContain(SECRET);
    }
}
