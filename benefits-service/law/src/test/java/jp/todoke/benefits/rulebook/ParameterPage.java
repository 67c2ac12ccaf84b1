package jp.todoke.benefits.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The values of a parameter file, a table for each; the comment behind a name is its heading. */
record ParameterPage(Map<String, Object> document, Map<String, String> comments) {
    private static final Pattern NAME = Pattern.compile("^  ([a-z0-9_]+):\\s*#\\s*(.*)$");

    static ParameterPage read(Path file) {
        try {
            String content = Files.readString(file);
            var comments = new LinkedHashMap<String, String>();
            for (String line : content.split("\n")) {
                Matcher name = NAME.matcher(line);
                if (name.matches()) {
                    comments.put(name.group(1), name.group(2));
                }
            }
            return new ParameterPage(map(new Load(LoadSettings.builder().build()).loadFromString(content)), comments);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void writeTo(Page page) {
        map(document.get("parameters")).forEach((name, rows) -> {
            page.line("### `" + name + "` " + comments.getOrDefault(name, ""));
            page.line("");
            page.row("from", "value", "article", "amended by", "promulgated", "checked", "source");
            page.row("---", "---", "---", "---", "---", "---", "---");
            for (Object each : (List<?>) rows) {
                Map<String, Object> row = map(each);
                page.row(text(row, "from"), text(row, "value"), text(row, "article"), text(row, "amended_by"), text(row, "promulgated"),
                        text(row, "checked"), text(row, "source"));
            }
            page.line("");
        });
    }

    private static String text(Map<String, Object> row, String key) {
        return String.valueOf(row.get(key));
    }

    private static Map<String, Object> map(Object value) {
        var map = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) value).forEach((key, entry) -> map.put(String.valueOf(key), entry));
        return map;
    }
}
