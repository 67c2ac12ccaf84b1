package jp.todoke.local.commands;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Deque;
import java.util.concurrent.ThreadLocalRandom;
import jp.todoke.local.Places;
import jp.todoke.local.ProcessNames;
import jp.todoke.local.UserError;
import jp.todoke.local.drill.CrashDrill;
import jp.todoke.local.drill.Instance;
import jp.todoke.local.processes.Claim;

/** Kills processes while the main job runs; figures on standard output, progress on standard error. */
public final class DrillCommand {
    private static final int KILLS = 30;
    private static final int MOST_KILLS = 1_000;
    private static final long SEEDS = 1_000_000;
    private final Path root;

    public DrillCommand(Path root) {
        this.root = root;
    }

    public int run(Deque<String> words) {
        if (!"crash".equals(words.poll())) {
            throw new UserError("drill of what? ./todoke drill crash [--kills <n>] [--seed <n>]");
        }
        int kills = KILLS;
        long seed = ThreadLocalRandom.current().nextLong(SEEDS);
        while (!words.isEmpty()) {
            String option = words.pop();
            String value = words.isEmpty() ? "" : words.pop();
            if (!value.matches("[0-9]{1,15}") || option.equals("--kills") && Long.parseLong(value) > MOST_KILLS) {
                throw new UserError("drill crash understands --kills <0-" + MOST_KILLS + "> and --seed <n> only");
            }
            switch (option) {
                case "--kills" -> kills = Integer.parseInt(value);
                case "--seed" -> seed = Long.parseLong(value);
                default -> throw new UserError("drill crash understands --kills and --seed only, not " + option);
            }
        }
        return crash(kills, seed);
    }

    private int crash(int kills, long seed) {
        Places places = Places.ofDrill(root, "drill");
        LauncherLog.to(places.log(ProcessNames.LAUNCHER));
        try (var _ = Claim.on(places.stateDir())
                .orElseThrow(() -> new UserError("Another drill is running; wait for it or end it (Ctrl-C)."))) {
            return new CrashDrill(new UpAndDown(), System.err::println, (name, value) -> BenchCommand.figure("drill.crash." + name, value))
                    .run(root, kills, seed) ? 0 : 1;
        }
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
