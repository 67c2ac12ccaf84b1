package jp.todoke.benefits.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The rows of the list of open questions that name an Act. */
final class OpenQuestions {
    private OpenQuestions() {}

    static List<String> about(String act, Path file) {
        try {
            return Files.readAllLines(file).stream().filter(line -> line.startsWith("| ") && line.contains(act))
                    .map(line -> line.split("\\|"))
                    .filter(cells -> cells.length > 3 && !cells[1].isBlank())
                    .map(cells -> "- " + cells[2].strip() + " — " + cells[3].strip())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
