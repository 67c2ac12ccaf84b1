package jp.todoke.local.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.todoke.local.Repository;
import org.junit.jupiter.api.Test;

/** Decisions are found by their list: it names each page once, by the title that the page has. */
class AdrIndexTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d{4}) \\| \\[(.+)]\\((\\1-[a-z0-9-]+\\.md)\\) \\|$");
    private static final String DIRECTORY = "docs/adr/";
    private final Sources sources = new Sources(Repository.root());

    @Test
    void theListNamesEachDecisionByItsTitle() {
        Map<String, String> listed = ROW.matcher(sources.text(Path.of(DIRECTORY + "README.md"))).results()
                .collect(Collectors.toMap(row -> row.group(3), row -> "# " + row.group(1) + " " + row.group(2), (a, _) -> a, TreeMap::new));
        Map<String, String> pages = sources.endingWith(".md").map(Path::toString).filter(path -> path.matches(DIRECTORY + "\\d{4}-.*"))
                .collect(Collectors.toMap(path -> path.substring(DIRECTORY.length()), path -> lines(path).getFirst(), (a, _) -> a,
                        TreeMap::new));
        assertTrue(pages.size() > 10, "the decisions were not read");

        assertEquals(pages, listed);
    }

    @Test
    void eachDecisionSaysWhyWhatAndWhatFollows() {
        sources.endingWith(".md").map(Path::toString).filter(path -> path.matches(DIRECTORY + "\\d{4}-.*")).forEach(path -> {
            List<String> lines = lines(path);
            assertTrue(lines.get(2).matches("Status: (proposed|in force|replaced by \\d{4}) · \\d{4}-\\d{2}-\\d{2}"),
                    path + ": " + lines.get(2));
            assertEquals(List.of("## Context", "## Decision", "## Consequences"),
                    lines.stream().filter(line -> line.startsWith("## ")).toList(), path);
        });
    }

    private List<String> lines(String path) {
        return sources.text(Path.of(path)).lines().toList();
    }
}
