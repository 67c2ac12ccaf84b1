package jp.todoke.sealing;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Keys for what is kept encrypted.
 *
 * @param keyId key that seals new values
 * @param keys  Base64 of 32 bytes by key id; old keys stay while values sealed with them exist
 */
@ConfigurationProperties("todoke.crypto")
record CryptoProperties(String keyId, Map<String, String> keys) {
    CryptoProperties {
        if (keyId == null || keyId.isBlank() || keys == null) {
            throw new IllegalArgumentException("todoke.crypto.key-id and todoke.crypto.keys are not set");
        }
    }

    @Override
    public String toString() {
        return "CryptoProperties[" + keyId + "]";
    }
}
