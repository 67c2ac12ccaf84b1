package jp.todoke.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.web.client.ResourceAccessException;

/** A service that does not run: refused at once, not after a time-out, so that the answer can say when to come back. */
class UnreachableTest {
    @Test
    void aClosedPortIsNoTimeout() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (var calls = new Calls(Duration.ofSeconds(1), Duration.ofSeconds(1))) {
            var request = calls.request(HttpMethod.GET, URI.create("http://127.0.0.1:" + port + "/"));

            IOException refused = Assertions.assertThrows(IOException.class, request::execute);

            assertInstanceOf(ConnectException.class, refused);
            assertEquals("SERVICE_UNAVAILABLE", AccessRecord.refusal(new ResourceAccessException("", refused)).code());
        }
    }
}
