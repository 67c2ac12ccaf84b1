package jp.todoke.local.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The administration of the national doubles (integration/mocks/README.md), as far as a drill needs it. */
final class DoublesDesk implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ALL = 1_000_000;
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final String token;

    /** What a peer has done under a request id. */
    record Taken(String requestId, String person, int requests, int taken, Instant first) {}

    DoublesDesk(URI base, String token) {
        this.base = base;
        this.token = token;
    }

    void take(String rows) {
        send("POST", "/admin/rows", rows);
    }

    void outage(String target, String as) {
        send("POST", "/admin/outages", "{\"target\":\"" + target + "\",\"as\":\"" + as + "\"}");
    }

    void lift() {
        send("DELETE", "/admin/outages", "");
    }

    long requests(String operation) {
        return counts(operation, 0).path("requests").asLong();
    }

    /** What was done, in the order in which it was done first. @throws IllegalStateException where more came than is counted */
    List<Taken> taken(String operation) {
        JsonNode counts = counts(operation, ALL);
        if (!counts.path("exact").asBoolean()) {
            throw new IllegalStateException("the doubles no longer count exactly; start them with more --counted");
        }
        var taken = new ArrayList<Taken>();
        for (JsonNode one : counts.path("items")) {
            if (one.path("taken").asInt() > 0) {
                taken.add(new Taken(one.path("requestId").asString(), one.path("person").asString(), one.path("requests").asInt(),
                        one.path("taken").asInt(), Instant.parse(one.path("firstTaken").asString())));
            }
        }
        return taken;
    }

    private JsonNode counts(String operation, int limit) {
        return send("GET", "/admin/counts?operation=" + operation + "&limit=" + limit, "");
    }

    private JsonNode send(String method, String path, String body) {
        try {
            HttpResponse<String> answer = http.send(HttpRequest.newBuilder(base.resolve(path)).header("Authorization", "Bearer " + token)
                    .method(method, HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException("the doubles answer " + answer.statusCode() + " to " + method + " " + path);
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
