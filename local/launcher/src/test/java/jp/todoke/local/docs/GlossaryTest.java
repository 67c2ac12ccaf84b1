package jp.todoke.local.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.todoke.local.Repository;
import org.junit.jupiter.api.Test;

/** The glossary names nothing that is gone, and explains every value that a client of the API meets. */
class GlossaryTest {
    private static final Path GLOSSARY = Path.of("docs/glossary.md");
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]*");
    private static final Pattern IN_CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern ENUM = Pattern.compile("enum: \\[([^\\]]*)\\]");
    private static final Pattern VALUE = Pattern.compile("'([A-Z][A-Z_0-9]*)'");
    private final Sources sources = new Sources(Repository.root());

    @Test
    void everyIdentifierInItExists() {
        Set<String> known = known();
        assertTrue(known.size() > 1000, "the sources were not read");

        assertEquals("", named().stream().filter(name -> !known.contains(name)).collect(Collectors.joining("\n")));
    }

    @Test
    void everyValueOfTheApiIsExplained() {
        Map<String, String> values = new TreeMap<>();
        sources.endingWith(".yaml").filter(path -> path.startsWith("specs/api"))
                .forEach(path -> ENUM.matcher(sources.text(path)).results().flatMap(found -> Stream.of(found.group(1).split(",")))
                        .map(String::strip).filter(value -> value.matches("[A-Z][A-Z_0-9]*"))
                        .forEach(value -> values.put(value, path.toString())));
        assertTrue(values.size() > 50, "the documents were not read");
        values.keySet().removeAll(named());

        assertEquals("", values.entrySet().stream().map(value -> value.getKey() + " of " + value.getValue() + " has no term in " + GLOSSARY)
                .collect(Collectors.joining("\n")));
    }

    /** Whatever stands in backticks and is a name; paths and commands are looked at by {@link LinksTest}. */
    private Set<String> named() {
        return IN_CODE.matcher(sources.text(GLOSSARY)).results().map(code -> code.group(1)).filter(code -> NAME.matcher(code).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> known() {
        Set<String> known = new HashSet<>();
        sources.endingWith(".java").filter(path -> path.toString().contains("src/main/java"))
                .forEach(path -> words(sources.text(path).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)//.*$", "")
                        .replaceAll("(?s)\"\"\".*?\"\"\"", "").replaceAll("\"[^\"\\n]*\"", ""), known));
        sources.endingWith(".sql").forEach(path -> {
            String text = sources.text(path).replaceAll("(?m)--.*$", "");
            VALUE.matcher(text).results().forEach(value -> known.add(value.group(1)));
            words(text.replaceAll("'[^']*'", ""), known);
        });
        sources.endingWith(".yaml", ".yml").forEach(path -> {
            String text = sources.text(path).replaceAll("(?m)#.*$", "");
            Pattern.compile("([A-Za-z_][A-Za-z0-9_.-]*):(?=\\s)").matcher(text).results().forEach(key -> known.add(key.group(1)));
            ENUM.matcher(text).results()
                    .forEach(values -> Arrays.stream(values.group(1).split(",")).map(String::strip).forEach(known::add));
        });
        return known;
    }

    private static void words(String code, Set<String> known) {
        WORD.matcher(code).results().forEach(word -> known.add(word.group()));
    }
}
