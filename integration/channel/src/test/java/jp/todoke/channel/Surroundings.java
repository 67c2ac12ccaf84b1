package jp.todoke.channel;

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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import jp.todoke.channel.testing.TokenIssuer;

/**
 * What stands around the service under test: the issuer of tokens, and the way to the other service. The way leads back
 * to the service itself, and can be broken as networks break.
 */
final class Surroundings {
    enum Way {
        OPEN,
        CLOSED,
        DELIVERS_TWICE,
        LOSES_ANSWERS
    }

    static final HttpClient HTTP = HttpClient.newHttpClient();

    final TokenIssuer issuer = new TokenIssuer();
    private final HttpServer server;
    final AtomicInteger tokensIssued = new AtomicInteger();
    final List<String> delivered = new CopyOnWriteArrayList<>();
    volatile Way way = Way.OPEN;
    volatile int servicePort;

    Surroundings() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        return issuer.token(subject, municipality, scope);
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
