package jp.todoke.local.commands;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.todoke.local.Places;
import jp.todoke.local.ProcessNames;
import jp.todoke.local.UserError;
import jp.todoke.local.logs.LogView;
import jp.todoke.local.processes.RunRecord;

/** Shows the end of the logs and what comes after it. */
public final class LogsCommand {
    public static final int LINES = 200;
    private static final String SUFFIX = ".log";
    private static final List<String> SERVICES = List.of(ProcessNames.GATEWAY, ProcessNames.BENEFITS, ProcessNames.INTEGRATION,
            ProcessNames.DOUBLES, ProcessNames.LAUNCHER);
    private static final Duration BETWEEN_READS = Duration.ofMillis(200);
    private final Places places;
    private final PrintStream out;

    public LogsCommand(Places places, PrintStream out) {
        this.places = places;
        this.out = out;
    }

    /** @param service one of the services or another log that is there; all services if empty */
    public int run(Optional<String> service, LogView.Wish wish, boolean follow) {
        try (var view = new LogView(service.map(this::one).orElseGet(() -> services(follow)), wish, out)) {
            view.showEnd(follow);
            if (follow) {
                view.follow(new WhileRunning(places));
            }
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private Map<String, Path> one(String name) {
        if (!SERVICES.contains(name) && !present().contains(name)) {
            throw new UserError("There is no log of " + name + ". There are: "
                    + String.join(", ", present().isEmpty() ? SERVICES : present()));
        }
        return Map.of(name, places.log(name));
    }

    private Map<String, Path> services(boolean mayCome) {
        if (!mayCome && present().isEmpty()) {
            throw new UserError("There are no logs yet; start with ./todoke up");
        }
        return SERVICES.stream().collect(Collectors.toMap(Function.identity(), places::log, (a, _) -> a, TreeMap::new));
    }

    private List<String> present() {
        if (!Files.isDirectory(places.logs())) {
            return List.of();
        }
        try (var files = Files.list(places.logs())) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length())).sorted().toList();
        } catch (IOException e) {
            throw new UserError("cannot read " + places.logs() + ": " + e.getMessage());
        }
    }

    /** Waits for a system that is not there yet; once it has been seen and is gone, nothing more comes. */
    private static final class WhileRunning implements LogView.Patience {
        private final Places places;
        private final CountDownLatch never = new CountDownLatch(1);
        private boolean seen;

        WhileRunning(Places places) {
            this.places = places;
        }

        @Override
        public boolean waitForMore() throws InterruptedException {
            // Asks the record, not the lock: taking the lock for a moment could refuse a start.
            boolean running = RunRecord.read(places.stateDir()).flatMap(RunRecord::launcher).isPresent();
            if (seen && !running) {
                return false;
            }
            seen |= running;
            never.await(BETWEEN_READS.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        }
    }
}
