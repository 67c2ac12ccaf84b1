package jp.todoke.local.commands;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jp.todoke.local.Places;
import jp.todoke.local.UserError;
import jp.todoke.local.logs.LogView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsCommandTest {
    private static final LogView.Wish ALL = new LogView.Wish(100, Optional.empty(), false);

    @TempDir
    private Path root;
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void saysThatNothingHasRunYet() {
        assertEquals("There are no logs yet; start with ./todoke up",
                assertThrows(UserError.class, () -> logs(Optional.empty())).getMessage());
    }

    @Test
    void namesTheLogsThatAreThere() throws IOException {
        write("build", "built\n");
        write("gateway", "ready\n");

        assertEquals("There is no log of gatway. There are: build, gateway",
                assertThrows(UserError.class, () -> logs(Optional.of("gatway"))).getMessage());
        assertEquals(0, logs(Optional.of("build")));
        assertEquals("built\n", shown.toString(StandardCharsets.UTF_8));
    }

    @Test
    void showsTheServicesTogetherAndABuildOnlyWhenAsked() throws IOException {
        write("build", "built\n");
        write("gateway", "ready\n");
        write("integration", "ready");

        assertEquals(0, logs(Optional.empty()));
        assertEquals("gateway | ready\nintegration | ready\n", shown.toString(StandardCharsets.UTF_8));
    }

    private int logs(Optional<String> service) {
        return new LogsCommand(Places.ofUp(root), new PrintStream(shown, true, StandardCharsets.UTF_8)).run(service, ALL, false);
    }

    private void write(String name, String text) throws IOException {
        Path log = Places.ofUp(root).log(name);
        Files.createDirectories(log.getParent());
        Files.writeString(log, text);
    }
}
