package jp.todoke.local.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jp.todoke.local.Places;
import jp.todoke.local.UserError;
import jp.todoke.local.processes.Claim;
import jp.todoke.local.processes.Directories;
import jp.todoke.local.processes.Leftovers;
import jp.todoke.local.processes.RunRecord;
import jp.todoke.local.processes.Stopping;

/** Stops what {@code up} started, or what a killed launcher left. */
public final class DownCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private final Places places;

    public DownCommand(Places places) {
        this.places = places;
    }

    public int down() {
        System.out.println(stop() ? "Todoke is stopped. The data stay; ./todoke up goes on with them." : "Todoke was not running.");
        return 0;
    }

    public int reset() {
        stop();
        Places demo = Places.ofDemo(places.root());
        for (Path directory : List.of(places.stateDir().resolve("data"), places.out(), places.logs())) {
            Directories.delete(directory);
        }
        try (var _ = claim(demo)) {
            Leftovers.clear(demo.stateDir(), demo.postgresData());
            Directories.delete(demo.stateDir());
        }
        System.out.println("Todoke is stopped and its data are deleted.");
        return 0;
    }

    boolean stop() {
        Optional<ProcessHandle> launcher = RunRecord.living(places.stateDir()).flatMap(RunRecord::launcher);
        launcher.ifPresent(process -> Stopping.stop(List.of(process), PATIENCE));
        if (!Files.isDirectory(places.stateDir())) {
            return launcher.isPresent();
        }
        try (var _ = claim(places)) {
            return Leftovers.clear(places.stateDir(), places.postgresData()) > 0 || launcher.isPresent();
        }
    }

    private static Claim claim(Places places) {
        return Claim.on(places.stateDir())
                .orElseThrow(() -> new UserError(
                        "Another ./todoke works on " + places.stateDir() + " at this moment; end it (Ctrl-C) and try again."));
    }
}
