package jp.todoke.gateway;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param issuerUri   must equal the {@code iss} of a person's token
 * @param jwkSetUri   where the issuer's keys are; by default under the issuer
 * @param benefits    benefits-service
 * @param integration integration
 * @param peers       the authorisation server of 庁内データ連携; without it {@code /app_submit/**} is closed
 * @param gateway     patience with the services behind
 */
@ConfigurationProperties("todoke")
public record GatewaySettings(String issuerUri, @Nullable String jwkSetUri, Service benefits, Service integration, @Nullable Peers peers,
        @DefaultValue Patience gateway) {

    public record Service(URI url) {}

    public record Peers(@Nullable Service auth, @Nullable String clientId, @Nullable String clientSecret) {}

    public record Patience(@DefaultValue("2s") Duration connectTimeout, @DefaultValue("30s") Duration readTimeout) {}

    String keys() {
        return jwkSetUri != null ? jwkSetUri : issuerUri.replaceAll("/$", "") + "/oauth2/jwks";
    }

    /** @param service as named in the contract */
    URI urlOf(String service) {
        return switch (service) {
            case "benefits" -> benefits.url();
            case "integration" -> integration.url();
            default -> throw new IllegalArgumentException("not behind the gateway: " + service);
        };
    }
}
