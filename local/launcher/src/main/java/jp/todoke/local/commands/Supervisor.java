package jp.todoke.local.commands;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.todoke.local.LocalSystem;
import jp.todoke.local.Mending;
import jp.todoke.local.Options;
import jp.todoke.local.Places;
import jp.todoke.local.ProcessNames;
import jp.todoke.local.Programs;
import jp.todoke.local.UserError;
import jp.todoke.local.processes.Program;
import org.slf4j.LoggerFactory;

/**
 * The process that stays when the command has ended: it owns everything that runs on a state directory.
 *
 * @param port of the gateway; 0 for any free port
 * @param cached with AOT caches: those of earlier starts are used, missing ones made
 */
public record Supervisor(Places places, int port, boolean cached) {

    /** Last line of the report when all went well; never shown. */
    static final String READY = "@ready";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    /** Starts the process, cut loose from the console; its standard output is the report. */
    static Process start(Places places, int port, boolean cached) {
        Program launcher = Programs.launcher(places).orElseThrow(() -> new UserError("Start Todoke with ./todoke"));
        List<String> command = new ArrayList<>();
        // Survives the end of the console. Where setsid exists (not on macOS), a later Ctrl-C in the same script spares it
        // too. Both become the java that they start, so the pid stays.
        command.add("nohup");
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("/usr/bin/setsid");
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll((cached ? launcher.withCache() : launcher).options());
        command.addAll(List.of("-jar", launcher.jar().toString(), "supervise", places.stateDir().toString(), Integer.toString(port),
                Boolean.toString(cached)));
        try {
            Files.createDirectories(places.logs());
            return new ProcessBuilder(command).directory(places.stateDir().toFile()).redirectInput(Path.of("/dev/null").toFile())
                    .redirectError(places.log("launcher-errors").toFile()).start();
        } catch (IOException e) {
            throw new UserError("Todoke cannot be started: " + e.getMessage());
        }
    }

    /** What the process does: it reports on standard output until ready, then keeps watch in silence until it is ended. */
    public int run() {
        LauncherLog.to(places.log(ProcessNames.LAUNCHER));
        LocalSystem system;
        var options = Options.of(places).withGatewayPort(port);
        try {
            system = LocalSystem.start(cached ? options : options.withoutCaches(), System.out::println);
        } catch (UserError e) {
            System.out.println(e.getMessage());
            return 1;
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Supervisor.class).error("start failed", e);
            System.out.println("The start failed: " + e.getMessage() + "\nMore in " + places.log(ProcessNames.LAUNCHER));
            return 1;
        }
        System.out.println(READY);
        System.out.flush();
        // Nobody reads any more.
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        if (cached) {
            Thread.ofPlatform().daemon().name("rehearsals").start(system::prepareNextStart);
        }
        keepWatch(system);
        return 0;
    }

    private static void keepWatch(LocalSystem system) {
        var mending = new Mending(system, InstantSource.system());
        var never = new CountDownLatch(1);
        try {
            while (!never.await(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                mending.look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            system.close();
        }
    }
}
