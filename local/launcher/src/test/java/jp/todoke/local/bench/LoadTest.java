package jp.todoke.local.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What sends the load must itself be right, or the figures mean nothing. */
class LoadTest {
    private final List<String> bodies = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** In turn: a body of known length, chunks, and an end of the connection. */
    private void answer(HttpExchange exchange) throws IOException {
        bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        byte[] body = "x".repeat(10_000).getBytes(StandardCharsets.UTF_8);
        if (bodies.size() % 3 == 0) {
            exchange.getResponseHeaders().add("Connection", "close");
        }
        exchange.sendResponseHeaders(bodies.size() % 5 == 0 ? 400 : 200, bodies.size() % 2 == 0 ? body.length : 0);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    @Test
    void readsAnswersOfEveryFormOneAfterTheOther() throws IOException {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        List<Integer> statuses = new ArrayList<>();

        try (var connection = new KeptConnection(uri)) {
            for (int i = 0; i < 10; i++) {
                statuses.add(connection.send(KeptConnection.request(uri, "/", "token", "児童" + i)));
            }
        }

        assertEquals(List.of(200, 200, 200, 200, 400, 200, 200, 200, 200, 400), statuses);
        assertEquals("児童9", bodies.getLast());
    }

    @Test
    void countsDecisionsWhereverTheBuffersEnd() {
        byte[] answer = "{\"programme\":\"A\"}\n{\"type\":\"about:blank\",\"x\":{\"programme\":1}}\n{\"programme\":\"B\"}\n"
                .getBytes(StandardCharsets.UTF_8);

        for (int size = 1; size <= answer.length; size++) {
            var lines = new AnsweredLines();
            for (int from = 0; from < answer.length; from += size) {
                byte[] part = Arrays.copyOfRange(answer, from, Math.min(answer.length, from + size));
                lines.add(part, part.length);
            }
            assertEquals(2, lines.decided(), "in parts of " + size);
            assertEquals(answer.length, lines.bytes());
        }
    }
}
