package jp.todoke.doubles.control;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import jp.todoke.doubles.wire.Json;
import org.jspecify.annotations.Nullable;

/** The administration on a port of its own, which only this machine can reach; with a token, only who knows it. */
public final class AdminServer implements AutoCloseable {

    static final int LONGEST_BODY = 8 * 1_024 * 1_024;
    /** A page of a browser may call this port under a name of its own: it is not meant to. */
    private static final Pattern THIS_MACHINE = Pattern.compile("(127\\.0\\.0\\.1|localhost|\\[::1\\])(:[0-9]{1,5})?");
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AdminApi api;
    private final @Nullable String token;

    private AdminServer(HttpServer server, AdminApi api, @Nullable String token) {
        this.server = server;
        this.api = api;
        this.token = token;
    }

    /** @param port 0 for any free one @throws IOException where the port is taken */
    public static AdminServer start(int port, @Nullable String token, AdminApi api) throws IOException {
        var started = new AdminServer(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0), api, token);
        started.server.createContext("/", started::serve);
        started.server.setExecutor(started.threads);
        started.server.start();
        return started;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            AdminApi.Answer answer = answer(exchange);
            byte[] body = Json.MAPPER.writeValueAsBytes(answer.body());
            exchange.getResponseHeaders().set("Content-Type", answer.status() < 400 ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private AdminApi.Answer answer(HttpExchange exchange) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (host == null || !THIS_MACHINE.matcher(host).matches()) {
            return problem(403, "/", "only this machine may administer the doubles");
        }
        if (!knowsToken(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return problem(401, "/", "the token of TODOKE_DOUBLES_ADMIN_TOKEN is needed as Bearer token");
        }
        byte[] body = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (body.length > LONGEST_BODY) {
            return problem(413, "/", "at most " + LONGEST_BODY + " bytes");
        }
        try {
            return api.answer(exchange.getRequestMethod(), exchange.getRequestURI(), body);
        } catch (Unacceptable wrong) {
            return problem(400, wrong.pointer(), String.valueOf(wrong.getMessage()));
        } catch (RuntimeException unexpected) {
            System.err.println("administration failed: " + unexpected.getClass().getName());
            return problem(500, "/", "a fault of the doubles");
        }
    }

    private boolean knowsToken(@Nullable String authorization) {
        return token == null || authorization != null && MessageDigest.isEqual(("Bearer " + token).getBytes(StandardCharsets.UTF_8),
                authorization.getBytes(StandardCharsets.UTF_8));
    }

    static AdminApi.Answer problem(int status, String pointer, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", "Administration of the doubles");
        body.put("status", status);
        body.put("errors", List.of(Map.of("pointer", pointer, "message", message)));
        return new AdminApi.Answer(status, body);
    }
}
