package jp.todoke.local.commands;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import jp.todoke.local.Places;
import jp.todoke.local.ProcessNames;
import jp.todoke.local.UserError;
import jp.todoke.local.drill.CrashDrill;
import jp.todoke.local.drill.Instance;
import jp.todoke.local.drill.OutageDrill;
import jp.todoke.local.processes.Claim;
import jp.todoke.local.processes.Directories;

/** Does to a system of its own what a user fears; figures on standard output, progress on standard error. */
public final class DrillCommand {
    public static final int KILLS = 30;
    private static final long SEEDS = 1_000_000;
    private final Path root;

    public DrillCommand(Path root) {
        this.root = root;
    }

    public static long anySeed() {
        return ThreadLocalRandom.current().nextLong(SEEDS);
    }

    public int crash(int kills, long seed) {
        Places places = Places.ofDrill(root, "drill");
        LauncherLog.to(places.log(ProcessNames.LAUNCHER));
        try (var _ = Claim.on(places.stateDir())
                .orElseThrow(() -> new UserError("Another drill is running; wait for it or end it (Ctrl-C)."))) {
            return new CrashDrill(new UpAndDown(), System.err::println, (name, value) -> BenchCommand.figure("drill.crash." + name, value))
                    .run(root, kills, seed) ? 0 : 1;
        }
    }

    /** The 中間サーバー is away while applications arrive; the data of a drill that failed are kept. */
    public int outage(OutageDrill.Plan plan) {
        Places places = Places.ofDrill(root, "outage");
        LauncherLog.to(places.log(ProcessNames.LAUNCHER));
        new DownCommand(places).stop();
        Directories.delete(places.stateDir());
        LauncherLog.to(places.log(ProcessNames.LAUNCHER));
        boolean held = new OutageDrill(plan, System.err, (name, value) -> BenchCommand.figure("drill.outage." + name, value)).run(places);
        if (held) {
            Directories.delete(places.stateDir());
        } else {
            System.err.println("Data and logs are kept in " + places.stateDir());
        }
        return held ? 0 : 1;
    }

    /** The commands, without what they tell their user. */
    public static final class UpAndDown implements Instance.Commands {
        private static final PrintStream SILENT = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);

        @Override
        public boolean up(Places places, int port) {
            return new UpCommand(places, SILENT).run(port) == 0;
        }

        @Override
        public void down(Places places) {
            new DownCommand(places).stop();
        }
    }
}
