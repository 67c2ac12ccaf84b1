package jp.todoke.local.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogViewTest {
    @TempDir
    private Path directory;
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private Map<String, Path> logs;

    @BeforeEach
    void nameLogs() {
        logs = Map.of("gateway", directory.resolve("gateway.log"), "integration", directory.resolve("integration.log"));
    }

    @Test
    void putsTheLinesOfAllServicesInOrderOfTimeAndKeepsStacksTogether() {
        write("gateway", json("01", "a", "first"), json("03", "b", "third"), "\tat x.Y");
        write("integration", "before any time", json("02", "a", "second"), json("04", "b", "fourth"));

        show(new LogView.Wish(100, Optional.empty(), false));

        assertEquals("""
                integration | before any time
                09:00:01.000 INFO  gateway a first
                09:00:02.000 INFO  integration a second
                09:00:03.000 INFO  gateway b third
                gateway | \tat x.Y
                09:00:04.000 INFO  integration b fourth
                """, text());
    }

    @Test
    void showsTheLastLinesOfAllTogether() {
        write("gateway", json("01", "a", "first"), json("04", "b", "fourth"));
        write("integration", json("02", "a", "second"), json("03", "b", "third"));

        show(new LogView.Wish(2, Optional.empty(), true));

        assertEquals(json("03", "b", "third") + "\n" + json("04", "b", "fourth") + "\n", text());
    }

    @Test
    void keepsToOneRequestBeforeItCounts() {
        write("gateway", json("01", "a", "first"), json("02", "b", "a different one"), json("03", "ab", "third"));

        show(new LogView.Wish(1, Optional.of("a"), false));

        assertEquals("09:00:01.000 INFO  gateway a first\n", text());
    }

    @Test
    void followsUntilNothingMoreComesAndShowsTheLastHalfLine() throws Exception {
        write("gateway", json("01", "a", "first"));
        var rounds = new ArrayDeque<List<String>>(List.of(List.of(json("02", "a", "second")), List.of()));

        try (var view = new LogView(logs, new LogView.Wish(10, Optional.empty(), false), out())) {
            view.showEnd(true);
            view.follow(() -> {
                if (rounds.isEmpty()) {
                    append("gateway", "killed in the middle");
                    return false;
                }
                write("integration", rounds.pop().toArray(String[]::new));
                return true;
            });
        }

        assertEquals("09:00:01.000 INFO  gateway a first\n09:00:02.000 INFO  integration a second\ngateway | killed in the middle\n",
                text());
    }

    @Test
    void endsWhenNobodyReadsAnyMore() throws Exception {
        var closed = new PrintStream(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("Broken pipe");
            }
        }, false, StandardCharsets.UTF_8);

        try (var view = new LogView(logs, new LogView.Wish(10, Optional.empty(), false), closed)) {
            view.follow(() -> {
                write("gateway", json("01", "a", "again"));
                return true;
            });
        }
    }

    private void show(LogView.Wish wish) {
        try (var view = new LogView(logs, wish, out())) {
            view.showEnd(false);
        }
    }

    private PrintStream out() {
        return new PrintStream(shown, true, StandardCharsets.UTF_8);
    }

    private String text() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    private static String json(String second, String correlation, String message) {
        return """
                {"@timestamp":"2026-11-16T00:00:%sZ","log":{"level":"INFO"},"message":"%s","correlationId":"%s"}""".formatted(second,
                message,
                correlation);
    }

    private void write(String service, String... lines) {
        for (String line : lines) {
            append(service, line + "\n");
        }
    }

    private void append(String service, String text) {
        try {
            Files.writeString(logs.getOrDefault(service, directory), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
