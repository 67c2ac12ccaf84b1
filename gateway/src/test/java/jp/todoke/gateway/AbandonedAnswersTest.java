package jp.todoke.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;

/** A stream without end, and a receiver who has had enough of it. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AbandonedAnswersTest {
    private final CountDownLatch stopped = new CountDownLatch(1);
    private HttpServer server;
    private Calls calls;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(new byte[8192]);
                }
            } catch (IOException e) {
                stopped.countDown();
            }
        });
        server.createContext("/short", exchange -> {
            exchange.sendResponseHeaders(200, 2);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write("ok".getBytes());
            }
        });
        server.start();
        calls = new Calls(Duration.ofSeconds(5), Duration.ofSeconds(10));
    }

    @AfterEach
    void stop() throws IOException {
        calls.close();
        server.stop(0);
    }

    private ClientHttpResponse get(String path) throws IOException {
        URI uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
        return calls.request(HttpMethod.GET, uri).execute();
    }

    @Test
    void hangsUpOnWhatNobodyReadsToItsEnd() throws IOException, InterruptedException {
        try (ClientHttpResponse response = get("/endless"); InputStream body = response.getBody()) {
            assertEquals(100, body.readNBytes(100).length);
        }

        assertTrue(stopped.await(10, TimeUnit.SECONDS), "the sender still sends");
    }

    @Test
    void readsOnFromAServiceAfterwards() throws IOException {
        for (int i = 0; i < 3; i++) {
            try (ClientHttpResponse abandoned = get("/endless")) {
                assertEquals(0, abandoned.getBody().read());
            }
            try (ClientHttpResponse response = get("/short")) {
                assertEquals("ok", new String(response.getBody().readAllBytes()));
            }
        }
    }
}
