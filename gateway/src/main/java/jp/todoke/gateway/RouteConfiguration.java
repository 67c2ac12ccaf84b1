package jp.todoke.gateway;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;

import io.github.bucket4j.TimeMeter;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import jp.todoke.contracts.Contract;
import jp.todoke.contracts.Match;
import jp.todoke.contracts.Operation;
import jp.todoke.telemetry.Work;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** One route for each service behind, and the connection to the services behind. */
@Configuration(proxyBeanMethods = false)
class RouteConfiguration {
    private static final int CONNECTIONS_PER_SERVICE = 200;

    @Bean
    @ConditionalOnMissingBean
    Contract contract() {
        return Contract.product();
    }

    @Bean
    OperationTable operationTable(Contract contract) {
        return new OperationTable(contract);
    }

    @Bean
    RouterFunction<ServerResponse> routes(OperationTable operations, GatewaySettings settings) {
        RouterFunctions.Builder routes = RouterFunctions.route();
        operations.services().forEach(service -> routes
                .add(GatewayRouterFunctions.route(service).route(isFor(service), http()).before(uri(settings.urlOf(service))).build()));
        return routes.build();
    }

    /**
     * The gate has found the operation already; matching paths a second time could come to another result, and takes its time. When the container
     * handles an error, it sends the same request round once more, with all that the gate has noted: that one must not reach the service again.
     */
    private static RequestPredicate isFor(String service) {
        return request -> request.servletRequest().getDispatcherType() == DispatcherType.REQUEST && request.attribute(Gate.MATCH)
                .filter(found -> found instanceof Match match && match.operation().service().equals(service)).isPresent();
    }

    @Bean
    Breakers breakers(GatewaySettings settings, Clock clock) {
        return new Breakers(settings.gateway().breaker(), clock);
    }

    @Bean
    MeterBinder breakerMetrics(Breakers breakers) {
        return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers.registry());
    }

    @Bean
    Waits waits(GatewaySettings settings) {
        return new Waits(settings.gateway().readTimeout(), settings.gateway().deadline());
    }

    @Bean
    TimeMeter timeMeter() {
        return TimeMeter.SYSTEM_NANOTIME;
    }

    @Bean(destroyMethod = "close")
    CloseableHttpClient httpClient(GatewaySettings settings, Breakers breakers, Waits waits) {
        Timeout connect = Timeout.of(settings.gateway().connectTimeout());
        Timeout read = Timeout.of(settings.gateway().readTimeout());
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create().setMaxConnPerRoute(CONNECTIONS_PER_SERVICE)
                        .setMaxConnTotal(2 * CONNECTIONS_PER_SERVICE)
                        .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(connect)
                                .setSocketTimeout(read).setValidateAfterInactivity(TimeValue.ofSeconds(1)).build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(read).setConnectionRequestTimeout(connect).build())
                // A proxy hands on what it gets: no second attempt, no redirect followed, nothing unpacked, no cookie kept.
                .disableAutomaticRetries().disableRedirectHandling().disableContentCompression().disableCookieManagement()
                .disableAuthCaching().addExecInterceptorFirst("abandoned answers", new AbandonedAnswers())
                .addExecInterceptorFirst("service guard", new ServiceGuard(breakers, waits)).build();
    }

    @Bean
    ClientHttpRequestFactory clientHttpRequestFactory(CloseableHttpClient client) {
        var requests = new HttpComponentsClientHttpRequestFactory(client);
        requests.setHttpContextFactory((_, _) -> {
            HttpClientContext context = HttpClientContext.create();
            context.setAttribute(ServiceGuard.OPERATION, operation());
            return context;
        });
        return requests;
    }

    private static @Nullable Operation operation() {
        RequestAttributes request = RequestContextHolder.currentRequestAttributes();
        return request.getAttribute(Gate.MATCH, RequestAttributes.SCOPE_REQUEST) instanceof Match match ? match.operation() : null;
    }

    @Bean
    RequestHttpHeadersFilter correlationOfRequest() {
        return (headers, request) -> {
            HttpHeaders changed = new HttpHeaders();
            changed.putAll(headers);
            changed.set(AccessRecord.CORRELATION_HEADER, Work.correlationId());
            return changed;
        };
    }

    /** The response carries the id already. */
    @Bean
    ResponseHttpHeadersFilter correlationOfResponse() {
        return (headers, response) -> {
            HttpHeaders changed = new HttpHeaders();
            changed.putAll(headers);
            changed.remove(AccessRecord.CORRELATION_HEADER);
            return changed;
        };
    }
}
