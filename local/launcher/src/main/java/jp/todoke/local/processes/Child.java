package jp.todoke.local.processes;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.todoke.local.UserError;

/** One service as a child process. */
public final class Child {
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(150);
    private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(3);
    private static final int LAST_LINES = 15;

    private final Program program;
    private final Process process;
    private final Path workDir;
    private final Path log;

    private Child(Program program, Process process, Path workDir, Path log) {
        this.program = program;
        this.process = process;
        this.workDir = workDir;
        this.log = log;
    }

    public static Child start(Program program, Path workDir, Path log) {
        return start(program, workDir, log, ProcessBuilder.Redirect.to(log.toFile()));
    }

    /** The same program once more; its log goes on. */
    public Child again() {
        return start(program, workDir, log, ProcessBuilder.Redirect.appendTo(log.toFile()));
    }

    private static Child start(Program program, Path workDir, Path log, ProcessBuilder.Redirect output) {
        if (!Files.isReadable(program.jar())) {
            throw new UserError(
                    program.name() + " is not built: " + program.jar() + " is missing.\nBuild it with: mvn -B -DskipTests package");
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(program.options());
        command.add(Leftovers.mark(workDir));
        command.add("-jar");
        command.add(program.jar().toString());
        var builder = new ProcessBuilder(command).directory(workDir.toFile()).redirectErrorStream(true).redirectOutput(output)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().putAll(program.environment());
        try {
            Files.createDirectories(log.getParent());
            return new Child(program, builder.start(), workDir, log);
        } catch (IOException e) {
            throw new UserError(program.name() + " cannot be started: " + e.getMessage());
        }
    }

    public String name() {
        return program.name();
    }

    public long pid() {
        return process.pid();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + program.port());
    }

    /** Waits for readiness; a child that ends or stays silent too long is an error that shows the end of its log. */
    public void awaitReady(HttpClient http, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!isReady(http, url().resolve(program.readiness()))) {
            if (process.waitFor(BETWEEN_PROBES.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new UserError(program.name() + " ended during its start with status " + process.exitValue() + ".\n" + lastLines());
            }
            if (System.nanoTime() > deadline) {
                throw new UserError(program.name() + " is not ready after " + patience.toSeconds() + " s.\n" + lastLines());
            }
        }
    }

    public boolean isReady() {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return isReady(http, url().resolve(program.readiness()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    public static boolean isReady(HttpClient http, URI readiness) throws InterruptedException {
        var request = HttpRequest.newBuilder(readiness).timeout(PROBE_TIMEOUT).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(log);
            var tail = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
            return "Last lines of its log:\n  | " + String.join("\n  | ", tail) + "\nThe whole log: " + log;
        } catch (IOException e) {
            return "Its log: " + log;
        }
    }
}
