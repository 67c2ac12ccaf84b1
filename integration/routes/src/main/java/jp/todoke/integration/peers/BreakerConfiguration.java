package jp.todoke.integration.peers;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.time.Clock;
import java.time.Duration;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JCircuitBreakerFactory;
import org.springframework.cloud.circuitbreaker.resilience4j.Resilience4JConfigBuilder;
import org.springframework.cloud.client.circuitbreaker.Customizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.HttpClientErrorException;

/** When a peer is left alone for a while. The time-out is the HTTP client's; a refusal is no sign of illness. */
@Configuration(proxyBeanMethods = false)
class BreakerConfiguration {
    private static final int WINDOW = 20;
    private static final int FAILURE_PERCENT = 50;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Bean
    Customizer<Resilience4JCircuitBreakerFactory> peerBreakers(Clock clock) {
        CircuitBreakerConfig config = CircuitBreakerConfig.custom().slidingWindowSize(WINDOW).minimumNumberOfCalls(WINDOW)
                .failureRateThreshold(FAILURE_PERCENT).waitDurationInOpenState(PAUSE).ignoreExceptions(HttpClientErrorException.class)
                .clock(clock).build();
        return factory -> factory.configureDefault(peer -> new Resilience4JConfigBuilder(peer).circuitBreakerConfig(config).build());
    }
}
