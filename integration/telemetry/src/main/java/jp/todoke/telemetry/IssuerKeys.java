package jp.todoke.telemetry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Whether the keys of the issuer can be fetched. A process that never had them can let nobody in and is not ready. Once it had them, their absence is
 * told as {@code DEGRADED} and takes nothing out of service: known keys go on to serve for a while, and an issuer that is away is away for every
 * process, so that taking all of them out would only turn a clear answer (503 with Retry-After) into none.
 */
public final class IssuerKeys implements HealthIndicator {
    /** It works, and something that it needs for a part of its work is away. */
    public static final Status DEGRADED = new Status("DEGRADED");
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FRESH = Duration.ofSeconds(10);

    private final URI keys;
    private final Duration fresh;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ReentrantLock asking = new ReentrantLock();
    private volatile boolean everSeen;
    private volatile boolean seen;
    private volatile long seenAt;

    public IssuerKeys(String keys) {
        this(keys, FRESH);
    }

    /** @param fresh how long an answer is believed */
    IssuerKeys(String keys, Duration fresh) {
        this.keys = URI.create(keys);
        this.fresh = fresh;
    }

    @Override
    public Health health() {
        asking.lock();
        try {
            if (!seen || System.nanoTime() - seenAt > fresh.toNanos()) {
                seen = fetch();
                seenAt = System.nanoTime();
                everSeen |= seen;
            }
            return Health.status(seen ? Status.UP : everSeen ? DEGRADED : Status.DOWN).build();
        } finally {
            asking.unlock();
        }
    }

    private boolean fetch() {
        try {
            var request = HttpRequest.newBuilder(keys).timeout(PATIENCE).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
