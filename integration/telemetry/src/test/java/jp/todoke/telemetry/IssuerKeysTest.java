package jp.todoke.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

class IssuerKeysTest {
    @Test
    void withoutThemNobodyIsLetInAndLaterTheyAreMissedOnly() throws IOException {
        int port;
        HttpServer issuer = listen(0);
        port = issuer.getAddress().getPort();
        issuer.stop(0);
        var keys = new IssuerKeys("http://127.0.0.1:" + port + "/keys", Duration.ZERO);

        assertEquals(Status.DOWN, keys.health().getStatus());
        issuer = listen(port);
        assertEquals(Status.UP, keys.health().getStatus());
        issuer.stop(0);
        assertEquals(IssuerKeys.DEGRADED, keys.health().getStatus());
    }

    private static HttpServer listen(int port) throws IOException {
        HttpServer issuer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        issuer.createContext("/keys", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        issuer.start();
        return issuer;
    }
}
