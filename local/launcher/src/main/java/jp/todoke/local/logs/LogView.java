package jp.todoke.local.logs;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Several logs as one stream by time. */
public final class LogView implements AutoCloseable {
    /**
     * What to show.
     *
     * @param lines of what is there already; of what comes, all are shown
     * @param correlation only lines of this request
     * @param raw as they were written
     */
    public record Wish(int lines, Optional<String> correlation, boolean raw) {}

    /** Waits for more; false when nothing more comes. */
    @FunctionalInterface
    public interface Patience {
        boolean waitForMore() throws InterruptedException;
    }

    private record Timed(Instant at, LogLine line) {}

    private final Map<String, LogFile> files = new TreeMap<>();
    private final Map<String, Instant> latest = new TreeMap<>();
    private final Wish wish;
    private final PrintStream out;

    /** @param logs file of each service */
    public LogView(Map<String, Path> logs, Wish wish, PrintStream out) {
        logs.forEach((service, path) -> files.put(service, new LogFile(path)));
        this.wish = wish;
        this.out = out;
    }

    /** Shows the end of what is there. */
    public void showEnd(boolean moreMayCome) {
        print(collect(wish.lines(), !moreMayCome));
    }

    /** Shows what comes until nothing more comes or nobody reads any more. */
    public void follow(Patience patience) throws InterruptedException {
        boolean more = true;
        while (more && !out.checkError()) {
            more = patience.waitForMore();
            print(collect(Integer.MAX_VALUE, !more));
        }
    }

    private List<Timed> collect(int most, boolean last) {
        List<Timed> all = new ArrayList<>();
        files.forEach((service, file) -> {
            Deque<String> lines = new ArrayDeque<>();
            file.read(raw -> keep(service, raw, lines, most));
            if (last) {
                file.finish(raw -> keep(service, raw, lines, most));
            }
            for (String raw : lines) {
                LogLine line = LogLine.of(service, raw);
                all.add(new Timed(timeOf(line), line));
            }
        });
        // Stable: lines of one service stay in their order.
        all.sort(Comparator.comparing(Timed::at));
        return all.subList(Math.max(0, all.size() - most), all.size());
    }

    private void keep(String service, String raw, Deque<String> lines, int most) {
        if (wish.correlation().isPresent() && !isAbout(service, raw, wish.correlation().get())) {
            return;
        }
        lines.add(raw);
        if (lines.size() > most) {
            lines.remove();
        }
    }

    /** The cheap question first: a log has many lines of other requests. */
    private static boolean isAbout(String service, String raw, String correlation) {
        return raw.contains(correlation) && LogLine.of(service, raw).isAbout(correlation);
    }

    /** A line without a time, such as one of a stack trace, belongs to the line before it. */
    private Instant timeOf(LogLine line) {
        Instant at = line.at().orElse(latest.getOrDefault(line.service(), Instant.EPOCH));
        latest.put(line.service(), at);
        return at;
    }

    private void print(List<Timed> lines) {
        boolean named = files.size() > 1;
        lines.forEach(timed -> out.println(wish.raw() ? timed.line().raw() : timed.line().forPeople(named)));
        out.flush();
    }

    @Override
    public void close() {
        files.values().forEach(LogFile::close);
    }
}
