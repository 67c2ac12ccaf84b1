package jp.todoke.integration.peers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micrometer.observation.ObservationRegistry;
import jakarta.annotation.PreDestroy;
import java.net.URI;
import jp.todoke.channel.BlockingHttp;
import jp.todoke.telemetry.CallConvention;
import jp.todoke.telemetry.Work;
import org.springframework.http.HttpHeaders;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP client under the generated clients. It follows no redirects: a peer has one address, the configured one. */
@Component
public class PeerHttp {
    /** Absent and null differ in the peers' contracts: what is not set is not sent. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

    private final HttpComponentsClientHttpRequestFactory requests;
    private final ObservationRegistry observations;
    private final BoundedAnswer bound;

    PeerHttp(PeerProperties properties, ObservationRegistry observations) {
        this.bound = new BoundedAnswer(properties.maxAnswer().toBytes());
        this.observations = observations;
        this.requests = BlockingHttp.create(properties.timeouts().connect(), properties.timeouts().read());
    }

    /** The request carries our trace and correlation id, so that both sides find the same request in their logs. */
    public RestClient.Builder to(String name, URI peer) {
        return RestClient.builder().requestFactory(requests).baseUrl(peer.toString())
                .observationRegistry(observations).observationConvention(new CallConvention(name))
                .requestInterceptor(bound).requestInitializer(request -> correlate(request.getHeaders()))
                .configureMessageConverters(
                        converters -> converters.registerDefaults().withJsonConverter(new JacksonJsonHttpMessageConverter(JSON)));
    }

    @PreDestroy
    void close() throws Exception {
        requests.destroy();
    }

    private static void correlate(HttpHeaders headers) {
        String correlationId = Work.correlationId();
        if (correlationId != null) {
            headers.set("X-Correlation-Id", correlationId);
        }
    }
}
