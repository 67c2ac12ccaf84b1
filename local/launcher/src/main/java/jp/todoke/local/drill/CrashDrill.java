package jp.todoke.local.drill;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.todoke.local.Places;
import jp.todoke.local.Progress;
import jp.todoke.local.demo.JobResult;
import jp.todoke.local.demo.MainJob;
import jp.todoke.local.processes.Directories;

/**
 * The main job twice: undisturbed, and while one process after the other is killed and brought up again. Both must come to the same end,
 * the one that was worked out by hand, with nothing lost and nothing done twice.
 */
public final class CrashDrill {
    private static final PrintStream SILENT = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

    private final Instance.Commands commands;
    private final Progress progress;
    private final BiConsumer<String, String> figure;

    /** @param figure takes what was measured, by name */
    public CrashDrill(Instance.Commands commands, Progress progress, BiConsumer<String, String> figure) {
        this.commands = commands;
        this.progress = progress;
        this.figure = figure;
    }

    private record Run(JobResult result, Passage passage, Map<String, String> plain) {}

    /** Leaves no process behind, and no data when all invariants hold. @return whether they do */
    public boolean run(Path root, int kills, long seed) {
        long begun = System.nanoTime();
        Places undisturbed = Places.ofDrill(root, "undisturbed");
        Places disturbed = Places.ofDrill(root, "disturbed");
        List.of(undisturbed, disturbed).forEach(this::clear);
        progress.say("Undisturbed run, for comparison");
        Duration start;
        Run reference;
        try (var instance = new Kept(undisturbed)) {
            start = instance.up();
            reference = job(instance.system, new Passage("undisturbed", (_, _) -> {
            }));
            requireExpected(reference.result());
        }
        progress.say("Disturbed run: " + kills + " kills, seed " + seed);
        try (var instance = new Kept(disturbed)) {
            boolean passed = disturbed(instance.system, start, reference, kills, seed);
            figure.accept("duration_seconds", Long.toString(since(begun).toSeconds()));
            figure.accept("result", passed ? "passed" : "failed");
            if (passed) {
                instance.down();
                List.of(undisturbed, disturbed).forEach(this::clear);
            } else {
                progress.say("Repeat it with: ./todoke drill crash --kills " + kills + " --seed " + seed);
                progress.say("Data, logs and differences are kept in " + disturbed.stateDir());
            }
            return passed;
        }
    }

    /** An instance that is stopped whatever ends the drill, Ctrl-C included. */
    private final class Kept implements AutoCloseable {
        private final Instance system;
        private final Thread hook = new Thread(this::down, "stop-drill");

        Kept(Places places) {
            system = new Instance(commands, places);
            Runtime.getRuntime().addShutdownHook(hook);
        }

        Duration up() {
            long begun = System.nanoTime();
            if (!system.up()) {
                throw new IllegalStateException("Todoke did not start; its logs are in " + system.stateDir());
            }
            return since(begun);
        }

        void down() {
            system.down();
        }

        @Override
        public void close() {
            down();
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The hook runs already.
            }
        }
    }

    private static Run job(Instance system, Passage passage) {
        JobResult result = new MainJob(SILENT, passage).run(system);
        return new Run(result, passage, PlainResult.of(result));
    }

    private static void requireExpected(JobResult result) {
        if (!result.problems().isEmpty()) {
            throw new IllegalStateException("even the undisturbed run does not end as expected: " + result.problems());
        }
    }

    private boolean disturbed(Instance system, Duration start, Run reference, int kills, long seed) {
        var killer = new Killer(system, Schedule.draw(kills, seed), reference.passage().pace(), progress);
        var passage = new Passage("drill", killer::arrive);
        long begun = System.nanoTime();
        killer.start(start);
        Run run = job(system, passage);
        killer.finish();
        List<Killer.Done> done = killer.done();

        var broken = new LinkedHashMap<String, Long>();
        List<String> differences = PlainResult.differences(reference.plain(), run.plain());
        broken.put("differences", (long) differences.size());
        broken.put("problems", (long) run.result().problems().size());
        broken.put("faults", (long) passage.faults());
        broken.put("kills_not_made", (long) kills - done.size());
        broken.putAll(Invariants.broken(system.database(), run.result(), passage.answered(), system.logs()));

        figure.accept("seed", Long.toString(seed));
        kills(done);
        figure.accept("applications", Integer.toString(run.result().outcomes().size()));
        figure.accept("requests", Integer.toString(passage.requests()));
        figure.accept("requests_repeated", Integer.toString(passage.repeated()));
        figure.accept("disturbed_seconds", Long.toString(since(begun).toSeconds()));
        broken.forEach((name, count) -> figure.accept(name, Long.toString(count)));
        run.result().problems().forEach(problem -> progress.say("! " + problem));
        differences.forEach(name -> progress.say("! differs from the undisturbed run: " + name));
        keep(system, reference.plain(), run.plain(), differences);
        return broken.values().stream().allMatch(count -> count == 0);
    }

    private void kills(List<Killer.Done> done) {
        figure.accept("kills", Integer.toString(done.size()));
        Stream.of(Target.values()).forEach(target -> figure.accept("kills." + target.label(),
                Long.toString(done.stream().filter(one -> one.kill().target() == target).count())));
        Stream.of(Phase.values()).forEach(phase -> figure.accept("kills_in." + phase.name().toLowerCase(Locale.ROOT),
                Long.toString(done.stream().filter(one -> one.phase() == phase).count())));
        figure.accept("restarts", Long.toString(done.size()));
        List<Duration> restarts = done.stream().map(Killer.Done::restart).sorted().toList();
        if (!restarts.isEmpty()) {
            figure.accept("restart_seconds_median", tenths(restarts.get(restarts.size() / 2)));
            figure.accept("restart_seconds_longest", tenths(restarts.getLast()));
        }
    }

    /** For whoever looks for the cause; the directory is deleted when there is none. */
    private static void keep(Instance system, Map<String, String> expected, Map<String, String> actual, List<String> differences) {
        String text = differences.stream().map(name -> "== " + name + "\n-- undisturbed\n" + expected.getOrDefault(name, "nothing")
                + "\n-- disturbed\n" + actual.getOrDefault(name, "nothing") + "\n").collect(Collectors.joining());
        try {
            Files.writeString(system.stateDir().resolve("differences.txt"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void clear(Places places) {
        commands.down(places);
        Directories.delete(places.stateDir());
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private static String tenths(Duration time) {
        return time.toSeconds() + "." + time.toMillisPart() / 100;
    }
}
