package jp.todoke.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Each part of an answer comes well within the time-out of a socket; what counts is the whole of it. */
@Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class WholeAnswerTest {
    private static final Duration DROP = Duration.ofMillis(50);
    private final ServerSocket peer;
    private final HttpComponentsClientHttpRequestFactory requests = BlockingHttp.create(Duration.ofMillis(500), Duration.ofMillis(500));

    WholeAnswerTest() throws IOException {
        peer = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws Exception {
        requests.destroy();
        peer.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "head in drops | HTTP/1.1 200 OK; | X-Drop: 1;",
            "body in drops | HTTP/1.1 200 OK;Content-Length: 1000000;Content-Type: text/plain;; | x",
            "body in chunks | HTTP/1.1 200 OK;Transfer-Encoding: chunked;Content-Type: text/plain;; | 1;x;",
            "refusal in drops | HTTP/1.1 503 Service Unavailable;Content-Length: 1000000;; | x"})
    void isGivenUp(String what, String begin, String drop) {
        Thread.startVirtualThread(() -> answer(begin, drop, Integer.MAX_VALUE));

        assertThatThrownBy(this::ask).as(what).isInstanceOf(RestClientException.class);
    }

    @Test
    void isReadWhereItComesInTime() {
        Thread.startVirtualThread(() -> answer("HTTP/1.1 200 OK;Content-Length: 3;Content-Type: text/plain;;", "x", 3));

        assertThat(ask()).isEqualTo("xxx");
    }

    private String ask() {
        return RestClient.builder().requestFactory(requests).build().get().uri("http://127.0.0.1:" + peer.getLocalPort()).retrieve()
                .body(String.class);
    }

    private void answer(String begin, String drop, int drops) {
        try (Socket caller = peer.accept(); OutputStream out = caller.getOutputStream()) {
            out.write(lines(begin));
            for (int i = 0; i < drops; i++) {
                out.write(lines(drop));
                out.flush();
                LockSupport.parkNanos(DROP.toNanos());
            }
        } catch (IOException hungUp) {
            // What the test waits for.
        }
    }

    private static byte[] lines(String text) {
        return text.replace(";", "\r\n").getBytes(StandardCharsets.US_ASCII);
    }
}
