package jp.todoke.local.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** Memory and processor time of processes as the operating system sees them. */
public final class Usage {
    private static final int KILOBYTES = 1024;

    private Usage() {}

    /** Resident set size of one process. */
    public static long residentMegabytes(long pid) {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        return (Files.exists(status) ? fromProc(status, "VmRSS:") : fromPs(pid)) / KILOBYTES;
    }

    /**
     * Usage of a family of processes that share much, such as PostgreSQL: shared pages count once (proportional set
     * size). Where the system does not know that, the resident sizes are added up.
     */
    public static long familyMegabytes(long pid) {
        return Stream.concat(Stream.of(pid), ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants).map(ProcessHandle::pid))
                .mapToLong(Usage::proportional).sum() / KILOBYTES;
    }

    /** As {@link #familyMegabytes}, but of one process without those that it started. */
    public static long proportionalMegabytes(long pid) {
        return proportional(pid) / KILOBYTES;
    }

    private static long proportional(long pid) {
        Path rollup = Path.of("/proc", Long.toString(pid), "smaps_rollup");
        return Files.exists(rollup) ? fromProc(rollup, "Pss:") : fromPs(pid);
    }

    /** Processor time that these processes have used since each began. */
    public static Duration cpuTime(Collection<Long> pids) {
        return pids.stream().map(ProcessHandle::of).flatMap(Optional::stream)
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static long fromProc(Path file, String field) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(field)).findFirst().map(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .orElse(0L);
        } catch (IOException e) {
            // The process has ended meanwhile.
            return 0;
        }
    }

    private static long fromPs(long pid) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
            String output = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return output.isEmpty() ? 0 : Long.parseLong(output);
        } catch (IOException e) {
            throw new IllegalStateException("memory cannot be measured without ps", e);
        }
    }
}
