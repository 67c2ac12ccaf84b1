package jp.todoke.local.drill;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ObjIntConsumer;
import jp.todoke.local.tokens.TokenRefusedException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Between the desks and the gateway, as a careful client: what got no answer, or one that says "not now", is sent again after the time
 * that was asked for, the same with the same Idempotency-Key. A correlation id of its own lets each request be found in the audit trail.
 */
final class Passage implements ClientHttpRequestInterceptor {
    private static final Set<Integer> NOT_NOW = Set.of(401, 429, 502, 503, 504);
    private static final Set<String> BUSY = Set.of("IDEMPOTENCY_KEY_IN_USE", "CONCURRENT_CHANGE");
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(150);

    /** An answer that was read to its end: one that breaks off in the middle is none. */
    private record Whole(HttpStatusCode status, String text, HttpHeaders headers, byte[] body) implements ClientHttpResponse {
        static Whole of(ClientHttpResponse response) throws IOException {
            try (response) {
                return new Whole(response.getStatusCode(), response.getStatusText(), response.getHeaders(),
                        response.getBody().readAllBytes());
            }
        }

        boolean isNotNow() {
            return NOT_NOW.contains(status.value())
                    || status.value() == 409 && BUSY.stream().anyMatch(new String(body, StandardCharsets.UTF_8)::contains);
        }

        /** Retry-After, in seconds (RFC 9110, section 10.2.3). */
        Duration askedToWait() {
            String seconds = headers.getFirst(HttpHeaders.RETRY_AFTER);
            return seconds == null ? BETWEEN_ATTEMPTS : Duration.ofSeconds(Long.parseLong(seconds));
        }

        @Override
        public HttpStatusCode getStatusCode() {
            return status;
        }

        @Override
        public String getStatusText() {
            return text;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(body);
        }

        @Override
        public void close() {
            // Read to the end and closed already.
        }
    }

    /** A request that was answered with success. */
    record Answered(String correlationId, String path, boolean command) {}

    private final String run;
    private final ObjIntConsumer<Phase> leaving;
    private final Pace pace = new Pace();
    private final Map<Phase, Integer> counts = new EnumMap<>(Phase.class);
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();
    private final AtomicInteger faults = new AtomicInteger();
    private final Collection<Answered> answered = new ConcurrentLinkedQueue<>();
    private Phase phase = Phase.START;

    /** @param leaving told of each request before it leaves, with its number within its phase; may hold it up */
    Passage(String run, ObjIntConsumer<Phase> leaving) {
        this.run = run;
        this.leaving = leaving;
    }

    Pace pace() {
        return pace;
    }

    int requests() {
        return numbers.get();
    }

    int repeated() {
        return repeated.get();
    }

    /** Answers that lay the blame on the product itself. */
    int faults() {
        return faults.get();
    }

    Collection<Answered> answered() {
        return answered;
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
        Phase now;
        int number;
        synchronized (this) {
            now = phase.after(request.getMethod(), request.getURI().getPath());
            phase = now;
            number = counts.merge(now, 1, Integer::sum) - 1;
        }
        String correlationId = run + "-" + numbers.incrementAndGet();
        request.getHeaders().set("X-Correlation-Id", correlationId);
        leaving.accept(now, number);
        long begun = System.nanoTime();
        Whole answer = answer(request, body, execution);
        pace.took(now, Duration.ofNanos(System.nanoTime() - begun));
        if (answer.status().is2xxSuccessful()) {
            answered.add(new Answered(correlationId, request.getURI().getPath(), request.getHeaders().containsHeader("Idempotency-Key")));
        } else if (answer.status().value() == 500) {
            faults.incrementAndGet();
        }
        return answer;
    }

    private Whole answer(HttpRequest request, byte[] body, ClientHttpRequestExecution execution) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Duration wait = BETWEEN_ATTEMPTS;
            try {
                Whole answer = Whole.of(execution.execute(request, body));
                if (!answer.isNotNow() || System.nanoTime() > end) {
                    return answer;
                }
                wait = answer.askedToWait();
            } catch (IOException | TokenRefusedException noAnswer) {
                if (System.nanoTime() > end) {
                    throw noAnswer;
                }
            }
            repeated.incrementAndGet();
            pause(wait);
        }
    }

    private static void pause(Duration wait) throws IOException {
        try {
            TimeUnit.MILLISECONDS.sleep(wait.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
