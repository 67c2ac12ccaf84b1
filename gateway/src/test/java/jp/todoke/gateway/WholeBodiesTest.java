package jp.todoke.gateway;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms with files, long answers, packed answers and answers without a body: the same bytes come out that went in. */
class WholeBodiesTest extends EdgeTest {
    private static final int BLOCK = 1 << 20;
    private static final int BLOCKS = 120;
    /** Together longer than the memory that the tests have. */
    private static final int AT_ONCE = 8;
    private static final byte[] NOISE = noise();
    private static final byte[] PACKED = packed();
    private static final AtomicReference<byte[]> UPLOADED = new AtomicReference<>();
    private static final AtomicReference<String> UPLOADED_TYPE = new AtomicReference<>();

    static {
        SERVICE.when("take", with -> {
            UPLOADED.set(with.body());
            UPLOADED_TYPE.set(with.header("Content-Type"));
            with.say("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        });
        SERVICE.when("long", with -> {
            with.say("HTTP/1.1 200 OK\r\nContent-Type: application/octet-stream\r\nContent-Length: " + (long) BLOCK * BLOCKS + "\r\n\r\n");
            for (int i = 0; i < BLOCKS; i++) {
                with.say(NOISE);
            }
        });
        SERVICE.when("longInChunks", with -> {
            with.say("HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nTransfer-Encoding: chunked\r\n\r\n");
            for (int i = 0; i < BLOCKS; i++) {
                with.chunk(NOISE);
            }
            with.say("0\r\n\r\n");
        });
        SERVICE.when("packed", with -> {
            with.say(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nVary: Accept-Encoding\r\nContent-Length: "
                            + PACKED.length + "\r\n\r\n");
            with.say(PACKED);
        });
        SERVICE.when("file", with -> with.say("HTTP/1.1 200 OK\r\nContent-Type: text/csv; charset=Shift_JIS\r\nETag: W/\"7\"\r\n"
                + "Content-Disposition: attachment; filename=\"a.csv\"; filename*=UTF-8''%F0%A0%AE%B7%E9%87%8E.csv\r\n"
                + "Cache-Control: private, max-age=60\r\nLast-Modified: Mon, 16 Nov 2026 00:00:00 GMT\r\nContent-Length: 2\r\n\r\nab"));
        SERVICE.when("unchanged", with -> with.say("HTTP/1.1 304 Not Modified\r\nETag: W/\"7\"\r\n\r\n"));
        SERVICE.when("nothing", with -> with.say("HTTP/1.1 204 No Content\r\nETag: W/\"7\"\r\n\r\n"));
    }

    private static byte[] noise() {
        byte[] noise = new byte[BLOCK];
        new Random(11).nextBytes(noise);
        return noise;
    }

    private static byte[] packed() {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write("{\"name\":\"𠮷野\"}".repeat(5_000).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return packed.toByteArray();
    }

    /** Names beyond the basic plane, names in quotes, an empty part, and a file that holds the boundary's beginning. */
    @ParameterizedTest(name = "in chunks: {0}")
    @ValueSource(booleans = {false, true})
    void handsOnAFormWithFilesByteByByte(boolean chunked) throws IOException, InterruptedException {
        String type = "multipart/form-data; boundary=\"----=_x7'()+_,-./:=?\"";
        var form = new ByteArrayOutputStream();
        String boundary = "------=_x7'()+_,-./:=?";
        form.writeBytes((boundary + "\r\nContent-Disposition: form-data; name=\"氏名\"\r\n\r\n𠮷野 葛󠄀子\r\n" + boundary
                + "\r\nContent-Disposition: form-data; name=\"empty\"\r\n\r\n\r\n" + boundary
                + "\r\nContent-Disposition: form-data; name=\"f\"; filename=\"𠮷\\\"野.pdf\"; filename*=UTF-8''%F0%A0%AE%B7.pdf\r\n"
                + "Content-Type: application/pdf\r\nContent-Transfer-Encoding: binary\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 20; i++) {
            form.writeBytes(NOISE);
        }
        form.writeBytes(("\r\n------=_x7'()\r\n" + boundary + "--\r\nepilogue").getBytes(StandardCharsets.UTF_8));
        byte[] bytes = form.toByteArray();

        HttpResponse<String> response = HTTP.send(to("/api/v1/things:form?do=take", token).header("Content-Type", type)
                .POST(chunked ? BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(bytes)) : BodyPublishers.ofByteArray(bytes))
                .build(), BodyHandlers.ofString());

        assertEquals(200, response.statusCode(), response::body);
        assertEquals(type, UPLOADED_TYPE.get());
        assertArrayEquals(bytes, UPLOADED.get());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"long", "longInChunks"})
    void handsOnAnswersLongerThanItsMemory(String what) throws InterruptedException, ExecutionException {
        MessageDigest expected = sha256();
        for (int i = 0; i < BLOCKS; i++) {
            expected.update(NOISE);
        }
        String digest = HexFormat.of().formatHex(expected.digest());

        List<Future<String>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < AT_ONCE; i++) {
                answers.add(threads.submit(() -> digestOf("/api/v1/things?do=" + what)));
            }
        }

        for (Future<String> answer : answers) {
            assertEquals(digest, answer.get());
        }
    }

    private String digestOf(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = HTTP.send(to(path, token).build(), BodyHandlers.ofInputStream());
        MessageDigest digest = sha256();
        byte[] buffer = new byte[1 << 16];
        try (InputStream body = response.body()) {
            for (int got = body.read(buffer); got >= 0; got = body.read(buffer)) {
                digest.update(buffer, 0, got);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void leavesPackedAnswersPacked() throws IOException, InterruptedException {
        HttpResponse<byte[]> response = HTTP.send(to("/api/v1/things?do=packed", token).header("Accept-Encoding", "gzip").build(),
                BodyHandlers.ofByteArray());

        assertArrayEquals(PACKED, response.body());
        assertEquals("gzip", response.headers().firstValue("Content-Encoding").orElse(""));
        assertEquals("Accept-Encoding", response.headers().firstValue("Vary").orElse(""));
    }

    @Test
    void handsOnWhatIsSaidAboutAFile() throws IOException, InterruptedException {
        HttpResponse<String> response = ask("/api/v1/things?do=file");

        assertEquals("ab", response.body());
        assertEquals("attachment; filename=\"a.csv\"; filename*=UTF-8''%F0%A0%AE%B7%E9%87%8E.csv",
                response.headers().firstValue("Content-Disposition").orElse(""));
        // Tomcat writes it without the blank, which means the same.
        assertEquals("text/csv;charset=Shift_JIS", response.headers().firstValue("Content-Type").orElse(""));
        assertEquals("W/\"7\"", response.headers().firstValue("ETag").orElse(""));
        assertEquals("Mon, 16 Nov 2026 00:00:00 GMT", response.headers().firstValue("Last-Modified").orElse(""));
        assertEquals(List.of("private, max-age=60"), response.headers().allValues("Cache-Control"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"unchanged, 304", "nothing, 204"})
    void handsOnAnswersWithoutABody(String what, int status) throws IOException, InterruptedException {
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> response = ask("/api/v1/things?do=" + what);

            assertEquals(status, response.statusCode());
            assertEquals("W/\"7\"", response.headers().firstValue("ETag").orElse(""));
            assertEquals("", response.body());
        }
    }
}
