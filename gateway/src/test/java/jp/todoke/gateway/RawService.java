package jp.todoke.gateway;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A service of sockets and bytes, which may behave as no decent server does. What it does, a request says as {@code ?do=}. */
final class RawService implements AutoCloseable {
    private final ServerSocket server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<String, Behaviour> behaviours = new ConcurrentHashMap<>();
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    final AtomicInteger requests = new AtomicInteger();

    interface Behaviour {
        void serve(Conversation with) throws IOException, InterruptedException;
    }

    RawService() {
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    RawService when(String what, Behaviour behaviour) {
        behaviours.put(what, behaviour);
        return this;
    }

    /** How often it was asked to do this. */
    int asked(String what) {
        return asked.getOrDefault(what, 0);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                Thread.startVirtualThread(() -> converse(socket));
            }
        } catch (IOException e) {
            closed.countDown();
        }
    }

    private void converse(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            for (String head = head(in); !head.isEmpty(); head = head(in)) {
                requests.incrementAndGet();
                String what = head.replaceAll("(?s).*?[?]do=([a-zA-Z0-9]+).*", "$1");
                asked.merge(what, 1, Integer::sum);
                behaviours.getOrDefault(what, with -> with.say("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"))
                        .serve(new Conversation(head, in, socket.getOutputStream()));
            }
        } catch (IOException e) {
            // The gateway has hung up.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                return "";
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    /** One request and what is said to it. */
    final class Conversation {
        final String head;
        final InputStream in;
        final OutputStream out;

        private Conversation(String head, InputStream in, OutputStream out) {
            this.head = head;
            this.in = in;
            this.out = out;
        }

        void say(String text) throws IOException {
            say(text.getBytes(StandardCharsets.UTF_8));
        }

        void say(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        void chunk(byte[] bytes) throws IOException {
            say(Integer.toHexString(bytes.length) + "\r\n");
            say(bytes);
            say("\r\n");
        }

        /** For good: neither says nor takes anything. */
        void fallSilent() throws InterruptedException {
            closed.await();
        }

        /** @return whether the service ended meanwhile */
        boolean pause(int millis) throws InterruptedException {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        }

        String header(String name) {
            for (String line : head.split("\r\n")) {
                if (line.regionMatches(true, 0, name + ":", 0, name.length() + 1)) {
                    return line.substring(name.length() + 1).strip();
                }
            }
            return "";
        }

        byte[] body() throws IOException {
            String length = header("Content-Length");
            if (!length.isEmpty()) {
                return in.readNBytes(Integer.parseInt(length));
            }
            var whole = new ByteArrayOutputStream();
            while (true) {
                int size = Integer.parseInt(line(), 16);
                whole.write(in.readNBytes(size));
                line();
                if (size == 0) {
                    return whole.toByteArray();
                }
            }
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int next = in.read(); next != '\n'; next = in.read()) {
                if (next != '\r') {
                    line.append((char) next);
                }
            }
            return line.toString();
        }
    }
}
