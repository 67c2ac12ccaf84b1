package jp.todoke.local.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
    @TempDir
    private Path directory;
    private Path path;
    private LogFile file;

    @BeforeEach
    void name() {
        path = directory.resolve("gateway.log");
        file = new LogFile(path);
    }

    @AfterEach
    void close() {
        file.close();
    }

    @Test
    void waitsForAFileThatIsNotThereYetAndReadsOnWhereItStopped() throws IOException {
        assertEquals(List.of(), read());
        append("one\ntwo\n");
        assertEquals(List.of("one", "two"), read());
        assertEquals(List.of(), read());
        append("three\n");
        assertEquals(List.of("three"), read());
    }

    @Test
    void handsOverWholeLinesOnlyEvenWhenACharacterIsCut() throws IOException {
        byte[] line = "届出\n".getBytes(StandardCharsets.UTF_8);
        Files.write(path, Arrays.copyOf(line, 2));
        assertEquals(List.of(), read());
        Files.write(path, Arrays.copyOfRange(line, 2, line.length), StandardOpenOption.APPEND);
        assertEquals(List.of("届出"), read());
    }

    @Test
    void startsAgainWhenTheFileIsEmptied() throws IOException {
        append("a long first line\nhalf");
        assertEquals(List.of("a long first line"), read());
        Files.writeString(path, "new\n", StandardOpenOption.TRUNCATE_EXISTING);
        assertEquals(List.of("half", "new"), read());
    }

    @Test
    void readsTheOldFileToItsEndWhenAnotherTakesItsName() throws IOException {
        append("old 1\n");
        assertEquals(List.of("old 1"), read());
        append("old 2\nold 3");
        Files.move(path, directory.resolve("gateway.log.1"));
        assertEquals(List.of("old 2"), read(), "the new one is not there yet");
        Path other = directory.resolve("other");
        Files.writeString(other, "new 1\n");
        Files.move(other, path, StandardCopyOption.ATOMIC_MOVE);
        assertEquals(List.of("old 3", "new 1"), read());
    }

    private void append(String text) throws IOException {
        Files.writeString(path, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private List<String> read() {
        List<String> lines = new ArrayList<>();
        file.read(lines::add);
        return lines;
    }
}
