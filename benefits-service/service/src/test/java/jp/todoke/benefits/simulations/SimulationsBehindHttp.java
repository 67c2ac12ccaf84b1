package jp.todoke.benefits.simulations;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import jp.todoke.benefits.law.Tracing;
import jp.todoke.contracts.Contract;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/**
 * The simulations without the rest of the service, for a law that was altered: loaded beside it by a class loader of its own. A single case is
 * answered as a line of a batch is, since that is the way which needs no servlet.
 */
public final class SimulationsBehindHttp implements HttpHandler, Closeable {
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final JsonMapper json = JsonMapper.builder().build();
    private final String authorization;
    private final Batches batches;
    private final BatchLine line;

    public SimulationsBehindHttp(String token) {
        authorization = "Bearer " + token;
        context.setClassLoader(SimulationsBehindHttp.class.getClassLoader());
        context.registerBean(Contract.class, Contract::product);
        context.registerBean(JsonMapper.class, () -> json);
        context.register(SimulationsConfiguration.class, Simulations.class, BatchLine.class, Batches.class);
        context.refresh();
        batches = context.getBean(Batches.class);
        line = context.getBean(BatchLine.class);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Tracing tracing = "trace=none".equals(exchange.getRequestURI().getQuery()) ? Tracing.OFF : Tracing.ON;
            var out = new ByteArrayOutputStream();
            if (!authorization.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                out.writeBytes("{\"type\":\"about:blank\",\"title\":\"Unauthorized\",\"status\":401}".getBytes(StandardCharsets.UTF_8));
                respond(exchange, 401, "application/problem+json", out);
            } else if (exchange.getRequestURI().getPath().endsWith(":batch")) {
                batches.answer(exchange.getRequestBody(), tracing, () -> out);
                respond(exchange, 200, "application/x-ndjson", out);
            } else {
                switch (line.answer(exchange.getRequestBody().readAllBytes(), tracing)) {
                    case BatchLine.Written(byte[] document) -> out.writeBytes(document);
                    case BatchLine.Postponed postponed -> postponed.writeTo(out);
                }
                int status = json.readTree(out.toByteArray()).path("status").asInt(200);
                respond(exchange, status, status == 200 ? "application/json" : "application/problem+json", out);
            }
        }
    }

    private static void respond(HttpExchange exchange, int status, String contentType, ByteArrayOutputStream body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", contentType);
        exchange.sendResponseHeaders(status, body.size());
        body.writeTo(exchange.getResponseBody());
    }

    @Override
    public void close() {
        context.close();
    }
}
