package jp.todoke.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The PostgreSQL that a killed launcher left behind. It keeps its data directory locked, and a start on another port
 * would wait in vain; so it is stopped by the pid in {@code postmaster.pid} before a new one starts.
 */
final class Orphan {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Orphan() {}

    /** @return true when a server was running there */
    static boolean stop(Path dataDir) throws IOException {
        Path pidFile = dataDir.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return false;
        }
        Optional<ProcessHandle> server = serverOf(pidFile);
        if (server.isPresent()) {
            interrupt(server.get());
        }
        // After a power cut the pid may belong to a stranger now; PostgreSQL itself removes a file whose owner is gone.
        if (server.isEmpty()) {
            Files.deleteIfExists(pidFile);
        }
        return server.isPresent();
    }

    private static Optional<ProcessHandle> serverOf(Path pidFile) throws IOException {
        var lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive)
                .filter(p -> p.info().command().map(c -> c.contains("postgres")).orElse(false));
    }

    /** SIGINT is PostgreSQL's "fast" shutdown: sessions are cut, data are written. */
    private static void interrupt(ProcessHandle server) throws IOException {
        try {
            if (System.getProperty("os.name").startsWith("Windows")) {
                server.destroyForcibly();
            } else {
                new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start().waitFor();
            }
            server.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while stopping a PostgreSQL of an earlier run", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("a PostgreSQL of an earlier run (pid " + server.pid() + ") does not stop; end it and try again", e);
        }
    }
}
