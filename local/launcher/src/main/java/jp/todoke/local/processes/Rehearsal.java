package jp.todoke.local.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Starts a program once more, for nothing but its {@link AotCache}: it ends by itself as soon as it could work. The
 * running ones are not asked to record, because writing a cache takes the end of a process ten seconds.
 *
 * @param ending options of the JVM and arguments by which the program ends by itself
 */
public record Rehearsal(Program program, Ending ending) {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration ABANDONED = Duration.ofMinutes(15);
    private static final String ASIDE = "rehearsal";
    private static final Path NICE = Path.of("/usr/bin/nice");

    /** How a program is told to end by itself. */
    public record Ending(List<String> options, List<String> arguments) {
        public Ending {
            options = List.copyOf(options);
            arguments = List.copyOf(arguments);
        }
    }

    public AotCache cache() {
        return AotCache.of(program.jar(), program.options());
    }

    /**
     * Makes the cache; an interrupt ends the attempt and leaves nothing.
     *
     * @return false when the program did not leave a cache; the log tells why
     */
    public boolean run(Path workDir, Path log) throws InterruptedException, IOException {
        AotCache cache = cache();
        Path aside = Files.createTempDirectory(cache.folder(), ASIDE);
        forgetAbandoned(aside);
        Process process = null;
        try {
            Path made = aside.resolve("made.aot");
            process = start(made, workDir, log);
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0 || !Files.exists(made)) {
                return false;
            }
            cache.keep(made);
            return true;
        } finally {
            if (process != null) {
                end(process.toHandle());
            }
            Directories.delete(aside);
        }
    }

    private Process start(Path made, Path workDir, Path log) throws IOException {
        List<String> command = new ArrayList<>();
        // The system is up already: its users come first.
        if (Files.isExecutable(NICE)) {
            command.addAll(List.of(NICE.toString(), "-n", "19"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(program.options());
        command.addAll(ending.options());
        command.add("-XX:AOTCacheOutput=" + made);
        command.add("-jar");
        command.add(program.jar().toString());
        command.addAll(ending.arguments());
        var builder = new ProcessBuilder(command).directory(workDir.toFile()).redirectErrorStream(true).redirectOutput(log.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(onOtherPorts());
        return builder.start();
    }

    private Map<String, String> onOtherPorts() {
        Map<String, String> environment = new HashMap<>(program.environment());
        environment.replaceAll((name, value) -> name.endsWith("_PORT") ? Integer.toString(Ports.free()) : value);
        return environment;
    }

    /** The JVM writes the cache in a process of its own. */
    private static void end(ProcessHandle process) throws InterruptedException {
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        family.add(process);
        family.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle member : family) {
            member.onExit().completeOnTimeout(member, 5, TimeUnit.SECONDS).join();
        }
    }

    /** What a kill left of earlier rehearsals; younger ones may belong to another instance. */
    private static void forgetAbandoned(Path own) throws IOException {
        Instant now = Files.getLastModifiedTime(own).toInstant();
        try (var asides = Files.newDirectoryStream(own.getParent(), ASIDE + "*")) {
            for (Path aside : asides) {
                if (Files.getLastModifiedTime(aside).toInstant().plus(ABANDONED).isBefore(now)) {
                    Directories.delete(aside);
                }
            }
        }
    }
}
