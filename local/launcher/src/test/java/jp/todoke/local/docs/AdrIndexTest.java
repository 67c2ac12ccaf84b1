package jp.todoke.local.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import jp.todoke.local.Repository;
import org.junit.jupiter.api.Test;

/** Decisions are found by their list, which is written from their titles; each says why, what, and what follows. */
class AdrIndexTest {
    private static final Path INDEX = Path.of("docs/adr/README.md");
    private static final String HEAD = "|---|---|\n";
    private static final String PAGE = "docs/adr/\\d{4}-[a-z0-9-]+\\.md";
    private final Sources sources = new Sources(Repository.root());

    @Test
    void theListNamesEachDecisionByItsTitle() throws IOException {
        String index = sources.text(INDEX);
        String rows = pages().stream().map(this::row).collect(Collectors.joining());
        String wanted = index.substring(0, index.indexOf(HEAD) + HEAD.length()) + rows;
        assertTrue(pages().size() > 10, "the decisions were not read");

        if (!index.equals(wanted) && System.getenv("CI") == null) {
            Files.writeString(Repository.root().resolve(INDEX), wanted);
        }
        assertEquals(wanted, index, INDEX + " was out of date and, outside a build server, has been written again: read and commit it");
    }

    @Test
    void eachDecisionSaysWhyWhatAndWhatFollows() {
        for (Path page : pages()) {
            List<String> lines = sources.text(page).lines().toList();
            assertTrue(lines.stream().anyMatch(line -> line.startsWith("Status: ")), page + " has no status");
            List<String> parts = lines.stream().filter(line -> line.matches("## (Context|Decision|Consequences)")).toList();
            assertEquals(List.of("## Context", "## Decision", "## Consequences"), parts, page.toString());
        }
    }

    private List<Path> pages() {
        return sources.endingWith(".md").filter(path -> path.toString().matches(PAGE)).toList();
    }

    private String row(Path page) {
        String name = page.getFileName().toString();
        String title = sources.text(page).lines().findFirst().orElse("").replaceFirst("# (?:ADR )?\\d+\\.?:? (?:— )?", "");
        return "| %s | [%s](%s) |%n".formatted(name.substring(0, 4), title, name);
    }
}
