package jp.todoke.guard;

import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import jp.todoke.contracts.Contract;
import jp.todoke.sealing.Sealer;
import jp.todoke.telemetry.IssuerKeys;
import jp.todoke.tenancy.PersistenceAutoConfiguration;
import jp.todoke.tenancy.ServiceProperties;
import org.mybatis.spring.SqlSessionTemplate;
import org.mybatis.spring.boot.autoconfigure.MybatisAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.client.RestTemplate;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** Authentication, contract check, problems and idempotency of a service. */
@AutoConfiguration(after = {PersistenceAutoConfiguration.class, MybatisAutoConfiguration.class,
        JacksonAutoConfiguration.class}, before = OAuth2ResourceServerAutoConfiguration.class)
@EnableConfigurationProperties(GuardProperties.class)
public class GuardAutoConfiguration {
    private static final String AUDIENCE = "todoke";
    private static final int PATIENCE_MILLIS = 3_000;

    @Bean
    @ConditionalOnMissingBean
    Contract contract() {
        return Contract.product();
    }

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    /** Asked before the framework's own converters: of what the filter has read, and what nobody may gather in memory. */
    @Bean
    WebMvcConfigurer bodyConverters(JsonMapper json) {
        return new WebMvcConfigurer() {
            @Override
            public void configureMessageConverters(HttpMessageConverters.ServerBuilder converters) {
                converters.addCustomConverter(new CheckedBodyConverter(json)).addCustomConverter(new StreamedBodyConverter());
            }
        };
    }

    @Bean
    ProblemAdvice problemAdvice(ProblemWriter problems) {
        return new ProblemAdvice(problems);
    }

    @Bean
    @ConditionalOnMissingBean
    JwtDecoder jwtDecoder(GuardProperties properties) {
        SimpleClientHttpRequestFactory http = new SimpleClientHttpRequestFactory();
        http.setConnectTimeout(PATIENCE_MILLIS);
        http.setReadTimeout(PATIENCE_MILLIS);
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSetUri(properties.keys()).restOperations(new RestTemplate(http)).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(JwtValidators.createDefaultWithIssuer(properties.issuerUri()),
                new JwtClaimValidator<List<String>>(JwtClaimNames.AUD, audience -> audience != null && audience.contains(AUDIENCE)),
                // The default lets a token pass that never ends, and one of nobody.
                new JwtClaimValidator<Instant>(JwtClaimNames.EXP, Objects::nonNull),
                new JwtClaimValidator<String>(JwtClaimNames.SUB, subject -> subject != null && !subject.isBlank())));
        return decoder;
    }

    @Bean
    SecurityFilterChain securityFilterChain(HttpSecurity http, Contract contract, ProblemWriter problems) throws Exception {
        http.securityMatcher(request -> true).authorizeHttpRequests(requests -> requests
                .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC).permitAll()
                .requestMatchers(request -> contract.find(request.getMethod(), request.getRequestURI())
                        .filter(match -> match.operation().isPublic()).isPresent())
                .permitAll().anyRequest().authenticated());
        http.oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults())
                .authenticationEntryPoint((request, response, cause) -> problems.write(Problem.unauthorized(), response)));
        http.exceptionHandling(handling -> handling
                .authenticationEntryPoint((request, response, cause) -> problems.write(Problem.unauthorized(), response))
                .accessDeniedHandler((request, response, cause) -> problems.write(ProblemAdvice.problem(cause), response)));
        http.sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        // Tokens come in a header that no browser adds by itself, so there is nothing that a foreign page could abuse.
        http.csrf(csrf -> csrf.disable()).requestCache(cache -> cache.disable()).logout(logout -> logout.disable());
        return http.build();
    }

    @Bean("issuer")
    IssuerKeys issuerKeys(GuardProperties properties) {
        return new IssuerKeys(properties.keys());
    }

    @Bean
    RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
        return (request, response, rejected) -> problems.write(Problem.invalid(List.of()), response);
    }

    @Bean
    FilterRegistrationBean<RequestLog> requestLog(ProblemWriter problems) {
        FilterRegistrationBean<RequestLog> registration = new FilterRegistrationBean<>(new RequestLog(problems));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    /** Behind Spring Security's chain (order -100): the token is known by then. */
    @Bean
    FilterRegistrationBean<ContractFilter> contractFilter(Contract contract, ServiceProperties properties, ProblemWriter problems) {
        FilterRegistrationBean<ContractFilter> registration = new FilterRegistrationBean<>(
                new ContractFilter(contract, properties.service(), problems));
        registration.setOrder(-50);
        return registration;
    }

    @Bean
    Idempotency idempotency(SqlSessionTemplate session, Sealer sealer, JsonMapper json, Clock clock) {
        return new StoredIdempotency(session.getMapper(IdempotencyMapper.class), sealer, json, clock);
    }
}
