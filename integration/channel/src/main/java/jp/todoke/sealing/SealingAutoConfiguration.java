package jp.todoke.sealing;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** The keys of a service. */
@AutoConfiguration
@EnableConfigurationProperties(CryptoProperties.class)
public class SealingAutoConfiguration {

    @Bean
    Sealer sealer(CryptoProperties crypto) {
        return new Sealer(crypto.keyId(), crypto.keys());
    }
}
