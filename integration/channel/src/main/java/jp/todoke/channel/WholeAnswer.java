package jp.todoke.channel;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * Holds a call to a time from its begin to the last byte of its answer, head and body, by closing the connection under it: the time-out of a socket
 * begins anew with every byte, so that a peer which sends a byte now and then would hold a place for hours.
 */
final class WholeAnswer implements ExecChainHandler {
    /** Closes sockets and does nothing else, so one thread is enough for all clients of a process. */
    private static final ScheduledThreadPoolExecutor DEADLINES = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().daemon().name("http-deadlines").factory());

    static {
        DEADLINES.setRemoveOnCancelPolicy(true);
    }

    private final Duration most;

    WholeAnswer(Duration most) {
        this.most = most;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        Future<?> deadline = DEADLINES.schedule(scope.execRuntime::discardEndpoint, most.toMillis(), TimeUnit.MILLISECONDS);
        boolean more = false;
        try {
            ClassicHttpResponse answer = chain.proceed(request, scope);
            HttpEntity body = answer.getEntity();
            more = body != null && body.isStreaming();
            if (more) {
                answer.setEntity(new Body(body, deadline));
            }
            return answer;
        } finally {
            if (!more) {
                deadline.cancel(false);
            }
        }
    }

    /** Whoever reads the body closes its stream, at its end or before; a deadline that comes after that closes nothing. */
    private static final class Body extends HttpEntityWrapper {
        private final Future<?> deadline;

        Body(HttpEntity body, Future<?> deadline) {
            super(body);
            this.deadline = deadline;
        }

        @Override
        public InputStream getContent() throws IOException {
            return new FilterInputStream(super.getContent()) {
                @Override
                public void close() throws IOException {
                    try {
                        super.close();
                    } finally {
                        deadline.cancel(false);
                    }
                }
            };
        }
    }
}
