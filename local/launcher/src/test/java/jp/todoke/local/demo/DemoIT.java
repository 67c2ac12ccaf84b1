package jp.todoke.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jp.todoke.local.RunningSystem;
import jp.todoke.local.SystemUnderTest;
import jp.todoke.local.sample.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole main job: sixty applications for 児童手当 and 31 for 児童扶養手当, each ending as its Act wants it, and nothing personal where it does not belong. */
@ExtendWith(SystemUnderTest.class)
class DemoIT {
    /** Every 個人番号 of the sample begins like this; no other number in the system does. */
    private static final Pattern KOJINBANGO = Pattern.compile("9999[89]\\d{7}");
    private static final Pattern ADDRESS = Pattern.compile("東京都(届野市|隣野市)\\p{L}+丁目");

    @Test
    void everyApplicationEndsAsItsActWantsIt(RunningSystem system) throws IOException {
        var text = new ByteArrayOutputStream();
        int status = new Demo(new PrintStream(text, true, StandardCharsets.UTF_8)).run(system);
        String report = text.toString(StandardCharsets.UTF_8);
        System.out.println(report);
        assertEquals(0, status, "differences stand in the report above");
        assertFalse(KOJINBANGO.matcher(report).find(), "a 個人番号 in the report");
        assertFalse(ADDRESS.matcher(report).find(), "an address in the report");
        assertEquals(51 + 22, files(system.outDir().resolve("notices")).size());
        for (Path log : files(system.stateDir().resolve("logs"))) {
            String content = Files.readString(log);
            assertFalse(KOJINBANGO.matcher(content).find(), "a 個人番号 in " + log);
            assertFalse(ADDRESS.matcher(content).find(), "an address in " + log);
        }
    }

    /** What the search above looks for is what the sample has. */
    @Test
    void thePatternsFindWhatTheyLookFor() {
        String feed = Sample.residentFeed(Sample.TODOKENO);
        assertTrue(KOJINBANGO.matcher(feed).find() && ADDRESS.matcher(feed).find());
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
