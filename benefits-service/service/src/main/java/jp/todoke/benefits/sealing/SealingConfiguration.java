package jp.todoke.benefits.sealing;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SealingConfiguration.Crypto.class)
class SealingConfiguration {
    /**
     * @param keyId key that seals new values
     * @param keys  base64 of 32 bytes by key id; old keys stay while values sealed with them exist
     */
    @ConfigurationProperties("todoke.crypto")
    record Crypto(String keyId, Map<String, String> keys) {
        @Override
        public String toString() {
            return "Crypto[" + keyId + "]";
        }
    }

    @Bean
    Sealer sealer(Crypto crypto) {
        return new Sealer(crypto.keyId(), crypto.keys());
    }
}
