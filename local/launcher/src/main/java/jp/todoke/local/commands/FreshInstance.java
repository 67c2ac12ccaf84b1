package jp.todoke.local.commands;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import jp.todoke.local.LocalSystem;
import jp.todoke.local.Options;
import jp.todoke.local.Places;
import jp.todoke.local.ProcessNames;
import jp.todoke.local.Progress;
import jp.todoke.local.UserError;
import jp.todoke.local.processes.Claim;
import jp.todoke.local.processes.Directories;
import jp.todoke.local.processes.Leftovers;

/** An instance that begins with nothing and lives in this process; it does not touch that of {@code up}. */
final class FreshInstance {
    private FreshInstance() {}

    static LocalSystem start(Path root, String latency, Progress progress) {
        return start(root, options -> options.withLatency(latency), progress);
    }

    static LocalSystem start(Path root, UnaryOperator<Options> how, Progress progress) {
        empty(root);
        Places places = Places.ofDemo(root);
        LauncherLog.to(places.log(ProcessNames.LAUNCHER));
        return LocalSystem.start(how.apply(Options.of(places)), progress);
    }

    /** Ends what a killed run left and deletes what earlier ones kept. */
    static void empty(Path root) {
        Places places = Places.ofDemo(root);
        try (var _ = Claim.on(places.stateDir())
                .orElseThrow(() -> new UserError("Another demo or bench is running; wait for it or end it (Ctrl-C)."))) {
            Leftovers.clear(places.stateDir(), places.postgresData());
            for (String part : new String[]{"data", "logs", "out"}) {
                Directories.delete(places.stateDir().resolve(part));
            }
            if (!Files.isWritable(places.stateDir())) {
                throw new UserError("cannot write into " + places.stateDir());
            }
            places.logs().toFile().mkdirs();
        }
    }
}
