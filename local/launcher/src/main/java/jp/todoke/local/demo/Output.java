package jp.todoke.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files for people. */
final class Output {
    private Output() {}

    static Path write(Path directory, String name, byte[] bytes) {
        try {
            Files.createDirectories(directory);
            return Files.write(directory.resolve(Path.of(name).getFileName()), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
