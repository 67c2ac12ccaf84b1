package jp.todoke.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import jp.todoke.tenancy.Municipality;
import jp.todoke.tenancy.Tenant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealerTest {
    private static final Municipality HERE = new Municipality("139998");
    private static final Municipality NEIGHBOUR = new Municipality("139980");
    private static final String VALUE = "届野 花子";
    private static final Map<String, String> BOTH = Map.of("k1", key(1), "k2", key(2));
    private final Sealer sealer = new Sealer("k1", BOTH);

    @Test
    void opensWhatItSealed() {
        byte[] bytes = {0, -1, 127};

        Tenant.run(HERE, () -> {
            assertThat(sealer.openText("fact", sealer.seal("fact", VALUE))).isEqualTo(VALUE);
            assertThat(sealer.open("fact", sealer.seal("fact", bytes))).isEqualTo(bytes);
            assertThat(sealer.openText("fact", sealer.seal("fact", ""))).isEmpty();
        });
    }

    @Test
    void showsNeitherTheValueNorThatTwoAreEqual() {
        Sealed one = sealed();
        Sealed other = sealed();

        assertThat(new String(one.cipher(), StandardCharsets.UTF_8)).doesNotContain("届野");
        assertThat(one.cipher()).isNotEqualTo(other.cipher()).hasSize(12 + VALUE.getBytes(StandardCharsets.UTF_8).length + 16);
        assertThat(one).hasToString("Sealed[k1]");
    }

    @Test
    void opensOldValuesAfterTheKeyWasRotated() {
        Sealed old = sealed();
        Sealer rotated = new Sealer("k2", BOTH);

        Tenant.run(HERE, () -> {
            assertThat(rotated.openText("fact", old)).isEqualTo(VALUE);
            assertThat(rotated.seal("fact", VALUE).keyId()).isEqualTo("k2");
        });
    }

    @Test
    void refusesAKeyThatItDoesNotKnowOrThatIsAnotherOne() {
        Sealed sealed = sealed();

        assertRefused(new Sealer("k2", Map.of("k2", key(2))), HERE, "fact", sealed);
        assertRefused(sealer, HERE, "fact", new Sealed("k2", sealed.cipher()));
        assertRefused(new Sealer("k1", Map.of("k1", key(3))), HERE, "fact", sealed);
    }

    @Test
    void refusesAnotherPlaceAndAnotherMunicipality() {
        assertRefused(sealer, HERE, "answer", sealed());
        assertRefused(sealer, NEIGHBOUR, "fact", sealed());
        assertThatThrownBy(() -> sealer.openText("fact", sealed())).as("no municipality").isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest(name = "a change of byte {0}")
    @ValueSource(ints = {0, 11, 12, 24, 40})
    void refusesAChangedCipher(int at) {
        byte[] cipher = sealed().cipher();
        cipher[at] ^= 1;

        assertRefused(sealer, HERE, "fact", new Sealed("k1", cipher));
    }

    @ParameterizedTest(name = "cut to {0} bytes")
    @ValueSource(ints = {0, 11, 12, 28, 40})
    void refusesACutCipher(int length) {
        assertRefused(sealer, HERE, "fact", new Sealed("k1", Arrays.copyOf(sealed().cipher(), length)));
    }

    @Test
    void refusesKeysItCannotWorkWith() {
        String shortKey = Base64.getEncoder().encodeToString(new byte[16]);

        assertThatThrownBy(() -> new Sealer("k1", Map.of("k1", shortKey))).hasMessageContaining("32 bytes")
                .hasMessageNotContaining(shortKey);
        assertThatThrownBy(() -> new Sealer("k3", BOTH)).hasMessageContaining("todoke.crypto.key-id");
    }

    private Sealed sealed() {
        return Tenant.in(HERE, () -> sealer.seal("fact", VALUE));
    }

    private static void assertRefused(Sealer sealer, Municipality municipality, String place, Sealed sealed) {
        assertThatThrownBy(() -> Tenant.in(municipality, () -> sealer.openText(place, sealed))).isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("届野");
    }

    private static String key(int seed) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) seed);
        return Base64.getEncoder().encodeToString(key);
    }
}
