package jp.todoke.benefits.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jp.todoke.benefits.law.Reason;
import jp.todoke.benefits.law.Trace;

/**
 * One programme's page under {@code docs/programmes}: articles and their classes, values by date, a diagram of the questions, reasons,
 * scenarios, what is not covered and what is open.
 *
 * @param act     the Act in Japanese, as open questions name it
 * @param name    file name of the parameters, the scenarios and the page
 * @param folder  folder of the programme's package
 * @param reasons every reason the programme may give
 * @param traces  the traces of every scenario: together they show each question that can be asked
 */
public record RuleBook(String act, String title, String name, String folder, List<? extends Reason> reasons, List<Trace> traces) {

    private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent().getParent();
    private static final Path MODULE = Path.of("benefits-service", "law");

    /** The page as it should stand. */
    public String text() {
        var page = new Page();
        page.line("# " + title);
        page.line("");
        page.line("<!-- Written by the build from code, parameters and scenarios; change those, not this page. -->");
        page.line("");
        Source source = Source.of(REPOSITORY.resolve(MODULE).resolve("src/main/java/jp/todoke/benefits/programmes").resolve(folder));
        page.line(source.sentence());
        articles(page, source);
        diagram(page);
        parameters(page);
        reasons(page);
        scenarios(page);
        page.heading("Not covered");
        source.notCovered().forEach(item -> page.line("- " + item));
        openQuestions(page, source);
        return page.text();
    }

    /**
     * Fails when the page does not say what the programme does. Outside a build server the page is written again first, so that it only has to
     * be read and committed.
     */
    public void requireUpToDate() {
        Path file = REPOSITORY.resolve("docs/programmes").resolve(name + ".md");
        String wanted = text();
        try {
            if (Files.exists(file) && Files.readString(file).equals(wanted)) {
                return;
            }
            if (System.getenv("CI") == null) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, wanted, StandardCharsets.UTF_8);
                throw new AssertionError("docs/programmes/" + name + ".md was out of date and has been written again: read and commit it");
            }
            throw new AssertionError("docs/programmes/" + name + ".md is out of date: build once outside the build server and commit it");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void articles(Page page, Source source) {
        page.heading("Articles");
        page.row("article and rule", "class");
        page.row("---", "---");
        source.articles().forEach((type, sentence) -> page.row(sentence, "`" + type + "`"));
    }

    private void diagram(Page page) {
        page.heading("Questions");
        page.line(
                "Each box is a question the rules ask, with its provision and the answers seen; an arrow leads to what the answer rests on.");
        page.line("");
        page.line("```mermaid");
        new Diagram(traces).lines().forEach(page::line);
        page.line("```");
    }

    private void parameters(Page page) {
        page.heading("Values by date");
        ParameterPage.read(REPOSITORY.resolve(MODULE).resolve("src/main/resources/law").resolve(name + ".yaml")).writeTo(page);
    }

    private void reasons(Page page) {
        page.heading("Reasons");
        page.row("code", "article", "sentence of the notice", "教示");
        page.row("---", "---", "---", "---");
        for (Reason reason : reasons) {
            page.row("`" + reason.code() + "`", reason.article().toString(), reason.sentence(), reason.appealable() ? "yes" : "no");
        }
    }

    private void scenarios(Page page) {
        page.heading("Scenarios");
        page.row("id", "article", "what", "month", "outcome", "yen", "source");
        page.row("---", "---", "---", "---", "---", "---", "---");
        for (Map<String, String> row : Csv
                .rows(REPOSITORY.resolve(MODULE).resolve("src/test/resources/law").resolve(name + ".scenarios.csv"))) {
            page.row(row.get("id"), row.get("article"), row.get("sentence"), row.get("month"), row.get("outcome"), row.get("yen"),
                    row.get("source"));
        }
    }

    private void openQuestions(Page page, Source source) {
        page.heading("Open questions");
        OpenQuestions.about(act, REPOSITORY.resolve("docs/open-questions.md")).forEach(page::line);
        source.openQuestions().forEach(question -> page.line("- " + question));
    }
}
