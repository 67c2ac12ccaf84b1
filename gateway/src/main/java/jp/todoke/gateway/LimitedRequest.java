package jp.todoke.gateway;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/** A request whose body is streamed and breaks off once it is longer than its operation allows, whatever was declared. */
final class LimitedRequest extends HttpServletRequestWrapper {
    private final long maxBytes;
    private @Nullable Counted body;

    LimitedRequest(HttpServletRequest request, long maxBytes) {
        super(request);
        this.maxBytes = maxBytes;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new Counted(super.getInputStream(), maxBytes);
        }
        return body;
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream in;
        private final long maxBytes;
        private long count;

        Counted(ServletInputStream in, long maxBytes) {
            this.in = in;
            this.maxBytes = maxBytes;
        }

        @Override
        public int read() throws IOException {
            try {
                int value = in.read();
                counted(value < 0 ? 0 : 1);
                return value;
            } catch (IOException e) {
                throw notReceived(e);
            }
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                int got = in.read(buffer, offset, length);
                counted(Math.max(got, 0));
                return got;
            } catch (IOException e) {
                throw notReceived(e);
            }
        }

        /** Said at once: further out it would look as if the service had failed to take the body. */
        private static Refusal notReceived(IOException e) {
            for (Throwable each = e; each != null; each = each.getCause()) {
                if (each instanceof SocketTimeoutException) {
                    return Refusal.bodyTooSlow();
                }
            }
            return Refusal.malformed();
        }

        private void counted(int got) {
            count += got;
            if (count > maxBytes) {
                throw Refusal.tooLarge(maxBytes);
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            in.setReadListener(listener);
        }
    }
}
