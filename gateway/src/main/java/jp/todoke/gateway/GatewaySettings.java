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
 * @param gateway     patience with the services behind, and with the callers
 */
@ConfigurationProperties("todoke")
public record GatewaySettings(String issuerUri, @Nullable String jwkSetUri, Service benefits, Service integration, @Nullable Peers peers,
        @DefaultValue Limits gateway) {

    public record Service(URI url) {}

    public record Peers(@Nullable Service auth, @Nullable String clientId, @Nullable String clientSecret) {}

    /**
     * @param connectTimeout until a service accepts a connection, or one of the pool is free
     * @param readTimeout    the longest silence of a service, while it is written to as while it is read from
     * @param deadline       what a service may take in all for an operation that does not answer as a stream, the time of the caller left out
     */
    public record Limits(@DefaultValue("2s") Duration connectTimeout, @DefaultValue("30s") Duration readTimeout,
            @DefaultValue("60s") Duration deadline, @DefaultValue Breaker breaker, @DefaultValue Rates rate) {}

    /**
     * When a service that does not answer is left alone.
     *
     * @param window         how many of its latest calls count
     * @param least          with fewer calls nothing is concluded
     * @param failurePercent of them without an answer
     * @param openFor        how long it is left alone
     * @param probes         how many calls then find out whether it is back
     */
    public record Breaker(@DefaultValue("20") int window, @DefaultValue("10") int least, @DefaultValue("50") int failurePercent,
            @DefaultValue("2s") Duration openFor, @DefaultValue("3") int probes) {}

    /**
     * Requests in a second, for each replica of the gateway by itself: N replicas let N times as many pass.
     *
     * @param client        of one client of a municipality, a person or a system
     * @param tenant        of all clients of one municipality; more than of one client, so that none can use it up alone
     * @param address       of one address to operations that need no token
     * @param refusedTokens of one address whose tokens are refused
     * @param burst         how long a pause is saved up for: so many seconds' worth may come at once
     */
    public record Rates(@DefaultValue("true") boolean enabled, @DefaultValue("200") int client, @DefaultValue("1000") int tenant,
            @DefaultValue("50") int address, @DefaultValue("20") int refusedTokens, @DefaultValue("10s") Duration burst) {
        public Rates {
            if (client < 1 || address < 1 || refusedTokens < 1 || burst.toSeconds() < 1) {
                throw new IllegalArgumentException("todoke.gateway.rate: nobody could pass; to be without limits say enabled=false");
            }
            if (tenant <= client) {
                throw new IllegalArgumentException("todoke.gateway.rate: one client could use up what the tenant has");
            }
        }
    }

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
