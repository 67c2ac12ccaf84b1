package jp.todoke.gateway;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import jp.todoke.contracts.CheckDigits;
import jp.todoke.contracts.Contract;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A gateway with small limits, a contract of its own, and services behind that are free to misbehave. */
@SpringBootTest(classes = Gateway.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(EdgeTest.Edge.class)
abstract class EdgeTest {
    static final ManualTime TIME = new ManualTime();
    static final RawService SERVICE = new RawService();
    private static final Issuer ISSUER = new Issuer();
    private static final RawService OTHER = new RawService();
    private static final WireMockServer ISSUERS = new WireMockServer(options().dynamicPort());
    static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    int port;
    @LocalManagementPort
    int managementPort;
    @Autowired
    Breakers breakers;
    /** A municipality and a person for each test, so that none finds the buckets of another. */
    final String municipality = ThreadLocalRandom.current().ints(0, 1_000_000).mapToObj("%06d"::formatted)
            .filter(CheckDigits::isMunicipality)
            .findFirst().orElseThrow();
    final String token = ISSUER.tokenOf("person", municipality, "things:read");

    @TestConfiguration
    static class Edge {
        @Bean
        Contract contract() {
            return Contract.of("specs/test/things.yaml", "specs/test/others.yaml");
        }

        @Bean
        @Primary
        ManualTime manualTime() {
            return TIME;
        }
    }

    @DynamicPropertySource
    static void configure(DynamicPropertyRegistry properties) {
        ISSUERS.start();
        ISSUERS.stubFor(get(urlPathEqualTo("/keys")).willReturn(okJson(ISSUER.keys())));
        ISSUERS.stubFor(post(urlPathEqualTo("/oauth2/introspect")).willReturn(okJson(
                "{\"active\":true,\"client_id\":\"system\",\"scope\":\"990:app_submit/v10/things:Create\",\"exp\":4102444800}")));
        properties.add("todoke.issuer-uri", () -> Issuer.URI);
        properties.add("todoke.jwk-set-uri", () -> ISSUERS.baseUrl() + "/keys");
        properties.add("todoke.benefits.url", SERVICE::url);
        properties.add("todoke.integration.url", OTHER::url);
        properties.add("todoke.peers.auth.url", ISSUERS::baseUrl);
        properties.add("todoke.peers.client-id", () -> "0123456789abcdefghijABCDEFGHIJ01");
        properties.add("todoke.peers.client-secret", () -> "a secret of more than thirty-two characters");
        properties.add("todoke.gateway.read-timeout", () -> "1s");
        properties.add("server.tomcat.connection-timeout", () -> "1s");
        properties.add("todoke.gateway.deadline", () -> "2500ms");
        properties.add("todoke.gateway.breaker.window", () -> "10");
        properties.add("todoke.gateway.breaker.open-for", () -> "10s");
        properties.add("todoke.gateway.rate.client", () -> "3");
        properties.add("todoke.gateway.rate.tenant", () -> "4");
        properties.add("todoke.gateway.rate.address", () -> "1");
        properties.add("todoke.gateway.rate.refused-tokens", () -> "1");
    }

    @BeforeEach
    void begin() {
        TIME.pass(Duration.ofMinutes(1));
        breakers.registry().getAllCircuitBreakers().forEach(CircuitBreaker::reset);
    }

    HttpRequest.Builder to(String path, String bearer) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Authorization", "Bearer " + bearer);
    }

    HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        return HTTP.send(to(path, token).build(), HttpResponse.BodyHandlers.ofString());
    }

    String tokenOf(String person) {
        return ISSUER.tokenOf(person, municipality, "things:read");
    }

    String forged() {
        return ISSUER.forgedToken("things:read");
    }
}
