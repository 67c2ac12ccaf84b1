package jp.todoke.local.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import jp.todoke.local.Manual;
import jp.todoke.local.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksTest {
    @TempDir
    private Path root;

    @Test
    void everythingThatADocumentNamesIsThere() {
        assertEquals("", String.join("\n", Links.broken(new Sources(Repository.root()), Manual.commands())));
    }

    @Test
    void findsWhatIsNotThere() throws IOException {
        write("docs/a.md",
                """
                        # A title, with a `word`
                        ## Twice
                        ## Twice
                        [1](b.md) [2](../specs/x.yaml) [3](#a-title-with-a-word) [4](a.md#twice-1) [5](https://laws.e-gov.go.jp/law/346AC0000000073)
                        `specs/x.yaml` `specs/…/x.yaml` `specs/*.yaml` `specs/<name>.yaml` `specs/` `and/or` `GET /api/v1/cases` `./todoke up` `./todoke`
                        ```
                        [in code](nowhere.md)
                        ```
                        """);
        write("docs/b.md", """
                [1](c.md) [2](a.md#nothing) [3](https://wiki.example.com/page)
                `specs/y.yaml` `specs/<name>.csv` `./todoke pu`
                """);
        write("specs/x.yaml", "a: docs/no.md\n# see docs/a.md and docs/gone.md\n");
        write("specs/deep/x.yaml", "");

        assertEquals(List.of("docs/b.md: no c.md", "docs/b.md: no heading for a.md#nothing",
                "docs/b.md: a reference that may rot, its host is not among those we rely on: https://wiki.example.com/page",
                "docs/b.md: no specs/y.yaml", "docs/b.md: no specs/<name>.csv", "docs/b.md: no command ./todoke pu",
                "specs/x.yaml: no docs/gone.md"),
                Links.broken(new Sources(root), Set.of("up")));
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
