package jp.todoke.local.badinput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import jp.todoke.local.RunningSystem;
import jp.todoke.local.demo.Holdings;
import jp.todoke.local.demo.Patience;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What bad input must leave behind: an answer that helps, the data as they were, and nothing in any log. */
final class Evidence {
    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PROBLEM = "application/problem+json";
    private static final int HIRAGANA = 0x3040;
    private static final Patience LOGGED = new Patience(Duration.ofSeconds(20), Duration.ofMillis(100));

    private final RunningSystem system;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Set<String> planted = new HashSet<>();
    private Holdings last;
    private String lastCorrelation = "";

    Evidence(RunningSystem system) {
        this.system = system;
        this.last = Holdings.of(system);
    }

    /** A word that stands nowhere else; it travels in each request, and no log may hold it. */
    String marker(Scenario scenario) {
        return plant("himitsu" + run + scenario.id().replace("-", ""));
    }

    /** The same in the form of a 宛名番号. */
    String number(Scenario scenario) {
        long number = (run + scenario.id()).chars().asLongStream().reduce(7, (sum, next) -> (sum * 131 + next) % 10_000_000_000_000L);
        return plant("88%013d".formatted(number));
    }

    private String plant(String word) {
        planted.add(word);
        return word;
    }

    /** The problem document of a refusal: in its envelope, with its code, every wrong place and a message for it, and no value that was sent. */
    JsonNode problem(Scenario scenario, Wire.Answer answer) {
        assertEquals(scenario.status(), answer.status(), answer::text);
        assertEquals(PROBLEM, answer.header("Content-Type").orElse(""));
        JsonNode problem = JSON.readTree(answer.body());
        assertEquals(scenario.code(), problem.path("code").asString());
        assertEquals(scenario.status(), problem.path("status").asInt());
        assertJapanese(problem.path("title").asString());
        Set<String> named = new TreeSet<>();
        problem.path("errors").forEach(error -> {
            named.add(error.path("pointer").asString() + " " + error.path("code").asString());
            assertJapanese(error.path("message").asString());
        });
        scenario.assertNamed(named);
        assertEquals(answer.header("X-Correlation-Id").orElse("none"), problem.path("correlationId").asString());
        noValue(answer);
        lastCorrelation = problem.path("correlationId").asString();
        return problem;
    }

    void noValue(Wire.Answer answer) {
        planted.forEach(word -> assertFalse(answer.text().contains(word), "the answer repeats what was sent"));
    }

    private static void assertJapanese(String message) {
        assertTrue(message.codePoints().anyMatch(point -> point >= HIRAGANA), message);
        assertTrue(message.endsWith("。") || message.contains(": "), message);
    }

    /** Compares with what was there after the row before: once, since a refusal has nothing under way; if it had, the next row would find it. */
    void changed(Set<String> tables) {
        Holdings before = last;
        last = Holdings.now(system);
        assertEquals(tables, last.changedSince(before));
        for (String table : tables) {
            assertEquals(before.rows(table) + 1, last.rows(table), table);
        }
    }

    /** After something that was to be taken over, or to look at what a read recorded. */
    void settle() {
        last = Holdings.of(system);
    }

    /** The last refusal is in the logs of some process, and no word that was planted in any. */
    void nothingInLogs() {
        if (!lastCorrelation.isEmpty()) {
            LOGGED.await("the record of the last refusal", () -> logs().stream().anyMatch(log -> read(log).contains(lastCorrelation))
                    ? Optional.of(true)
                    : Optional.empty());
        }
        for (Path log : logs()) {
            String text = read(log);
            planted.forEach(word -> assertFalse(text.contains(word), () -> log.getFileName() + " holds what was sent: " + word));
        }
    }

    private List<Path> logs() {
        try (Stream<Path> files = Files.walk(system.stateDir().resolve("logs"))) {
            List<Path> logs = files.filter(Files::isRegularFile).toList();
            assertTrue(logs.size() >= 4, "the logs of the processes");
            return logs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path log) {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
