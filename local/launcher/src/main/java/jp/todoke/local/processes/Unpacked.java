package jp.todoke.local.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Executable jars unpacked into a folder: reading jars inside a jar costs a service about a third of its start. Unpacked
 * once for each build of the jar, by Spring Boot's own tool. A build has a folder of its own, so that a later build does
 * not take the classes away from an instance that still runs.
 */
public final class Unpacked {
    private static final int PATIENCE_SECONDS = 60;
    private static final int BUILDS_KEPT = 2;

    private Unpacked() {}

    /** @return the jar to start: the unpacked one, or the given one where it cannot be unpacked */
    public static Path of(Path jar, Path programs) {
        if (jar.startsWith(programs)) {
            return jar;
        }
        try {
            String artifact = jar.getFileName().toString().replace(".jar", "");
            Path folder = programs.resolve(artifact).resolve(Long.toString(Files.getLastModifiedTime(jar).toMillis()));
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder.getParent());
                Path aside = Files.createTempDirectory(folder.getParent(), "new");
                if (!unpack(jar, aside.resolve("unpacked"))) {
                    Directories.delete(aside);
                    return jar;
                }
                Files.move(aside.resolve("unpacked"), folder, StandardCopyOption.ATOMIC_MOVE);
                Directories.delete(aside);
                forgetOld(folder.getParent());
            }
            return folder.resolve(jar.getFileName());
        } catch (IOException e) {
            return jar;
        }
    }

    private static boolean unpack(Path jar, Path folder) throws IOException {
        Process tool = new ProcessBuilder(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC", "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", folder.toString()))
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            if (tool.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return tool.exitValue() == 0 && Files.exists(folder.resolve(jar.getFileName()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tool.destroyForcibly();
        return false;
    }

    private static void forgetOld(Path builds) throws IOException {
        try (var folders = Files.list(builds)) {
            folders.filter(folder -> folder.getFileName().toString().matches("[0-9]+"))
                    .sorted(Comparator.comparing((Path folder) -> Long.parseLong(folder.getFileName().toString())).reversed())
                    .skip(BUILDS_KEPT)
                    .forEach(Directories::delete);
        }
    }
}
