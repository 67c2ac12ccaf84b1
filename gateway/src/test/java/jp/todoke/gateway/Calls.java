package jp.todoke.gateway;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import jp.todoke.contracts.Contract;
import jp.todoke.contracts.Match;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The gateway's own client without the gateway: calls a service as one operation would. */
final class Calls implements AutoCloseable {
    private static final Match OPERATION = new Match(Contract.of("specs/test/things.yaml").operations().getFirst(), Map.of());
    private final Waits waits;
    private final CloseableHttpClient client;
    private final RouteConfiguration configuration = new RouteConfiguration();

    Calls(Duration silence, Duration deadline) {
        var breaker = new GatewaySettings.Breaker(100, 100, 50, Duration.ofSeconds(1), 1);
        var settings = new GatewaySettings("", null, null, null, null,
                new GatewaySettings.Limits(Duration.ofSeconds(2), silence, deadline, breaker, null));
        waits = configuration.waits(settings);
        client = configuration.httpClient(settings, new Breakers(breaker, Clock.systemUTC()), waits);
    }

    ClientHttpRequest request(HttpMethod method, URI uri) throws IOException {
        var request = new MockHttpServletRequest();
        request.setAttribute(Gate.MATCH, OPERATION);
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
        return configuration.clientHttpRequestFactory(client).createRequest(uri, method);
    }

    @Override
    public void close() throws IOException {
        RequestContextHolder.resetRequestAttributes();
        client.close();
        waits.close();
    }
}
