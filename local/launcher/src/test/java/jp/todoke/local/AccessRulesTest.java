package jp.todoke.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each rule of specs/api/access-rules.md names tests that exist. */
class AccessRulesTest {
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT))\\.([^`]+)`");
    private static final Path ROOT = Launcher.root();
    private static final List<String> MODULES = List.of("specs", "gateway", "benefits-service", "integration", "local");

    @Test
    void everyRuleNamesATestThatExists() throws IOException {
        List<String> rules = Files.readAllLines(ROOT.resolve("specs/api/access-rules.md")).stream().filter(line -> line.startsWith("| "))
                .skip(1).toList();
        assertTrue(rules.size() > 5);
        Map<String, String> tests = tests();
        for (String rule : rules) {
            assertTrue(NAMED.matcher(rule).find(), () -> "no test proves: " + rule);
        }
        assertEquals(List.of(), rules.stream().flatMap(rule -> NAMED.matcher(rule).results())
                .filter(named -> !tests.getOrDefault(named.group(1), "").contains(" " + named.group(2) + "("))
                .map(named -> named.group()).distinct().toList());
    }

    /** Their sources by class. */
    private static Map<String, String> tests() {
        return MODULES.stream().flatMap(AccessRulesTest::javaFiles)
                .collect(Collectors.toMap(file -> file.getFileName().toString().replace(".java", ""), AccessRulesTest::text,
                        (one, other) -> one + other));
    }

    private static Stream<Path> javaFiles(String module) {
        try (Stream<Path> files = Files.walk(ROOT.resolve(module))) {
            return files.filter(file -> file.toString().contains("/src/test/java/") && file.toString().matches(".*(Test|IT)\\.java"))
                    .toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
