package jp.todoke.local.traces;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/** Takes spans by OTLP over HTTP, as a collector does, and keeps them in files. For one machine only: no memory, no search, no retention. */
public final class TraceSink implements AutoCloseable {
    public static final String PATH = "/v1/traces";

    private final HttpServer server;
    private final SpanFiles files;

    private TraceSink(HttpServer server, SpanFiles files) {
        this.server = server;
        this.files = files;
    }

    public static TraceSink start(int port, SpanFiles files) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            var sink = new TraceSink(server, files);
            server.createContext(PATH, sink::take);
            server.setExecutor(Executors.newSingleThreadExecutor(Thread.ofPlatform().name("traces").daemon().factory()));
            server.start();
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot take traces on port " + port, e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = ExportTraceServiceRequest.parseFrom(exchange.getRequestBody());
            List<RecordedSpan> spans = new ArrayList<>();
            for (ResourceSpans resource : request.getResourceSpansList()) {
                String service = texts(resource.getResource().getAttributesList()).getOrDefault("service.name", "unknown");
                resource.getScopeSpansList().forEach(scope -> scope.getSpansList().forEach(span -> spans.add(recorded(service, span))));
            }
            files.add(spans);
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private static RecordedSpan recorded(String service, Span span) {
        Map<String, String> attributes = texts(span.getAttributesList());
        // All that a span says is kept: whoever looks for what must not be in it finds it.
        span.getEventsList().forEach(event -> attributes.put("event." + event.getName(), texts(event.getAttributesList()).toString()));
        if (!span.getStatus().getMessage().isEmpty()) {
            attributes.put("status.message", span.getStatus().getMessage());
        }
        long start = span.getStartTimeUnixNano();
        return new RecordedSpan(hex(span.getTraceId().toByteArray()), hex(span.getSpanId().toByteArray()),
                hex(span.getParentSpanId().toByteArray()), service, span.getName(), span.getKind().name().replace("SPAN_KIND_", ""),
                start / 1_000, (span.getEndTimeUnixNano() - start) / 1_000,
                span.getStatus().getCode() == Status.StatusCode.STATUS_CODE_ERROR, attributes);
    }

    private static Map<String, String> texts(List<KeyValue> attributes) {
        Map<String, String> texts = new TreeMap<>();
        attributes.forEach(attribute -> texts.put(attribute.getKey(), text(attribute.getValue())));
        return texts;
    }

    private static String text(AnyValue value) {
        return value.hasStringValue() ? value.getStringValue() : value.toString().strip();
    }

    private static String hex(byte[] id) {
        return HexFormat.of().formatHex(id);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
