package jp.todoke.integration.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class UploadLimitTest {
    private static final String PATH = "/api/v1/intake/packages";
    private final UploadLimit limit = new UploadLimit();
    private final AtomicInteger inside = new AtomicInteger();
    private final CountDownLatch leave = new CountDownLatch(1);

    private CompletableFuture<Void> send(String method, String path) {
        return CompletableFuture.runAsync(() -> {
            try {
                limit.doFilter(new MockHttpServletRequest(method, path), new MockHttpServletResponse(), (_, _) -> {
                    inside.incrementAndGet();
                    try {
                        leave.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }, Thread::startVirtualThread);
    }

    @Test
    void letsAFewPackagesInAndAllOfThemThrough() {
        var all = IntStream.range(0, 50).mapToObj(_ -> send("POST", PATH)).toArray(CompletableFuture[]::new);

        await().until(() -> inside.get() == UploadLimit.AT_ONCE);
        var reading = send("GET", PATH);
        await().until(() -> inside.get() == UploadLimit.AT_ONCE + 1);
        leave.countDown();

        CompletableFuture.allOf(all).join();
        reading.join();
        assertThat(inside.get()).isEqualTo(51);
    }
}
