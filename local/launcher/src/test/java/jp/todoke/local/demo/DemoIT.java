package jp.todoke.local.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jp.todoke.local.RunningSystem;
import jp.todoke.local.SystemUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole main job: sixty applications for 児童手当 and 31 for 児童扶養手当, each ending as its Act wants it. */
@ExtendWith(SystemUnderTest.class)
class DemoIT {
    @Test
    void everyApplicationEndsAsItsActWantsIt(RunningSystem system) throws IOException {
        DoneDemo done = DoneDemo.once();
        System.out.println(done.report());
        assertEquals(0, done.status(), "differences stand in the report above");
        assertEquals(51 + 22, files(system.outDir().resolve("notices")).size());
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
