package jp.todoke.local.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What came back, whole. */
record Answer(int status, Map<String, List<String>> headers, byte[] body) {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static HttpRequest.Builder request(URI base, String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(30));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    static Answer to(HttpRequest.Builder request, String method, @Nullable String body) {
        try {
            HttpResponse<byte[]> response = HTTP.send(
                    request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String header(String name) {
        List<String> values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    JsonNode json() {
        return header("Content-Type").contains("json") && body.length > 0 ? JSON.readTree(body) : JSON.createObjectNode();
    }

    /** The word of a problem document; empty for anything else. */
    String code() {
        return json().path("code").asString("");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Everything but what differs between any two answers; whether the connection stays open is told by the number of requests on it. */
    String withoutChance() {
        var kept = new TreeMap<>(headers);
        kept.keySet().removeAll(List.of("connection", "date", "keep-alive", "x-correlation-id"));
        JsonNode document = json();
        if (document instanceof ObjectNode object) {
            object.remove("correlationId");
        }
        return status + " " + kept + " " + document;
    }

    @Override
    public String toString() {
        return status + " " + code();
    }
}
