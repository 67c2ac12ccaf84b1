package jp.todoke.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CommandLineTest {
    /** Started by {@code up} and by a start that makes its cache, not by a person. */
    private static final Set<String> UNTOLD = Set.of("supervise", "rehearse");

    @Test
    void theManualTellsExactlyTheCommandsOfTheLauncher() throws Exception {
        String launcher = Files.readString(Launcher.root().resolve("local/launcher/src/main/java/jp/todoke/local/Launcher.java"));
        Set<String> known = new TreeSet<>();
        Pattern.compile("case \"([a-z][a-z-]*)\"").matcher(launcher).results().map(found -> found.group(1)).forEach(known::add);
        known.removeAll(UNTOLD);

        assertEquals(known, new TreeSet<>(Manual.commands()));
    }

    @Test
    void eachPageEndsWithItsExitStatuses() {
        for (String command : Manual.commands()) {
            assertTrue(Manual.page(command).startsWith("./todoke " + command), command);
            assertTrue(Manual.page(command).contains("\n    Exit status: "), command);
            assertTrue(Manual.overview().contains("\n  " + command + " "), command);
        }
    }

    @Test
    void optionsMayStandInAnyOrder() {
        var words = new Words(List.of("-f", "gateway", "-n", "5"));

        assertEquals(Optional.of("5"), words.option("-n", "[0-9]+", "a number"));
        assertTrue(words.flag("-f"));
        assertEquals(Optional.of("gateway"), words.word());
        words.end();
    }

    @Test
    void whatIsNotUnderstoodIsNamed() {
        var words = new Words(List.of("--jason", "gateway"));

        words.word();
        assertEquals("not understood: --jason", assertThrows(NotUnderstood.class, words::end).getMessage());
        assertEquals("-n needs a number, not x",
                assertThrows(NotUnderstood.class, () -> new Words(List.of("-n", "x")).option("-n", "[0-9]+", "a number")).getMessage());
        assertEquals("-n needs a number",
                assertThrows(NotUnderstood.class, () -> new Words(List.of("-n")).option("-n", "[0-9]+", "a number")).getMessage());
        assertEquals("Understood is: ./todoke status [--json]", Manual.synopsis("status"));
        assertTrue(Manual.synopsis("stauts").startsWith("Usage: ./todoke <command>"));
    }
}
