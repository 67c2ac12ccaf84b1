package jp.todoke.benefits.conformance;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A small server on a free port. */
final class SimulationsServer implements AutoCloseable {
    static {
        // Read once by the server: without it each answer waits for the acknowledgement of its headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final HttpHandler handler;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);

    private SimulationsServer(HttpServer server, HttpHandler handler) {
        this.server = server;
        this.handler = handler;
    }

    static SimulationsServer start(HttpHandler handler) {
        try {
            var started = new SimulationsServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), handler);
            started.server.createContext("/", handler);
            started.server.setExecutor(started.threads);
            started.server.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() throws IOException {
        server.stop(0);
        threads.shutdownNow();
        if (handler instanceof Closeable closeable) {
            closeable.close();
        }
    }
}
