package jp.todoke.channel;

import java.time.Duration;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;

/**
 * HTTP on the thread that calls, which is a virtual one: no selector and no pool of workers between a call and its answer. It repeats nothing by
 * itself and follows no redirects: whether a request may be sent once more is known to whoever sent it, and a peer has one address.
 */
public final class BlockingHttp {
    /** More than all work queues of a process have on their way at a time. */
    private static final int CONNECTIONS = 512;
    /** A connection that rested longer is looked at before it is used: the peer may have closed it. */
    private static final TimeValue RESTED = TimeValue.ofMilliseconds(500);
    /** The head of an answer is gathered in memory before anybody sees it. */
    private static final Http1Config HEAD = Http1Config.custom().setMaxHeaderCount(100).setMaxLineLength(16 << 10).build();
    private static final TimeValue IDLE = TimeValue.ofSeconds(20);

    private BlockingHttp() {}

    /** @param read for the begin of the answer and between two parts of it; the whole call ends after connect and read together */
    public static HttpComponentsClientHttpRequestFactory create(Duration connect, Duration read) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create().setMaxConnTotal(CONNECTIONS).setMaxConnPerRoute(CONNECTIONS)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder().http1Config(HEAD).build())
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom().setConnectTimeout(Timeout.of(connect)).setSocketTimeout(Timeout.of(read))
                                .setValidateAfterInactivity(RESTED).build())
                .build();
        return new HttpComponentsClientHttpRequestFactory(HttpClients.custom().setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(Timeout.of(read))
                        .setConnectionRequestTimeout(Timeout.of(read)).build())
                .addExecInterceptorFirst("whole-answer", new WholeAnswer(connect.plus(read)))
                .evictIdleConnections(IDLE).disableAutomaticRetries().disableRedirectHandling().disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression().build());
    }
}
