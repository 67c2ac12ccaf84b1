package jp.todoke.gateway;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import jp.todoke.contracts.Operation;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.classic.ExecRuntime;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Between the gateway and a service: asks its circuit breaker, bounds the time that it is waited for, and tells the breaker what came of it once the
 * last byte was there. It sits in the HTTP client, since a filter around a route sees the head of an answer only, and works on the request's own
 * thread without holding a body back.
 */
final class ServiceGuard implements ExecChainHandler {
    /** Names the operation in the context of a call. */
    static final String OPERATION = "todoke.operation";

    private final Breakers breakers;
    private final Waits waits;

    ServiceGuard(Breakers breakers, Waits waits) {
        this.breakers = breakers;
        this.waits = waits;
    }

    @Override
    public ClassicHttpResponse execute(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
            throws IOException, HttpException {
        if (!(scope.clientContext.getAttribute(OPERATION) instanceof Operation operation)) {
            throw new IllegalStateException("a call of no operation");
        }
        Breakers.Call call = breakers.begin(operation.service());
        boolean stream = operation.has(Operation.Trait.ANSWERS_AS_A_STREAM);
        Waits.Wait wait = waits.of(stream, scope.execRuntime::discardEndpoint);
        HttpEntity sent = request.getEntity();
        if (sent != null) {
            request.setEntity(new Sent(sent, wait, scope.execRuntime));
        }
        ClassicHttpResponse response = answer(request, scope, chain, call, wait);
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            call.answered();
        } else {
            if (stream) {
                // It may last for hours; the breaker need not wait for the end to know that the service answers.
                call.answered();
            }
            response.setEntity(new Answer(entity, new Reading(call, wait, stream)));
        }
        return response;
    }

    private static ClassicHttpResponse answer(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain, Breakers.Call call,
            Waits.Wait wait) throws IOException, HttpException {
        boolean ended = false;
        wait.begin();
        try {
            ClassicHttpResponse response = chain.proceed(request, scope);
            ended = true;
            return response;
        } catch (ConnectionRequestTimeoutException e) {
            // Ours are all in use: much to do is no illness.
            throw e;
        } catch (IOException e) {
            ended = true;
            IOException failure = wait.wasGivenUp() ? tooLong() : e;
            call.failed(failure);
            throw failure;
        } catch (HttpException e) {
            ended = true;
            call.failed(e);
            throw e;
        } catch (IllegalStateException e) {
            if (!wait.wasGivenUp()) {
                throw e;
            }
            // The client finds its connection gone before it has read from it.
            ended = true;
            IOException failure = tooLong();
            call.failed(failure);
            throw failure;
        } finally {
            wait.end();
            if (!ended) {
                call.neverMind();
            }
        }
    }

    private static SocketTimeoutException tooLong() {
        return new SocketTimeoutException("the service took too long");
    }

    /** The body as it is sent on: the time in which the caller gives nothing is not the service's. */
    private static final class Sent extends HttpEntityWrapper {
        private final Waits.Wait wait;
        private final ExecRuntime connection;

        Sent(HttpEntity entity, Waits.Wait wait, ExecRuntime connection) {
            super(entity);
            this.wait = wait;
            this.connection = connection;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            wait.end();
            boolean whole = false;
            try {
                super.writeTo(new FilterOutputStream(out) {
                    @Override
                    public void write(int value) throws IOException {
                        write(new byte[]{(byte) value}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int offset, int length) throws IOException {
                        wait.begin();
                        try {
                            out.write(bytes, offset, length);
                        } finally {
                            wait.end();
                        }
                    }

                    @Override
                    public void flush() throws IOException {
                        wait.begin();
                        try {
                            out.flush();
                        } finally {
                            wait.end();
                        }
                    }
                });
                whole = true;
            } finally {
                if (!whole) {
                    // The client closes what it writes to, and a body in chunks that is closed looks complete.
                    connection.discardEndpoint();
                }
                wait.begin();
            }
        }
    }

    /** What becomes of a call while its answer is read. */
    private static final class Reading {
        private final Breakers.Call call;
        private final Waits.Wait wait;
        private boolean settled;
        private boolean failed;

        Reading(Breakers.Call call, Waits.Wait wait, boolean settled) {
            this.call = call;
            this.wait = wait;
            this.settled = settled;
        }

        ServiceFailure failed(IOException e) {
            IOException failure = wait.wasGivenUp() ? tooLong() : e;
            if (!failed) {
                failed = true;
                settled = true;
                call.failed(failure);
            }
            return new ServiceFailure(failure);
        }

        /** Also when the caller wanted no more of it: the service had answered. */
        void closed() {
            if (!settled) {
                settled = true;
                call.answered();
            }
        }
    }

    private static final class Answer extends HttpEntityWrapper {
        private final Reading reading;
        private @Nullable Body body;

        Answer(HttpEntity entity, Reading reading) {
            super(entity);
            this.reading = reading;
        }

        @Override
        public InputStream getContent() throws IOException {
            if (body == null) {
                body = new Body(super.getContent(), reading);
            }
            return body;
        }
    }

    private static final class Body extends FilterInputStream {
        private final Reading reading;

        Body(InputStream in, Reading reading) {
            super(in);
            this.reading = reading;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            reading.wait.begin();
            try {
                return in.read(buffer, offset, length);
            } catch (IOException e) {
                throw reading.failed(e);
            } finally {
                reading.wait.end();
            }
        }

        @Override
        public void close() throws IOException {
            reading.closed();
            super.close();
        }
    }
}
