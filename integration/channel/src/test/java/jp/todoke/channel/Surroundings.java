package jp.todoke.channel;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What stands around the service under test: the issuer of tokens, and the way to the other service. The way leads back
 * to the service itself, and can be broken as networks break.
 */
final class Surroundings {
    enum Way {
        OPEN, CLOSED, DELIVERS_TWICE, LOSES_ANSWERS
    }

    static final HttpClient HTTP = HttpClient.newHttpClient();

    private final RSAKey key;
    private final HttpServer server;
    final AtomicInteger tokensIssued = new AtomicInteger();
    final List<String> delivered = new CopyOnWriteArrayList<>();
    volatile Way way = Way.OPEN;
    volatile int servicePort;

    Surroundings() {
        try {
            key = new RSAKeyGenerator(2048).keyID("test").generate();
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/oauth2/jwks", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/oauth2/token", exchange -> {
            tokensIssued.incrementAndGet();
            answer(exchange, 200, "{\"access_token\":\"" + token("integration", null, "linkage:send")
                    + "\",\"token_type\":\"Bearer\",\"expires_in\":300}");
        });
        server.createContext("/linkage/v1/messages", this::forward);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String token(String subject, String municipality, String scope) {
        return token(subject, municipality, scope, url(), "todoke");
    }

    String token(String subject, String municipality, String scope, String issuer, String audience) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().subject(subject).issuer(issuer).audience(audience).claim("scope", scope)
                .claim("roles", List.of("caseworker")).issueTime(new Date()).expirationTime(new Date(System.currentTimeMillis() + 300_000));
        if (municipality != null) {
            claims.claim("municipality_code", municipality);
        }
        SignedJWT jwt = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("test").build(), claims.build());
        try {
            jwt.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    private void forward(HttpExchange exchange) throws IOException {
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        byte[] body = exchange.getRequestBody().readAllBytes();
        if (way == Way.CLOSED) {
            answer(exchange, 503, "");
            return;
        }
        int status = send(authorization, body);
        if (way == Way.DELIVERS_TWICE) {
            status = send(authorization, body);
        }
        if (status == 202) {
            delivered.add(new String(body, StandardCharsets.UTF_8));
        }
        answer(exchange, way == Way.LOSES_ANSWERS ? 504 : status, "");
    }

    private int send(String authorization, byte[] body) throws IOException {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + servicePort + "/linkage/v1/messages"))
                    .header("Authorization", authorization).header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
