package jp.todoke.gateway;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.HandlerFunctions.http;

import jp.todoke.contracts.Contract;
import jp.todoke.contracts.Match;
import jp.todoke.contracts.Operation;
import jp.todoke.telemetry.Work;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** One route for each operation of the contract, and the connection to the services behind. */
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
        for (Operation operation : operations.operations()) {
            routes.add(GatewayRouterFunctions.route(operation.id()).route(isFor(operation), http())
                    .before(uri(settings.urlOf(operation.service()))).build());
        }
        return routes.build();
    }

    /** The gate has found the operation already; matching paths a second time could come to another result. */
    private static RequestPredicate isFor(Operation operation) {
        return request -> request.attribute(Gate.MATCH).filter(found -> found instanceof Match match && match.operation().equals(operation))
                .isPresent();
    }

    @Bean(destroyMethod = "close")
    CloseableHttpClient httpClient(GatewaySettings settings) {
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
                .disableAuthCaching().addExecInterceptorFirst("abandoned answers", new AbandonedAnswers()).build();
    }

    @Bean
    ClientHttpRequestFactory clientHttpRequestFactory(CloseableHttpClient client) {
        return new HttpComponentsClientHttpRequestFactory(client);
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
