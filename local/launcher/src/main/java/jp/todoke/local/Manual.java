package jp.todoke.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What each command does, understands and ends with: {@code manual.txt}, which the start script shows before anything is built. */
public final class Manual {
    private static final int COLUMN = 34;
    private static final Map<String, List<String>> PAGES = read();

    private Manual() {}

    /** The names of all commands that a person may type. */
    public static Set<String> commands() {
        return PAGES.keySet();
    }

    static String overview() {
        return "Usage: ./todoke <command>\n"
                + PAGES.values().stream().map(page -> line(page.getFirst(), page.get(1).strip()))
                        .collect(Collectors.joining())
                + "\n./todoke help <command> tells its options and exit statuses.";
    }

    private static String line(String words, String summary) {
        return words.length() <= COLUMN
                ? "  %%-%ds %%s%%n".formatted(COLUMN).formatted(words, summary)
                : "  %s%n%s   %s%n".formatted(words, " ".repeat(COLUMN), summary);
    }

    static String page(String command) {
        return "./todoke " + String.join("\n", PAGES.getOrDefault(command, List.of())).stripTrailing();
    }

    /** The command line as it may be typed; all of them for a command that does not exist. */
    static String synopsis(String command) {
        List<String> page = PAGES.get(command);
        return page == null ? overview() : "Understood is: ./todoke " + page.getFirst();
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> pages = new LinkedHashMap<>();
        List<String> page = new ArrayList<>();
        for (String line : text().lines().toList()) {
            if (!line.isEmpty() && !Character.isWhitespace(line.charAt(0))) {
                page = new ArrayList<>();
                pages.put(line.split(" ")[0], page);
            }
            page.add(line);
        }
        return pages;
    }

    private static String text() {
        try (InputStream in = Manual.class.getResourceAsStream("/manual.txt")) {
            if (in == null) {
                throw new IllegalStateException("manual.txt is missing in the launcher");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
