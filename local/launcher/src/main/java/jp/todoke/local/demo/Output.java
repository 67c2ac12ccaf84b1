package jp.todoke.local.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Files for people; written aside and moved, so that a reader never takes half of a bank file for a whole one. */
final class Output {
    private Output() {}

    static Path write(Path directory, String name, byte[] bytes) {
        try {
            Files.createDirectories(directory);
            Path aside = Files.write(Files.createTempFile(directory, "unfinished", ".tmp"), bytes);
            return Files.move(aside, directory.resolve(Path.of(name).getFileName()), StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
