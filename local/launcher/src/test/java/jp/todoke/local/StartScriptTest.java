package jp.todoke.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The start script where its build fails: nothing is started, and what is wrong is told. */
class StartScriptTest {
    @TempDir
    private Path root;

    @ParameterizedTest(name = "{0}, Maven: {1}")
    @CsvSource(useHeadersInDisplayName = true, textBlock = """
            command, maven,                                                                  told
            up,      echo '[ERROR] COMPILATION ERROR'; exit 1,                               [ERROR] COMPILATION ERROR
            demo,    echo '[ERROR] COMPILATION ERROR'; exit 1,                               [ERROR] COMPILATION ERROR
            up,      kill -9 $$,                                                             The build failed
            """)
    void stopsWithWhatMavenSaid(String command, String maven, String told) throws IOException, InterruptedException {
        Files.copy(Repository.root().resolve("todoke"), root.resolve("todoke"));
        Path bin = Files.createDirectory(root.resolve("bin"));
        Files.writeString(bin.resolve("mvn"), "#!/bin/sh\n" + maven + "\n");
        assertTrue(bin.resolve("mvn").toFile().setExecutable(true));
        var builder = new ProcessBuilder("sh", root.resolve("todoke").toString(), command).redirectErrorStream(true);
        builder.environment().put("PATH", bin + ":" + System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));

        Process script = builder.start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertEquals(1, script.waitFor(), said);
        assertTrue(said.contains(told), said);
        assertTrue(said.contains("The build failed; the whole log is " + root.toRealPath() + "/.todoke/logs/build.log"), said);
    }
}
