package jp.todoke.local.commands;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToLongBiFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import jp.todoke.local.LocalSystem;
import jp.todoke.local.Options;
import jp.todoke.local.Places;
import jp.todoke.local.ProcessNames;
import jp.todoke.local.UserError;
import jp.todoke.local.bench.Usage;
import jp.todoke.local.processes.RunRecord;
import jp.todoke.local.processes.Stopping;

/**
 * Start and footprint as a user of {@code up} has them, each time with a launcher of its own: first on an empty state
 * directory, then again on what that left, with and without AOT caches by turns, so that other work on the machine
 * meets both alike.
 */
final class StartBench {
    private static final String RESIDENT = "_rss_mb";
    private static final int RUNS = 5;
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(40);
    private final Path root;
    private final Places places;

    StartBench(Path root) {
        this.root = root;
        this.places = Places.ofDemo(root);
    }

    /** One start: wall clock, processor time of all processes until ready, and memory of each right after. */
    private record Run(long millis, long cpuMillis, Map<String, Long> resident, Map<String, Long> proportional) {}

    int run() {
        FreshInstance.empty(root);
        report("first", List.of(measure(false)));
        long begun = System.nanoTime();
        try (LocalSystem system = LocalSystem.start(Options.of(places), System.err::println)) {
            system.prepareNextStart();
        }
        BenchCommand.figure("start.prepare_seconds", decimal(Duration.ofNanos(System.nanoTime() - begun).toMillis()));
        List<Run> without = new ArrayList<>();
        List<Run> with = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            without.add(measure(false));
            with.add(measure(true));
        }
        report("without_aot", without);
        report("with_aot", with);
        return 0;
    }

    private Run measure(boolean cached) {
        long begun = System.nanoTime();
        Process supervisor = Supervisor.start(places, 0, cached);
        try {
            awaitReady(supervisor);
            long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            Map<String, Long> pids = RunRecord.read(places.stateDir()).orElseThrow(() -> new UserError("ended right after its start"))
                    .processes().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, process -> process.getValue().pid()));
            return new Run(millis, Usage.cpuTime(pids.values()).toMillis(), each(pids, (_, pid) -> Usage.residentMegabytes(pid)),
                    each(pids, (name,
                            pid) -> name.equals(ProcessNames.POSTGRES) ? Usage.familyMegabytes(pid) : Usage.proportionalMegabytes(pid)));
        } finally {
            Stopping.stop(List.of(supervisor.toHandle()), STOP_PATIENCE);
        }
    }

    private static void awaitReady(Process supervisor) {
        try (BufferedReader report = supervisor.inputReader(StandardCharsets.UTF_8)) {
            for (String line = report.readLine(); line != null; line = report.readLine()) {
                if (line.equals(Supervisor.READY)) {
                    return;
                }
                System.err.println(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new UserError("It did not start; see ./todoke logs");
    }

    private static Map<String, Long> each(Map<String, Long> pids, ToLongBiFunction<String, Long> megabytes) {
        return pids.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, process -> megabytes.applyAsLong(process.getKey(), process.getValue())));
    }

    private static void report(String kind, List<Run> runs) {
        BenchCommand.figure("start." + kind + "_seconds", decimal(median(runs, Run::millis)));
        BenchCommand.figure("start." + kind + "_seconds_min", decimal(runs.stream().mapToLong(Run::millis).min().orElse(0)));
        BenchCommand.figure("start." + kind + "_cpu_seconds", decimal(median(runs, Run::cpuMillis)));
        memory("memory." + kind + ".", RESIDENT, runs, Run::resident);
        memory("memory." + kind + ".", "_pss_mb", runs, Run::proportional);
    }

    private static void memory(String prefix, String suffix, List<Run> runs, Function<Run, Map<String, Long>> megabytes) {
        long total = 0;
        for (String process : new TreeSet<>(megabytes.apply(runs.getFirst()).keySet())) {
            // Each backend of PostgreSQL shows the shared memory as its own: its resident size says nothing.
            if (process.equals(ProcessNames.POSTGRES) && suffix.equals(RESIDENT)) {
                continue;
            }
            long median = median(runs, run -> megabytes.apply(run).getOrDefault(process, 0L));
            BenchCommand.figure(prefix + process + suffix, Long.toString(median));
            total += median;
        }
        BenchCommand.figure(prefix + "total" + suffix, Long.toString(total));
    }

    private static long median(List<Run> runs, ToLongFunction<Run> figure) {
        return runs.stream().mapToLong(figure).sorted().skip(runs.size() / 2).findFirst().orElse(0);
    }

    private static String decimal(long millis) {
        return String.format(Locale.ROOT, "%.1f", millis / 1000.0);
    }
}
