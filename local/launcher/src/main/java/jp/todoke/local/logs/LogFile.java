package jp.todoke.local.logs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads on where it stopped, and from the start when the file has been emptied or another one has taken its name; the file may come later. */
final class LogFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private final Path path;
    private final ByteArrayOutputStream unfinished = new ByteArrayOutputStream();
    private @Nullable FileChannel channel;
    private @Nullable Object identity;

    LogFile(Path path) {
        this.path = path;
    }

    /** Hands over the lines that are complete since the last time. */
    void read(Consumer<String> lines) {
        try {
            if (channel != null) {
                // What came into the old file before it was replaced is not lost.
                drain(channel, lines);
            }
            reopenIfReplaced(lines);
        } catch (NoSuchFileException e) {
            // Not there yet, or on its way to be replaced.
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private void reopenIfReplaced(Consumer<String> lines) throws IOException {
        Object now = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        if (channel == null || !Objects.equals(now, identity)) {
            close();
            finish(lines);
            channel = FileChannel.open(path);
            identity = now;
            drain(channel, lines);
        }
    }

    private void drain(FileChannel from, Consumer<String> lines) throws IOException {
        if (from.size() < from.position()) {
            from.position(0);
            finish(lines);
        }
        var buffer = ByteBuffer.allocate(BUFFER);
        while (from.read(buffer.clear()) > 0) {
            for (buffer.flip(); buffer.hasRemaining();) {
                byte next = buffer.get();
                if (next == '\n') {
                    lines.accept(unfinished.toString(StandardCharsets.UTF_8));
                    unfinished.reset();
                } else {
                    unfinished.write(next);
                }
            }
        }
    }

    /** A last line that nothing completes any more. */
    void finish(Consumer<String> lines) {
        if (unfinished.size() > 0) {
            lines.accept(unfinished.toString(StandardCharsets.UTF_8));
            unfinished.reset();
        }
    }

    @Override
    public void close() {
        try {
            if (channel != null) {
                channel.close();
                channel = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + path, e);
        }
    }
}
