package jp.todoke.local.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import jp.todoke.local.UserError;
import jp.todoke.local.processes.Directories;

/**
 * Mutation testing of the law: PIT changes the compiled rules in small ways and asks whether a test notices. A command of its own, since it runs the
 * tests thousands of times. Ends with 1 under the demanded share or when nothing was tried.
 */
public final class MutationCommand {
    private static final String MODULE = "benefits-service/law";
    /** Share of mutants that a test must notice, in percent. */
    private static final int DEMANDED = 90;
    private static final int REPORT_SECONDS = 30;
    private final Path root;

    public MutationCommand(Path root) {
        this.root = root;
    }

    public int run() {
        Path log = root.resolve(".todoke/logs/mutation.log");
        if (runPit(log) != 0) {
            System.err.println("The run failed; the whole log is " + log);
            return 1;
        }
        List<Mutant> mutants = read(root.resolve(MODULE).resolve("target/pit-reports/mutations.csv"), Mutant::of);
        List<Survivor> explained = read(root.resolve(MODULE).resolve("mutation-survivors.csv"), Survivor::of);
        Map<String, List<Mutant>> packages = mutants.stream()
                .collect(Collectors.groupingBy(Mutant::packageName, TreeMap::new, Collectors.toList()));
        packages.forEach((name, list) -> figures("mutation." + name.substring(name.lastIndexOf('.') + 1), list));
        figures("mutation.total", mutants);
        List<Mutant> open = mutants.stream().filter(mutant -> !mutant.killed())
                .filter(mutant -> explained.stream().noneMatch(survivor -> survivor.explains(mutant))).toList();
        BenchCommand.figure("mutation.survivors_unexplained", Integer.toString(open.size()));
        open.forEach(mutant -> System.err.println(mutant));
        return mutants.isEmpty() || percent(mutants) < DEMANDED ? 1 : 0;
    }

    private int runPit(Path log) {
        try {
            Files.createDirectories(log.getParent());
            Directories.ownerOnly(root.resolve(".todoke"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var command = new ProcessBuilder("mvn", "-B", "-pl", MODULE, "test-compile", "org.pitest:pitest-maven:mutationCoverage")
                .directory(root.toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        // Under an older Java, PIT's helpers cannot load our classes and everything counts as survived.
        command.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            Process maven = command.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> maven.descendants().forEach(ProcessHandle::destroy), "stop-mutation"));
            for (int seconds = REPORT_SECONDS; !maven.waitFor(REPORT_SECONDS, TimeUnit.SECONDS); seconds += REPORT_SECONDS) {
                System.err.println("  " + seconds + " s: changing rules and running their tests (log: " + log + ")");
            }
            return maven.exitValue();
        } catch (IOException e) {
            throw new UserError("Mutation testing needs Maven (mvn): install it, for example with your package manager.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void figures(String name, List<Mutant> mutants) {
        BenchCommand.figure(name + ".mutants", Integer.toString(mutants.size()));
        BenchCommand.figure(name + ".killed", Long.toString(mutants.stream().filter(Mutant::killed).count()));
        BenchCommand.figure(name + ".killed_percent", Long.toString(percent(mutants)));
    }

    /** Rounded down: 89.9 is not 90. */
    private static long percent(List<Mutant> mutants) {
        return mutants.isEmpty() ? 0 : mutants.stream().filter(Mutant::killed).count() * 100 / mutants.size();
    }

    /** One line of PIT's report. */
    private record Mutant(String type, String mutator, String method, int line, String status) {

        private static final int COLUMNS = 6;

        static Mutant of(String text) {
            String[] cells = text.split(",", COLUMNS + 1);
            return new Mutant(cells[1], cells[2].substring(cells[2].lastIndexOf('.') + 1), cells[3], Integer.parseInt(cells[4]), cells[5]);
        }

        boolean killed() {
            return !status.equals("SURVIVED") && !status.equals("NO_COVERAGE");
        }

        String packageName() {
            return type.substring(0, type.lastIndexOf('.'));
        }
    }

    /** A mutant that may live, and why: mostly because the changed program means the same. */
    private record Survivor(String type, String method, String mutator, String why) {

        private static final int COLUMNS = 4;

        static Survivor of(String text) {
            String[] cells = text.split(",", COLUMNS);
            return new Survivor(cells[0], cells[1], cells[2], cells[3]);
        }

        boolean explains(Mutant mutant) {
            return !why.isBlank() && mutant.type.endsWith("." + type) && mutant.method.equals(method) && mutant.mutator.equals(mutator);
        }
    }

    private interface Line<T> {
        T of(String text);
    }

    private static <T> List<T> read(Path file, Line<T> line) {
        try {
            var all = new ArrayList<T>();
            for (String text : Files.readAllLines(file)) {
                if (!text.isBlank() && !text.startsWith("#")) {
                    all.add(line.of(text));
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
