package jp.todoke.local.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import jp.todoke.local.Places;
import jp.todoke.local.UserError;
import org.jspecify.annotations.Nullable;

/** Shows the end of the logs. */
public final class LogsCommand {
    private static final int LINES_OF_ONE = 200;
    private static final int LINES_OF_EACH = 15;
    private final Places places;

    public LogsCommand(Places places) {
        this.places = places;
    }

    public int run(@Nullable String process) {
        List<Path> logs = all();
        if (process == null) {
            logs.forEach(log -> show(log, LINES_OF_EACH));
            return 0;
        }
        Path log = logs.stream().filter(l -> l.getFileName().toString().equals(process + ".log")).findFirst()
                .orElseThrow(() -> new UserError("There is no log of " + process + ". There are: "
                        + String.join(", ", logs.stream().map(l -> l.getFileName().toString().replace(".log", "")).toList())));
        show(log, LINES_OF_ONE);
        return 0;
    }

    private List<Path> all() {
        if (!Files.isDirectory(places.logs())) {
            throw new UserError("There are no logs yet; start with ./todoke up");
        }
        try (var files = Files.list(places.logs())) {
            return files.filter(f -> f.toString().endsWith(".log")).sorted().toList();
        } catch (IOException e) {
            throw new UserError("cannot read " + places.logs() + ": " + e.getMessage());
        }
    }

    private static void show(Path log, int lines) {
        try {
            List<String> all = Files.readAllLines(log);
            System.out.println("== " + log);
            all.subList(Math.max(0, all.size() - lines), all.size()).forEach(System.out::println);
        } catch (IOException e) {
            throw new UserError("cannot read " + log + ": " + e.getMessage());
        }
    }
}
