package jp.todoke.local.badinput;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A request as bytes: no client in between that would refuse to send what nobody should send. */
final class Wire {
    private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(30).toMillis();
    private static final int CHUNK = 64 * 1024;
    private static final String END = "\r\n";

    private final String line;
    private final List<String> headers = new ArrayList<>();
    private byte[] body = new byte[0];
    private boolean chunked;

    /** What came back. */
    record Answer(int status, List<String> headers, byte[] body) {
        Optional<String> header(String name) {
            String prefix = name.toLowerCase(Locale.ROOT) + ":";
            return headers.stream().filter(header -> header.toLowerCase(Locale.ROOT).startsWith(prefix))
                    .map(header -> header.substring(prefix.length()).strip()).findFirst();
        }

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    Wire(String method, String target) {
        this.line = method + " " + target + " HTTP/1.1";
    }

    Wire header(String name, String value) {
        headers.add(name + ": " + value);
        return this;
    }

    Wire without(String name) {
        headers.removeIf(header -> header.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"));
        return this;
    }

    Wire body(byte[] content) {
        this.body = content;
        return this;
    }

    Wire chunked() {
        this.chunked = true;
        return this;
    }

    Answer send(URI to) {
        try (var socket = new Socket(to.getHost(), to.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            write(to, socket.getOutputStream());
            return read(socket.getInputStream());
        } catch (IOException e) {
            throw new IllegalStateException("no answer to " + line.split(" ")[0], e);
        }
    }

    private void write(URI to, OutputStream out) throws IOException {
        var head = new StringBuilder(line + END + "Host: " + to.getAuthority() + END + "Connection: close" + END);
        headers.forEach(header -> head.append(header).append(END));
        if (chunked) {
            head.append("Transfer-Encoding: chunked").append(END);
        } else if (body.length > 0 || !line.startsWith("GET")) {
            head.append("Content-Length: ").append(body.length).append(END);
        }
        out.write(head.append(END).toString().getBytes(StandardCharsets.UTF_8));
        if (headers.contains("Expect: 100-continue")) {
            // What is refused for its length alone needs no upload.
            out.flush();
        } else if (!chunked) {
            out.write(body);
        } else {
            for (int at = 0; at < body.length; at += CHUNK) {
                int length = Math.min(CHUNK, body.length - at);
                out.write((Integer.toHexString(length) + END).getBytes(StandardCharsets.US_ASCII));
                out.write(body, at, length);
                out.write(END.getBytes(StandardCharsets.US_ASCII));
            }
            out.write(("0" + END + END).getBytes(StandardCharsets.US_ASCII));
        }
        out.flush();
    }

    private static Answer read(InputStream in) throws IOException {
        byte[] all = in.readAllBytes();
        int begin = 0;
        while (true) {
            int end = indexOf(all, END + END, begin);
            List<String> head = Arrays.asList(new String(all, begin, end - begin, StandardCharsets.ISO_8859_1).split(END));
            int status = Integer.parseInt(head.getFirst().split(" ")[1]);
            byte[] rest = Arrays.copyOfRange(all, end + 4, all.length);
            if (status >= 200) {
                boolean inChunks = head.stream().anyMatch(header -> header.equalsIgnoreCase("Transfer-Encoding: chunked"));
                return new Answer(status, head.subList(1, head.size()), inChunks ? joined(rest) : rest);
            }
            begin = end + 4;
        }
    }

    private static byte[] joined(byte[] chunks) {
        var body = new ByteArrayOutputStream();
        for (int at = 0;;) {
            int end = indexOf(chunks, END, at);
            int length = Integer.parseInt(new String(chunks, at, end - at, StandardCharsets.US_ASCII).strip(), 16);
            if (length == 0) {
                return body.toByteArray();
            }
            body.write(chunks, end + 2, length);
            at = end + 2 + length + 2;
        }
    }

    private static int indexOf(byte[] bytes, String searched, int from) {
        byte[] wanted = searched.getBytes(StandardCharsets.US_ASCII);
        for (int at = from; at + wanted.length <= bytes.length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        throw new IllegalStateException("an answer that ends early");
    }
}
