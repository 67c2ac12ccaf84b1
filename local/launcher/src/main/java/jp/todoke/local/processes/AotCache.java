package jp.todoke.local.processes;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The JVM's ahead-of-time cache of one unpacked program: classes loaded and linked in a {@link Rehearsal}. It lies beside
 * the program and so belongs to one build; its name says for which JVM and options it was made and how long it is. A JVM
 * that is given an unfit cache says so and starts slower than without one: then it is given none.
 */
public final class AotCache {
    private static final String SUFFIX = ".aot";
    private final Path folder;
    private final String key;

    private AotCache(Path folder, String key) {
        this.folder = folder;
        this.key = key;
    }

    /** @param options of the JVM that is to use it */
    public static AotCache of(Path jar, List<String> options) {
        Stream<String> jvm = Stream.of("java.vm.vendor", "java.vm.version", "os.arch").map(System::getProperty);
        // What a cache does not depend on may differ: size of the heap, compiler, settings of the program.
        Stream<String> binding = options.stream()
                .filter(option -> !option.matches("-Xm[sx].*|-D.*|-XX:TieredStopAtLevel=.*"));
        return new AotCache(jar.toAbsolutePath().getParent(), digest(Stream.concat(jvm, binding).toList()));
    }

    /** Empty when there is none, or only a part of one. */
    public Optional<Path> file() {
        try (var files = Files.list(folder)) {
            return files.filter(this::isWhole).findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private boolean isWhole(Path file) {
        return file.equals(fileOf(file.toFile().length()));
    }

    /** Where a finished file of this length is kept. */
    public Path fileOf(long length) {
        return folder.resolve(key + "-" + length + SUFFIX);
    }

    /** Takes over a finished file and forgets those of other JVMs and options, so that a build keeps one. */
    void keep(Path made) throws IOException {
        Path kept = fileOf(made.toFile().length());
        try (var files = Files.list(folder)) {
            for (Path other : files.filter(file -> file.getFileName().toString().endsWith(SUFFIX)).toList()) {
                Files.delete(other);
            }
        }
        Files.move(made, kept, StandardCopyOption.ATOMIC_MOVE);
    }

    Path folder() {
        return folder;
    }

    private static String digest(List<String> parts) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
