package jp.todoke.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.todoke.local.processes.AotCache;
import jp.todoke.local.processes.PrivateFile;
import jp.todoke.local.processes.Program;
import jp.todoke.local.processes.Rehearsal;
import jp.todoke.local.processes.Rehearsal.Ending;
import jp.todoke.local.processes.Unpacked;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes what the next start needs to be quick: a cache for each program that has none for its build, one after another,
 * beside the running system. Never a reason to fail.
 */
final class Rehearsals {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsals.class);
    private static final Ending OF_SERVICE = new Ending(List.of("-Dspring.context.exit=onRefresh"), List.of());
    private static final Ending OF_DOUBLES = new Ending(List.of("-Dtodoke.doubles.exit=onReady"), List.of());
    private static final Ending OF_LAUNCHER = new Ending(List.of(), List.of("rehearse"));
    private final Places places;
    private @Nullable Thread running;
    private boolean stopped;

    Rehearsals(Places places) {
        this.places = places;
    }

    /** Returns when all are made; {@link #stop()} ends it. */
    void run(List<Program> programs) {
        synchronized (this) {
            if (stopped) {
                return;
            }
            running = Thread.currentThread();
        }
        try {
            for (Rehearsal rehearsal : Stream.concat(programs.stream().map(Rehearsals::of), launcher()).toList()) {
                make(rehearsal);
            }
            writeLauncherOptions();
        } catch (InterruptedException e) {
            LOG.info("stopped; the next start goes on making caches");
        } finally {
            synchronized (this) {
                running = null;
                notifyAll();
            }
        }
    }

    /** Returns when no process of a rehearsal is left. */
    synchronized void stop() {
        stopped = true;
        if (running == null || running == Thread.currentThread()) {
            return;
        }
        running.interrupt();
        try {
            while (running != null) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void make(Rehearsal rehearsal) throws InterruptedException {
        if (rehearsal.cache().file().isPresent()) {
            return;
        }
        String name = rehearsal.program().name();
        // Not among the logs of the running programs: nothing is of interest in it while all goes well.
        Path output = rehearsal.program().jar().resolveSibling("rehearsal.out");
        try {
            if (rehearsal.run(places.stateDir(), output)) {
                Files.deleteIfExists(output);
            } else {
                LOG.warn("no AOT cache for {}, which starts without; see {}", name, output);
            }
        } catch (IOException e) {
            LOG.warn("no AOT cache for {}, which starts without", name, e);
        }
    }

    /** The start script hands this file to the JVM as long as it is younger than the launcher's jar. */
    private void writeLauncherOptions() {
        Optional<Program> launcher = Programs.launcher(places);
        Path built = Unpacked.of(places.jar("local/launcher", "local-launcher"), places.programs());
        if (launcher.isEmpty() || !launcher.get().jar().equals(built)) {
            // Built anew while this one ran.
            return;
        }
        List<String> words = new ArrayList<>();
        AotCache.of(built, launcher.get().options()).file().ifPresent(cache -> words.add("-XX:AOTCache=" + cache));
        // Another JVM refuses the cache; that is no news for the one who asks for a token.
        words.addAll(List.of("-Xlog:aot=off", "-Xlog:cds=off", "-jar", built.toString()));
        try {
            PrivateFile.write(places.launcherOptions(), words.stream().map(Rehearsals::quoted).collect(Collectors.joining("\n", "", "\n")));
        } catch (IOException e) {
            LOG.warn("commands start without AOT cache", e);
        }
    }

    private static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static Rehearsal of(Program program) {
        return new Rehearsal(program, program.name().equals(ProcessNames.DOUBLES) ? OF_DOUBLES : OF_SERVICE);
    }

    /** Empty where the launcher does not run from its jar, as in tests. */
    private Stream<Rehearsal> launcher() {
        return Programs.launcher(places).map(program -> new Rehearsal(program, OF_LAUNCHER)).stream();
    }
}
