package jp.todoke.benefits.simulations;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a request body, taken in to the end before the first is answered: a client that sends all before it reads, and a gateway between,
 * would otherwise wait for us while we wait for them. They lie in a file that only this process can read and that is gone with it.
 */
final class SpooledLines implements Closeable {
    private static final int BLOCK = 64 * 1024;
    private static final Set<OpenOption> TEMPORARY = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ,
            StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);

    private final FileChannel file;
    private final int longest;
    private final ByteBuffer block = ByteBuffer.allocate(BLOCK).limit(0);

    private SpooledLines(FileChannel file, int longest) {
        this.file = file;
        this.longest = longest;
    }

    /** @param longest bytes of a line; of a longer one {@code longest + 1} bytes are handed out, so that it can be told */
    static SpooledLines of(InputStream body, int longest) throws IOException {
        FileChannel file = FileChannel.open(Path.of(System.getProperty("java.io.tmpdir"), "todoke-lines-" + UUID.randomUUID()), TEMPORARY,
                ownerOnly());
        var lines = new SpooledLines(file, longest);
        try {
            lines.take(body);
            return lines;
        } catch (IOException | RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
                : new FileAttribute<?>[0];
    }

    private void take(InputStream body) throws IOException {
        byte[] bytes = new byte[BLOCK];
        for (int got = body.read(bytes); got >= 0; got = body.read(bytes)) {
            ByteBuffer taken = ByteBuffer.wrap(bytes, 0, got);
            while (taken.hasRemaining()) {
                file.write(taken);
            }
        }
        file.position(0);
    }

    /** The next line that is not blank, without its end; null after the last. */
    byte @Nullable [] next() throws IOException {
        while (true) {
            ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
            boolean ended = readLine(line);
            byte[] bytes = line.toByteArray();
            if (!isBlank(bytes)) {
                return bytes;
            }
            if (!ended) {
                return null;
            }
        }
    }

    /** @return whether the line ended before the file did */
    private boolean readLine(ByteArrayOutputStream line) throws IOException {
        while (true) {
            int from = block.position();
            int at = from;
            while (at < block.limit() && block.get(at) != '\n') {
                at++;
            }
            int wanted = Math.min(at - from, longest + 1 - line.size());
            line.write(block.array(), from, wanted);
            if (at < block.limit()) {
                block.position(at + 1);
                return true;
            }
            block.clear();
            int got = file.read(block);
            block.flip();
            if (got < 0) {
                return false;
            }
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte each : line) {
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
