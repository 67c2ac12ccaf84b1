package jp.todoke.conformance.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import jp.todoke.conformance.connection.SystemUnderTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A vendor's system that knows three cases by heart, and can be made to err in one respect. */
final class StubVendor implements AutoCloseable {
    static final String TOKEN = "secret-token-0123456789";
    private static final String DECIDED = """
            {"programme":"CHILD_ALLOWANCE","ruleVersion":"1","warnings":[],"months":[
              {"month":"2026-11","outcome":"NOT_YET","yen":null,"reasons":[],"children":[],"stages":[]},
              {"month":"2026-12","outcome":"GRANTED","yen":25000,"reasons":["X"],"trace":"t0",
               "children":[{"id":"c1","yen":10000,"rank":1,"trace":"t1"},{"id":"c2","yen":15000,"rank":2,"trace":"t1"}],
               "stages":[{"stage":"BASE","yen":25000}]},
              {"month":"2027-01","outcome":"GRANTED","yen":10000,"reasons":[],"trace":"t0",
               "children":[{"id":"c1","yen":10000,"rank":1,"trace":"t1"}],"stages":[{"stage":"BASE","yen":10000}]},
              {"month":"2027-02","outcome":"REFER","yen":null,"reasons":[],"trace":"t0","children":[],"stages":[]}],
             "payments":[{"payMonth":"2027-02","covers":["2026-12","2027-01"],"yen":35000}],
             "traces":{"t0":{"question":"q","result":"r"},"t1":{"question":"q","result":"r"}}}""";
    private static final String REFUSED = """
            {"type":"about:blank","title":"Bad Request","status":400,"errors":[{"pointer":"/claims/0/receivedOn","code":"X","message":"m"}]}""";
    private static final String UNANSWERABLE = """
            {"title":"Unprocessable","status":422,"detail":"no parameter third_and_later in force in 2099-01"}""";
    private final HttpServer server;
    private final UnaryOperator<String> fault;
    private boolean faultInBatchOnly;
    private String problemType = "application/problem+json";
    private int statusOfAll;

    private StubVendor(HttpServer server, UnaryOperator<String> fault) {
        this.server = server;
        this.fault = fault;
    }

    /** @param fault what becomes of every answer */
    static StubVendor start(UnaryOperator<String> fault) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var vendor = new StubVendor(server, fault);
            server.createContext("/", vendor::handle);
            server.start();
            return vendor;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    StubVendor erringInBatchOnly() {
        faultInBatchOnly = true;
        return this;
    }

    StubVendor withProblemsAs(String contentType) {
        problemType = contentType;
        return this;
    }

    StubVendor alwaysAnswering(int status) {
        statusOfAll = status;
        return this;
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        URI uri = exchange.getRequestURI();
        if (statusOfAll != 0) {
            respond(exchange, statusOfAll, problemType, "{\"title\":\"t\",\"status\":" + statusOfAll + "}");
        } else if (!authorization.equals("Bearer " + TOKEN)) {
            respond(exchange, 401, problemType, "{\"title\":\"Unauthorized\",\"status\":401}");
        } else if (uri.getPath().equals(SystemUnderTest.BATCH)) {
            List<String> lines = body.lines().map(line -> fault.apply(answer(SystemUnderTest.parse(line)).toString())).toList();
            respond(exchange, 200, "application/x-ndjson", lines.stream().collect(Collectors.joining("\n", "", "\n")));
        } else {
            one(exchange, SystemUnderTest.parse(body), "trace=none".equals(uri.getQuery()));
        }
    }

    private void one(HttpExchange exchange, JsonNode request, boolean withoutTrace) throws IOException {
        JsonNode answer = answer(request);
        if (withoutTrace && answer instanceof ObjectNode object) {
            object.remove("traces");
        }
        int status = answer.path("status").asInt(200);
        String text = faultInBatchOnly ? answer.toString() : fault.apply(answer.toString());
        respond(exchange, status, status == 200 ? "application/json" : problemType, text);
    }

    private static JsonNode answer(JsonNode request) {
        if (request.isMissingNode()) {
            return SystemUnderTest.parse("{\"title\":\"Bad Request\",\"status\":400}");
        }
        String text = switch (request.path("to").asString("")) {
            case "2027-02" -> DECIDED;
            case "2099-01" -> UNANSWERABLE;
            default -> REFUSED;
        };
        JsonNode answer = SystemUnderTest.parse(text);
        if (answer.path("warnings").isArray()) {
            var warnings = answer.withArray("warnings");
            request.propertyNames().stream().filter(name -> name.startsWith("x")).forEach(warnings::add);
        }
        return answer;
    }

    private static void respond(HttpExchange exchange, int status, String contentType, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", contentType);
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange) {
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
