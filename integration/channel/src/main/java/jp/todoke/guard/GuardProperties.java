package jp.todoke.guard;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whose tokens are believed.
 *
 * @param issuerUri must equal the {@code iss} of a token
 * @param jwkSetUri where the issuer's keys are; by default under the issuer
 */
@ConfigurationProperties("todoke")
public record GuardProperties(String issuerUri, @Nullable String jwkSetUri) {
    public GuardProperties {
        if (issuerUri == null || issuerUri.isBlank()) {
            throw new IllegalArgumentException("todoke.issuer-uri is not set");
        }
    }

    String keys() {
        return jwkSetUri != null ? jwkSetUri : issuerUri.replaceAll("/$", "") + "/oauth2/jwks";
    }
}
