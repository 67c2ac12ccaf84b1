package jp.todoke.local.traces;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The newest spans, in two files of bounded size: when one is full, the older one goes. */
public final class SpanFiles {
    private static final long FULL = 16L * 1024 * 1024;

    private final Path current;
    private final Path earlier;

    public SpanFiles(Path directory) {
        this.current = directory.resolve("spans.jsonl");
        this.earlier = directory.resolve("spans.1.jsonl");
    }

    synchronized void add(List<RecordedSpan> spans) throws IOException {
        Files.createDirectories(current.getParent());
        if (Files.exists(current) && Files.size(current) > FULL) {
            Files.move(current, earlier, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(current, spans.stream().map(RecordedSpan::line).collect(Collectors.joining()), StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    public List<RecordedSpan> all() {
        List<RecordedSpan> spans = new ArrayList<>();
        for (Path file : List.of(earlier, current)) {
            if (Files.exists(file)) {
                try (Stream<String> lines = Files.lines(file)) {
                    // The last line may be half written.
                    lines.filter(line -> line.endsWith("}")).map(RecordedSpan::of).forEach(spans::add);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return spans;
    }
}
