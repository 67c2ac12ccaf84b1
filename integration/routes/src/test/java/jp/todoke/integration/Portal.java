package jp.todoke.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** The folder of the double in which the portal's applications lie; the portal remembers numbers, so each test uses its own. */
public final class Portal {
    static final Path DATA = data();
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private Portal() {}

    public static String number() {
        return "P20261116-%06d".formatted(NUMBERS.incrementAndGet());
    }

    public static void put(String municipality, String number, byte[] content) {
        try {
            Path file = DATA.resolve("applications").resolve(municipality + "_" + number + ".zip");
            Files.write(file, content);
            Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-16T00:00:00Z")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void takeAway(String municipality, String number) {
        try {
            Files.delete(DATA.resolve("applications").resolve(municipality + "_" + number + ".zip"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void clear() {
        try (Stream<Path> files = Files.list(DATA.resolve("applications"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path data() {
        try {
            Path data = Files.createTempDirectory(Path.of("target"), "national").toAbsolutePath();
            Files.createDirectory(data.resolve("applications"));
            try (Stream<Path> files = Files.list(Path.of("src/test/resources/national"))) {
                for (Path file : files.toList()) {
                    Files.copy(file, data.resolve(file.getFileName()));
                }
            }
            return data;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
