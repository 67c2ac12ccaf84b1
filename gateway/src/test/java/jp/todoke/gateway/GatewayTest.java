package jp.todoke.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One gateway, the two services and the issuers behind it, for all tests of the module. */
@SpringBootTest(classes = Gateway.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
abstract class GatewayTest {
    static final Issuer ISSUER = new Issuer();
    static final WireMockServer BENEFITS = start(new WireMockServer(options().dynamicPort()));
    static final WireMockServer INTEGRATION = start(new WireMockServer(options().dynamicPort()));
    static final WireMockServer ISSUERS = start(new WireMockServer(options().dynamicPort()));
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    int port;
    @LocalManagementPort
    int managementPort;

    private static WireMockServer start(WireMockServer server) {
        server.start();
        return server;
    }

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry properties) {
        properties.add("todoke.issuer-uri", () -> Issuer.URI);
        properties.add("todoke.jwk-set-uri", () -> ISSUERS.baseUrl() + "/keys");
        properties.add("todoke.benefits.url", BENEFITS::baseUrl);
        properties.add("todoke.integration.url", INTEGRATION::baseUrl);
        properties.add("todoke.peers.auth.url", ISSUERS::baseUrl);
        properties.add("todoke.peers.client-id", () -> "0123456789abcdefghijABCDEFGHIJ01");
        properties.add("todoke.peers.client-secret", () -> "a secret of more than thirty-two characters");
        properties.add("todoke.gateway.read-timeout", () -> "3s");
    }

    @BeforeEach
    void reset() {
        BENEFITS.resetAll();
        INTEGRATION.resetAll();
        ISSUERS.resetAll();
        BENEFITS.stubFor(any(anyUrl()).willReturn(
                okJson("{\"from\":\"benefits\"}").withHeader("X-Correlation-Id", "of-the-service").withHeader("ETag", "\"3\"")));
        INTEGRATION.stubFor(any(anyUrl()).willReturn(okJson("{\"from\":\"integration\"}")));
        ISSUERS.stubFor(get(urlPathEqualTo("/keys")).willReturn(okJson(ISSUER.keys())));
        ISSUERS.stubFor(post(urlPathEqualTo("/oauth2/introspect")).willReturn(okJson("{\"active\":false}")));
    }

    HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    HttpRequest.Builder management(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static ResponseDefinitionBuilder late() {
        return aResponse().withStatus(200).withFixedDelay(20_000);
    }
}
