package jp.todoke.local.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The right to run on a state directory; the operating system takes it back when its holder dies, however that happens. */
public final class Claim implements AutoCloseable {
    private final FileChannel channel;

    private Claim(FileChannel channel) {
        this.channel = channel;
    }

    /** Empty when another process, or another part of this one, holds it. */
    public static Optional<Claim> on(Path stateDir) {
        FileChannel channel = null;
        try {
            Files.createDirectories(stateDir);
            channel = FileChannel.open(stateDir.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() != null) {
                return Optional.of(new Claim(channel));
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process.
        } catch (IOException e) {
            close(channel);
            throw new UncheckedIOException("cannot lock " + stateDir, e);
        }
        close(channel);
        return Optional.empty();
    }

    /**
     * Whether a living launcher works on the directory. The lock tells it where a pid cannot: a killed process keeps its
     * pid until somebody asks for its status.
     */
    public static boolean isHeld(Path stateDir) {
        if (!Files.isDirectory(stateDir)) {
            return false;
        }
        Optional<Claim> claim = on(stateDir);
        claim.ifPresent(Claim::close);
        return claim.isEmpty();
    }

    @Override
    public void close() {
        close(channel);
    }

    private static void close(@Nullable FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
