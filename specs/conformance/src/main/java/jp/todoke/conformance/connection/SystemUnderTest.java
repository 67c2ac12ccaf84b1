package jp.todoke.conformance.connection;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The vendor's system as seen from outside: one base address and one token. */
public final class SystemUnderTest implements AutoCloseable {
    public static final String SIMULATIONS = "/api/v1/simulations";
    public static final String BATCH = SIMULATIONS + ":batch";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);
    private static final Set<Integer> NOBODY_THERE = Set.of(502, 503, 504);
    private static final int TOO_MANY = 429;
    private static final int TRIES = 4;
    private static final long LONGEST_PAUSE_SECONDS = 10;
    private final String base;
    private final Token token;
    private final Duration patience;
    /** Redirects are not followed: the token is for this address only. */
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER).connectTimeout(CONNECT_PATIENCE).build();

    public SystemUnderTest(URI base, Token token, Duration patience) {
        this.base = base.toString().replaceAll("/+$", "");
        this.token = token;
        this.patience = patience;
    }

    /** As the owner of the token. */
    public Reply post(String path, String contentType, String body) {
        Reply reply = pausingWhenAsked(() -> exchange(request(path, contentType, body).header("Authorization", token.header()).build()));
        if (reply instanceof Reply.Answer(int status, _, _, _, _)) {
            if (status == 401 || status == 403) {
                return new Reply.NoAnswer("the system refuses the token: " + status);
            }
            if (NOBODY_THERE.contains(status)) {
                return new Reply.NoAnswer("the system is not available: " + status);
            }
        }
        return reply;
    }

    /** As nobody. */
    public Reply postWithoutToken(String path, String contentType, String body) {
        return exchange(request(path, contentType, body).build()).reply();
    }

    private HttpRequest.Builder request(String path, String contentType, String body) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(patience).header("Content-Type", contentType)
                .header("Accept", "application/json, application/x-ndjson, application/problem+json")
                .POST(HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    }

    private interface Attempt {
        Sent run();
    }

    /** @param pauseSeconds how long the system asked us to wait */
    private record Sent(Reply reply, long pauseSeconds) {}

    private Reply pausingWhenAsked(Attempt attempt) {
        for (int i = 1;; i++) {
            Sent sent = attempt.run();
            if (!(sent.reply() instanceof Reply.Answer answer) || answer.status() != TOO_MANY) {
                return sent.reply();
            }
            if (i == TRIES) {
                return new Reply.NoAnswer("the system is overloaded: 429");
            }
            try {
                TimeUnit.SECONDS.sleep(Math.clamp(sent.pauseSeconds(), 1, LONGEST_PAUSE_SECONDS));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return new Reply.NoAnswer("interrupted");
            }
        }
    }

    private Sent exchange(HttpRequest request) {
        long begun = System.nanoTime();
        try {
            HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            String text = token.hiddenIn(response.body());
            var answer = new Reply.Answer(response.statusCode(), response.headers().firstValue("Content-Type").orElse(""), text,
                    parse(text), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
            return new Sent(answer, response.headers().firstValue("Retry-After").filter(s -> s.matches("[0-9]{1,4}")).map(Long::parseLong)
                    .orElse(1L));
        } catch (HttpTimeoutException e) {
            return new Sent(new Reply.NoAnswer("no answer within " + patience.toSeconds() + " s"), 0);
        } catch (ConnectException e) {
            return new Sent(new Reply.NoAnswer("nobody listens at " + base), 0);
        } catch (IOException e) {
            return new Sent(new Reply.NoAnswer("the connection broke: " + e.getClass().getSimpleName()), 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Sent(new Reply.NoAnswer("interrupted"), 0);
        }
    }

    /** JSON, or a missing node; an NDJSON body is left to whoever splits it. */
    public static JsonNode parse(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return json == null ? MissingNode.getInstance() : json;
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
