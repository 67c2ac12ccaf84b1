package jp.todoke.integration;

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
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The line to the national doubles: writes down what passes, and breaks as lines break, a set number of times. */
public final class Line {

    /** What may happen to one request. */
    public enum Trouble {
        /** The peer is down and says so in HTML. */
        OUTAGE_HTML,
        /** The peer does its work, but half of its answer arrives. */
        TRUNCATED,
        /** The peer does its work, but its answer never arrives. */
        ANSWER_LOST,
        /** The peer refuses the form of the request. */
        BAD_REQUEST,
        /** The 中間サーバー says that it is being maintained, for very long. */
        MAINTENANCE,
        /** An answer of 50 MB. */
        ENDLESS,
        /** Too many calls: the peer shuts us out for a minute. */
        BLOCKED,
        /** A maintenance page with status 200. */
        HTML_200,
        /** The token is no longer taken. */
        TOKEN_REFUSED,
        /** Another officer has the record open. */
        LOCKED,
        /** The peer answers about somebody else. */
        ANOTHER_PERSON,
        /** The peer does its work and answers after 31 s. */
        SLOW,
        /** The peer does its work, and its answer comes in drops: always within the time-out of a socket, and never to an end. */
        DRIPPING,
        /** JSON in which everything that the contract requires is missing. */
        EMPTY_OBJECT
    }

    /** One request as it passed. */
    public record Passed(String method, String path, Map<String, String> headers, String body) {}

    private static final String HTML = "<html><body><h1>Service Unavailable</h1></body></html>";
    private static final Duration DROP = Duration.ofMillis(200);
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpServer server;
    private final int target;
    private final List<Passed> passed = new CopyOnWriteArrayList<>();
    private final Queue<Trouble> troubles = new ConcurrentLinkedQueue<>();
    private final Queue<UnaryOperator<String>> rewrites = new ConcurrentLinkedQueue<>();
    private volatile String where = "";
    private volatile String rewrittenAt = "";

    Line(int target) {
        this.target = target;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::pass);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    public void clear() {
        passed.clear();
        troubles.clear();
        rewrites.clear();
    }

    /** The next requests whose path ends so meet these troubles, one each. */
    public void breaks(String where, Trouble... troubles) {
        this.where = where;
        this.troubles.addAll(List.of(troubles));
    }

    /** The next answer to a request whose path holds this comes changed. */
    public void rewrites(String where, UnaryOperator<String> change) {
        rewrittenAt = where;
        rewrites.add(change);
    }

    public List<Passed> passed() {
        return List.copyOf(passed);
    }

    private void pass(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(header -> header.getKey().toLowerCase(java.util.Locale.ROOT),
                        header -> header.getValue().getFirst(), (first, _) -> first, HashMap::new));
        String path = exchange.getRequestURI().toString();
        passed.add(new Passed(exchange.getRequestMethod(), path, headers, new String(body, StandardCharsets.UTF_8)));
        Trouble trouble = path.endsWith(where) ? troubles.poll() : null;
        try {
            answer(exchange, trouble, headers, body);
        } finally {
            exchange.close();
        }
    }

    private void answer(HttpExchange exchange, @Nullable Trouble trouble, Map<String, String> headers, byte[] body) throws IOException {
        if (trouble == Trouble.OUTAGE_HTML || trouble == Trouble.HTML_200) {
            write(exchange, trouble == Trouble.HTML_200 ? 200 : 503, "text/html", HTML.getBytes(StandardCharsets.UTF_8));
            return;
        }
        if (trouble == Trouble.TOKEN_REFUSED) {
            write(exchange, 401, "application/json", "{\"title\":\"照会\",\"detail\":\"アクセストークンが無効です。\"}".getBytes(StandardCharsets.UTF_8));
            return;
        }
        if (trouble == Trouble.BAD_REQUEST) {
            write(exchange, 400, "application/json",
                    "{\"title\":\"照会\",\"detail\":\"エラーが発生しました。\",\"errors\":[{\"code\":\"E0002\",\"message\":\"届野　一郎\"}]}"
                            .getBytes(StandardCharsets.UTF_8));
            return;
        }
        if (trouble == Trouble.MAINTENANCE) {
            write(exchange, 200, "application/json",
                    "{\"state\":\"MAINTENANCE\",\"until\":\"2099-01-01T00:00:00+09:00\"}".getBytes(StandardCharsets.UTF_8));
            return;
        }
        if (trouble == Trouble.ENDLESS) {
            write(exchange, 200, "application/json", new byte[50 << 20]);
            return;
        }
        if (trouble == Trouble.BLOCKED) {
            write(exchange, 403, "application/json",
                    "{\"title\":\"照会\",\"detail\":\"遮断中です。\",\"errors\":[{\"code\":\"1000\",\"message\":\"呼出し過多\"}]}"
                            .getBytes(StandardCharsets.UTF_8));
            return;
        }
        if (trouble == Trouble.EMPTY_OBJECT) {
            write(exchange, exchange.getRequestMethod().equals("POST") ? 202 : 200, "application/json",
                    "{}".getBytes(StandardCharsets.UTF_8));
            return;
        }
        if (trouble == Trouble.LOCKED) {
            write(exchange, 409, "application/json",
                    "{\"title\":\"付番\",\"detail\":\"エラーが発生しました。\",\"errors\":[{\"code\":\"N0423\",\"message\":\"編集中\"}]}"
                            .getBytes(StandardCharsets.UTF_8));
            return;
        }
        if (trouble == Trouble.ANOTHER_PERSON) {
            headers.put("x-mock-scenario", "another-person");
        }
        if (trouble == Trouble.SLOW) {
            headers.put("x-mock-scenario", "slow-31s");
        }
        HttpResponse<byte[]> answer = forward(exchange, headers, body);
        if (trouble == Trouble.ANSWER_LOST) {
            return;
        }
        byte[] content = trouble == Trouble.TRUNCATED ? Arrays.copyOf(answer.body(), answer.body().length / 2) : answer.body();
        UnaryOperator<String> change = exchange.getRequestURI().toString().contains(rewrittenAt) ? rewrites.poll() : null;
        if (change != null) {
            content = change.apply(new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        }
        String type = answer.headers().firstValue("Content-Type").orElse("application/json");
        if (trouble == Trouble.DRIPPING) {
            drip(exchange, answer.statusCode(), type);
            return;
        }
        write(exchange, answer.statusCode(), type, content);
    }

    /** Ends when the other side hangs up. */
    private static void drip(HttpExchange exchange, int status, String type) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, 0);
        while (true) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            LockSupport.parkNanos(DROP.toNanos());
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, Map<String, String> headers, byte[] body) throws IOException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + target + exchange.getRequestURI())).method(
                exchange.getRequestMethod(),
                body.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach((name, value) -> {
            if (name.startsWith("x-") || name.equals("authorization") || name.equals("content-type") || name.equals("accept")) {
                request.header(name, value);
            }
        });
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static void write(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
