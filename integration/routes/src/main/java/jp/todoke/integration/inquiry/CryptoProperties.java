package jp.todoke.integration.inquiry;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Keys for what is kept encrypted.
 *
 * @param keyId key for new data
 * @param keys  all keys by id, Base64 of 32 bytes; old ones stay for reading
 */
@ConfigurationProperties("todoke.crypto")
record CryptoProperties(String keyId, Map<String, String> keys) {
    @Override
    public String toString() {
        return "CryptoProperties[" + keyId + "]";
    }
}
