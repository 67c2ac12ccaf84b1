package jp.todoke.local.badinput;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** docs/bad-input.md is written from the tables of the end-to-end tests: what stands there was seen. In CI a stale page is an error. */
class BadInputDocumentTest {
    private static final Path PAGE = Path.of("..", "..", "docs", "bad-input.md");

    @Test
    void tellsWhatTheTablesTell() throws IOException {
        String wanted = page();
        if (System.getenv("CI") == null) {
            Files.writeString(PAGE, wanted, StandardCharsets.UTF_8);
        }
        assertEquals(wanted, Files.readString(PAGE, StandardCharsets.UTF_8), "run the tests without CI and commit docs/bad-input.md");
    }

    private static String page() {
        var page = new StringBuilder(
                """
                        # Bad input and what the system answers

                        Written by `BadInputDocumentTest` from the tables in `local/launcher/src/test/resources/bad-input`, which `BodiesIT`, `TokensIT`, `PackagesIT`
                        and `CharactersIT` send to the running system. Change the tables, not this page.

                        Each refusal is a problem document (RFC 9457) with `code`, `correlationId` and, for every wrong place at once, a JSON pointer, a code and a
                        message in Japanese that says what to do. It never repeats a value. Nothing is written, and the Idempotency-Key stays free; only a refused
                        package is kept, as it came, with its reasons, and its key answers the same again. No log of any process holds what was sent.

                        ## Decisions behind the tables

                        - **Text** is one line of visible characters unless the contract says `format: lines`. Refused with `CHARACTER`: control characters, characters that
                          steer the direction or stay invisible, noncharacters, U+FFFD, half surrogate pairs, a variation selector without its ideograph, and 外字 of the
                          private use area of the BMP, which mean something else in each system. The supplementary private use area is taken: 行政事務標準文字 carries its
                          additional characters there (that all of planes 15 and 16 may hold them is our own assumption).
                        - **Names** are kept letter by letter, never normalised, and counted in characters: a letter with its IVS is one. They are full-width (データ型 N; a
                          half-width blank between the parts is tolerated) and begin with a letter. So no name begins as a formula does, in either width, whatever table it
                          is once written to; today no output of the system is a CSV file.
                        - **Numbers with check digits** (個人番号, 全国地方公共団体コード) are checked wherever they come in, the token's `municipality_code` included.
                        - **JSON** is UTF-8 without byte order mark, every name once, nothing behind its end, at most 500 levels and 200,000 tokens; of more than 500 wrong
                          places the first 500 are named. Compressed bodies (Content-Encoding) and other character sets are refused.
                        - **Methods and paths** that no contract lists are one thing: 404, whatever exists elsewhere.

                        """);
        table(page, "JSON bodies, headers, queries, paths, methods", "Sent",
                Scenario.table("bodies").stream().map(BadInputDocumentTest::row).toList());
        table(page, "Tokens (at the gateway; straight at a service the same but where said)", "Sent", Scenario.rows("tokens", 6)
                .map(cells -> line(cells.get(1), cells.get(3), cells.get(4), cells.get(5).isEmpty() ? "" : "at a service: " + cells.get(5)))
                .toList());
        table(page, "Application packages", "Sent", Scenario.table("packages").stream().map(BadInputDocumentTest::row).toList());
        page.append("## Names\n\n| Name | in the register's feed | in a package |\n|---|---|---|\n");
        Scenario.rows("characters", 5).forEach(cells -> page
                .append("| %s | %s | %s |\n".formatted(escaped(cells.get(1)), cells.get(3),
                        cells.get(4).replace("/application.xml/children/0/name ", ""))));
        return page.toString();
    }

    private static void table(StringBuilder page, String title, String first, List<String> rows) {
        page.append("## ").append(title).append("\n\n| ").append(first).append(" | Status | Code | Named |\n|---|---|---|---|\n");
        rows.forEach(page::append);
        page.append('\n');
    }

    private static String row(Scenario row) {
        return line(row.sent(), Integer.toString(row.status()), row.code(), row.named());
    }

    private static String line(String sent, String status, String code, String named) {
        return "| %s | %s | %s | %s |\n".formatted(escaped(sent), status, code.equals("-") ? "" : code, named.equals("-") ? "" : named);
    }

    private static String escaped(String text) {
        return text.replace("*", "\\*").replace("<", "&lt;");
    }
}
