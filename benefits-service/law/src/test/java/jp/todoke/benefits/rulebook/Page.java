package jp.todoke.benefits.rulebook;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines of a Markdown page. */
final class Page {
    private final StringBuilder text = new StringBuilder();

    void line(String line) {
        text.append(line).append('\n');
    }

    void heading(String heading) {
        text.append("\n## ").append(heading).append("\n\n");
    }

    void row(@Nullable String... cells) {
        line(Arrays.stream(cells).map(Page::cell).collect(Collectors.joining(" | ", "| ", " |")));
    }

    String text() {
        return text.toString();
    }

    private static String cell(@Nullable String cell) {
        return cell == null ? "" : cell.replace("|", "\\|").replace('\n', ' ');
    }
}
