package jp.todoke.local.commands;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jp.todoke.local.LocalSystem;
import jp.todoke.local.Options;
import jp.todoke.local.Places;
import jp.todoke.local.ProcessNames;
import jp.todoke.local.UserError;
import jp.todoke.local.bench.ChainBench;
import jp.todoke.local.bench.LawBench;
import jp.todoke.local.bench.SimulationsBench;
import jp.todoke.local.bench.Usage;

/** Measures; figures go to standard output as {@code name: value} lines, everything else to standard error. */
public final class BenchCommand {
    private final Path root;

    public BenchCommand(Path root) {
        this.root = root;
    }

    public int run(String what) {
        return switch (what) {
            case "start" -> start();
            case "chain" -> chain();
            case "simulations" -> simulations();
            case "law" -> new LawBench(root).run();
            default -> throw new UserError("bench knows start, chain, law and simulations");
        };
    }

    /** First on an empty state directory, then again on what the first start left, as {@code up} after {@code down}. */
    private int start() {
        long begun = System.nanoTime();
        try (LocalSystem _ = FreshInstance.start(root, "demo", System.err::println)) {
            figure("start.first_seconds", seconds(begun));
        }
        begun = System.nanoTime();
        Duration ownBefore = Usage.cpuTime(List.of(ProcessHandle.current().pid()));
        try (LocalSystem again = LocalSystem.start(Options.of(Places.ofDemo(root)), System.err::println)) {
            figure("start.again_seconds", seconds(begun));
            figures(again);
            // On a machine with other work, this is the time that can be compared.
            figure("start.again_cpu_seconds", Long.toString(Usage.cpuTime(again.pids().values()).minus(ownBefore).toSeconds()));
        }
        return 0;
    }

    private static void figures(LocalSystem system) {
        long total = 0;
        for (var process : system.pids().entrySet()) {
            // PostgreSQL is many processes on the same shared memory.
            long megabytes = process.getKey().equals(ProcessNames.POSTGRES)
                    ? Usage.familyMegabytes(process.getValue())
                    : Usage.residentMegabytes(process.getValue());
            total += megabytes;
            figure("memory." + process.getKey() + "_mb", Long.toString(megabytes));
        }
        figure("memory.total_mb", Long.toString(total));
    }

    private int chain() {
        try (LocalSystem system = FreshInstance.start(root, "zero", System.err::println)) {
            return new ChainBench().run(system);
        }
    }

    private int simulations() {
        try (LocalSystem system = FreshInstance.start(root, Options::forLoad, System.err::println)) {
            return new SimulationsBench().run(system);
        }
    }

    static void figure(String name, String value) {
        System.out.println(name + ": " + value);
    }

    private static String seconds(long begunNanos) {
        long tenths = (System.nanoTime() - begunNanos) / 100_000_000;
        return tenths / 10 + "." + tenths % 10;
    }
}
