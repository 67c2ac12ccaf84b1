package jp.todoke.gateway;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import jp.todoke.telemetry.IssuerKeys;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.client.RestTemplate;

/** Whose token is believed: signed tokens of the issuer for people, introspected ones for {@code /app_submit/**}. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String AUDIENCE = "todoke";
    private static final int PATIENCE_MILLIS = 3_000;

    @Bean
    @Order(1)
    SecurityFilterChain systems(HttpSecurity http, OpaqueTokenIntrospector introspector, Envelopes envelopes) throws Exception {
        AuthenticationEntryPoint refuse = (request, response, cause) -> envelopes.write(Refusal.unauthorized(), request, response);
        http.securityMatcher("/app_submit/**").authorizeHttpRequests(requests -> requests.anyRequest().authenticated());
        http.oauth2ResourceServer(
                server -> server.opaqueToken(opaque -> opaque.introspector(introspector)).authenticationEntryPoint(refuse));
        return stateless(http, refuse).build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, OperationTable operations, Envelopes envelopes) throws Exception {
        AuthenticationEntryPoint refuse = (request, response, cause) -> envelopes.write(Refusal.unauthorized(), request, response);
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll()
                .requestMatchers(operations::isOpen).permitAll().anyRequest().authenticated());
        http.oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()).authenticationEntryPoint(refuse));
        return stateless(http, refuse).build();
    }

    /** Tokens come in a header that no browser adds by itself, so a foreign page has nothing to abuse: no CSRF token. */
    private static HttpSecurity stateless(HttpSecurity http, AuthenticationEntryPoint refuse) throws Exception {
        return http.exceptionHandling(handling -> handling.authenticationEntryPoint(refuse))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS)).csrf(csrf -> csrf.disable())
                .requestCache(cache -> cache.disable()).logout(logout -> logout.disable());
    }

    @Bean
    JwtDecoder jwtDecoder(GatewaySettings settings) {
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(settings.keys()).restOperations(new RestTemplate(impatient())).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(JwtValidators.createDefaultWithIssuer(settings.issuerUri()),
                new JwtClaimValidator<List<String>>(JwtClaimNames.AUD, audience -> audience != null && audience.contains(AUDIENCE)),
                // The default lets a token pass that never ends, and one of nobody.
                new JwtClaimValidator<Instant>(JwtClaimNames.EXP, Objects::nonNull),
                new JwtClaimValidator<String>(JwtClaimNames.SUB, subject -> subject != null && !subject.isBlank())));
        return decoder;
    }

    @Bean("issuer")
    IssuerKeys issuerKeys(GatewaySettings settings) {
        return new IssuerKeys(settings.keys());
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    OpaqueTokenIntrospector opaqueTokenIntrospector(GatewaySettings settings, Clock clock) {
        return new Introspection(settings.peers(), impatient(), clock);
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler(Envelopes envelopes) {
        return (request, response, rejected) -> envelopes.write(Refusal.malformed(), request, response);
    }

    private static SimpleClientHttpRequestFactory impatient() {
        SimpleClientHttpRequestFactory http = new SimpleClientHttpRequestFactory();
        http.setConnectTimeout(PATIENCE_MILLIS);
        http.setReadTimeout(PATIENCE_MILLIS);
        return http;
    }
}
