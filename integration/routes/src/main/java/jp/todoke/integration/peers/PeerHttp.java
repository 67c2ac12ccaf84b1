package jp.todoke.integration.peers;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
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

    private final HttpClient http;
    private final Duration readTimeout;

    PeerHttp(PeerProperties properties) {
        this.http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(properties.timeouts().connect())
                .followRedirects(HttpClient.Redirect.NEVER).build();
        this.readTimeout = properties.timeouts().read();
    }

    public RestClient.Builder to(URI peer) {
        var requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(readTimeout);
        return RestClient.builder().requestFactory(requests).baseUrl(peer.toString())
                .configureMessageConverters(
                        converters -> converters.registerDefaults().withJsonConverter(new JacksonJsonHttpMessageConverter(JSON)));
    }
}
