package jp.todoke.local.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The PostgreSQL that a killed launcher left behind. It keeps its data directory locked, and a start on another port
 * would wait in vain; so it is stopped by the pid in {@code postmaster.pid} before a new one starts. A killed server leaves
 * its sessions for as long as their statement lasts, and a killed first start leaves its initdb: both would write below the next server.
 */
final class Orphan {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

    private Orphan() {}

    /** @return true when a server was running there */
    static boolean stop(Path dataDir) throws IOException {
        Optional<ProcessHandle> server = running(dataDir);
        if (server.isPresent()) {
            interrupt(server.get());
        }
        endFamily(dataDir);
        Path pidFile = dataDir.resolve("postmaster.pid");
        // The pid may belong to a stranger now, or to a dead process that nobody has asked for its status: PostgreSQL would take
        // either for a server. A file whose process is gone it removes by itself, together with its shared memory.
        if (server.isEmpty() && recorded(pidFile).isPresent()) {
            Files.deleteIfExists(pidFile);
        }
        return server.isPresent();
    }

    /** The living server of a data directory. */
    static Optional<ProcessHandle> running(Path dataDir) throws IOException {
        return recorded(dataDir.resolve("postmaster.pid")).filter(Orphan::isOurs);
    }

    private static Optional<ProcessHandle> recorded(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(pidFile);
        if (lines.isEmpty() || !lines.getFirst().strip().matches("\\d+")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive);
    }

    private static boolean isOurs(ProcessHandle process) {
        return process.info().command().map(command -> command.contains("postgres")).orElse(false);
    }

    /** By force: what is left here has lost its server and can only do harm. */
    private static void endFamily(Path dataDir) throws IOException {
        List<ProcessHandle> family = ProcessHandle.allProcesses().filter(Orphan::isOurs).filter(process -> worksOn(process, dataDir))
                .toList();
        family.forEach(ProcessHandle::destroyForcibly);
        awaitEnd(family, "processes of a killed PostgreSQL do not end: " + family);
    }

    /** Sessions stand in the data directory and show another command line; initdb and pg_ctl name it there. */
    private static boolean worksOn(ProcessHandle process, Path dataDir) {
        boolean named = process.info().arguments().map(arguments -> Arrays.asList(arguments).contains(dataDir.toString())).orElse(false);
        try {
            return named || Files.isSameFile(Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd")), dataDir);
        } catch (IOException e) {
            // Ended meanwhile, another user's, or a system without such a directory.
            return false;
        }
    }

    /** SIGINT is PostgreSQL's "fast" shutdown: sessions are cut, data are written. */
    private static void interrupt(ProcessHandle server) throws IOException {
        try {
            if (System.getProperty("os.name").startsWith("Windows")) {
                server.destroyForcibly();
            } else {
                new ProcessBuilder("kill", "-INT", Long.toString(server.pid())).start().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while stopping a PostgreSQL of an earlier run", e);
        }
        awaitEnd(List.of(server), "a PostgreSQL of an earlier run (pid " + server.pid() + ") does not stop; end it and try again");
    }

    /** Asks for the program of a process: one that has ended keeps its pid until its parent, which may be anybody, asks for its status. */
    static void awaitEnd(List<ProcessHandle> processes, String otherwise) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (processes.stream().anyMatch(Orphan::isOurs)) {
            if (System.nanoTime() > end) {
                throw new IOException(otherwise);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while stopping a PostgreSQL of an earlier run", e);
            }
        }
    }
}
