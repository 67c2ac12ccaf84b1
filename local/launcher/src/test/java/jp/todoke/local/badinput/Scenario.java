package jp.todoke.local.badinput;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One row of a table of bad input.
 *
 * @param door   where it is sent
 * @param how    steps that turn a good request into this one, see the class that takes them
 * @param status answered
 * @param code   of the problem, {@code -} where it is none
 * @param named  every wrong place with its code, {@code -} where none can be named
 */
record Scenario(String id, String sent, String door, String how, int status, String code, String named) {

    private static final int COLUMNS = 7;

    static List<Scenario> table(String name) {
        return rows(name, COLUMNS).map(cells -> new Scenario(cells.get(0), cells.get(1), cells.get(2), cells.get(3),
                Integer.parseInt(cells.get(4)), cells.get(5), cells.get(6))).toList();
    }

    /** Cells between bars; empty lines, comments and the head line left out. */
    static Stream<List<String>> rows(String name, int columns) {
        return text(name).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).skip(1).map(line -> {
            List<String> cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
            if (cells.size() != columns) {
                throw new IllegalStateException("not " + columns + " cells in " + name + ": " + line);
            }
            return cells;
        });
    }

    private static String text(String name) {
        try (InputStream in = Scenario.class.getResourceAsStream("/bad-input/" + name + ".csv")) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> steps() {
        return how.isEmpty() ? List.of() : Arrays.stream(how.split(" && ")).map(String::strip).toList();
    }

    /** {@code (body)} is the pointer to the whole; of a great many, only the number is given. */
    void assertNamed(Set<String> places) {
        if (named.startsWith("500 ")) {
            assertEquals(501, places.size());
            assertTrue(places.contains(" MORE"));
        } else {
            assertEquals(
                    named.equals("-") ? Set.of() : new TreeSet<>(Arrays.asList(named.replaceAll("\\((body|package)\\)", "").split(", "))),
                    places);
        }
    }

    @Override
    public String toString() {
        return id + ": " + sent;
    }
}
