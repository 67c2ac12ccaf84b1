package jp.todoke.local.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Takes the answers in place of the cases: what is measured ends where integration has told them. */
public final class AnswerSink implements AutoCloseable {
    private final HttpServer server;
    private final AtomicLong taken = new AtomicLong();

    private AnswerSink(HttpServer server) {
        this.server = server;
    }

    public static AnswerSink open() {
        // Read when the class of the server is loaded: without it each answer waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var sink = new AnswerSink(server);
            server.createContext("/linkage/v1/messages", exchange -> {
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(202, -1);
                exchange.close();
                sink.taken.incrementAndGet();
            });
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    long taken() {
        return taken.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
