package jp.todoke.guard;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Request bodies that end at the length which the contract allows, whatever the sender declared. */
final class BodyLimit {
    private BodyLimit() {}

    static void refuseDeclared(HttpServletRequest request, long maxBytes) {
        if (request.getContentLengthLong() > maxBytes) {
            throw tooLarge(maxBytes);
        }
    }

    static byte[] read(HttpServletRequest request, long maxBytes) throws IOException {
        byte[] body = request.getInputStream().readNBytes(Math.toIntExact(maxBytes) + 1);
        if (body.length > maxBytes) {
            throw tooLarge(maxBytes);
        }
        return body;
    }

    private static Problem tooLarge(long maxBytes) {
        return Problem.of(413, "TOO_LARGE", "送信できる大きさは " + maxBytes + " バイトまでです。");
    }

    /** A body that was read for its check and is read again by the binding. */
    static final class Buffered extends HttpServletRequestWrapper {
        private final byte[] body;

        Buffered(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public ServletInputStream getInputStream() {
            return new Stream(new ByteArrayInputStream(body), Long.MAX_VALUE);
        }

        @Override
        public BufferedReader getReader() {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    /** A body that is streamed and breaks off once it is longer than allowed. */
    static final class Limited extends HttpServletRequestWrapper {
        private final long maxBytes;

        Limited(HttpServletRequest request, long maxBytes) {
            super(request);
            this.maxBytes = maxBytes;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Stream(super.getInputStream(), maxBytes);
        }
    }

    private static final class Stream extends ServletInputStream {
        private final InputStream in;
        private final long maxBytes;
        private long count;
        private boolean finished;

        Stream(InputStream in, long maxBytes) {
            this.in = in;
            this.maxBytes = maxBytes;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            counted(value < 0 ? -1 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int got = in.read(buffer, offset, length);
            counted(got);
            return got;
        }

        private void counted(int got) {
            if (got < 0) {
                finished = true;
            } else {
                count += got;
                if (count > maxBytes) {
                    throw tooLarge(maxBytes);
                }
            }
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("bodies are read on the request's own thread");
        }
    }
}
