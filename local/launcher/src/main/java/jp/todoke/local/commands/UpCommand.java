package jp.todoke.local.commands;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.todoke.local.Options;
import jp.todoke.local.Places;
import jp.todoke.local.ProcessNames;
import jp.todoke.local.UserError;
import jp.todoke.local.issuer.Person;
import jp.todoke.local.processes.RunRecord;
import jp.todoke.local.processes.Stopping;

/**
 * Starts everything and leaves it running. The command itself ends when all is ready; a second process, cut loose from
 * the console, stays and owns the rest.
 */
public final class UpCommand {
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(40);
    private static final Duration MEND_PATIENCE = Duration.ofSeconds(180);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private final Places places;

    private final PrintStream out;

    public UpCommand(Places places) {
        this(places, System.out);
    }

    public UpCommand(Places places, PrintStream out) {
        this.places = places;
        this.out = out;
    }

    public int run(int port) {
        var running = RunRecord.living(places.stateDir());
        if (running.isPresent()) {
            return alreadyRuns(running.get());
        }
        out.println("Starting Todoke (state and logs: " + places.stateDir() + ")");
        Process supervisor = Supervisor.start(places, port, true);
        Thread giveUp = new Thread(() -> Stopping.stop(List.of(supervisor.toHandle()), STOP_PATIENCE), "give-up");
        Runtime.getRuntime().addShutdownHook(giveUp);
        if (!follow(supervisor, giveUp)) {
            return 1;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(giveUp);
        } catch (IllegalStateException e) {
            // Ctrl-C came at the last moment and counts: the hook stops everything.
            return 1;
        }
        explain(RunRecord.read(places.stateDir())
                .orElseThrow(() -> new UserError("Todoke ended right after its start. Its log: " + places.log(ProcessNames.LAUNCHER))));
        return 0;
    }

    private int alreadyRuns(RunRecord record) {
        if (!record.ready()) {
            out.println("Todoke is starting already in another window.");
            return 1;
        }
        if (StatusCommand.isReady(record)) {
            out.println("Todoke is already running.");
        } else if (isMended()) {
            out.println("Todoke is running again: something had ended and was started again.");
        } else {
            out.println("Todoke is running, but not all of it becomes ready; see ./todoke status and ./todoke logs");
            return 1;
        }
        explain(record);
        return 0;
    }

    /** What has ended the launcher starts again; this waits for it. */
    private boolean isMended() {
        long end = System.nanoTime() + MEND_PATIENCE.toNanos();
        try {
            while (System.nanoTime() < end) {
                var record = RunRecord.living(places.stateDir());
                if (record.isEmpty() || StatusCommand.isReady(record.get())) {
                    return record.isPresent();
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** Shows the supervisor's progress until it is ready (true) or has ended (false). */
    private boolean follow(Process supervisor, Thread giveUp) {
        try (BufferedReader report = supervisor.inputReader(StandardCharsets.UTF_8)) {
            for (String line = report.readLine(); line != null; line = report.readLine()) {
                if (line.equals(Supervisor.READY)) {
                    return true;
                }
                out.println(line);
            }
            if (supervisor.waitFor(STOP_PATIENCE.toSeconds(), TimeUnit.SECONDS) && supervisor.exitValue() != 1 && !giveUp.isAlive()) {
                out.println(
                        "The launcher ended with status " + supervisor.exitValue() + "; see " + places.log("launcher-errors") + " and "
                                + places.log(ProcessNames.LAUNCHER));
            }
            return false;
        } catch (IOException e) {
            throw new UserError("The launcher does not report any more; see " + places.log(ProcessNames.LAUNCHER));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void explain(RunRecord record) {
        int gateway = record.ports().getOrDefault(ProcessNames.GATEWAY, 0);
        int issuer = record.ports().getOrDefault(ProcessNames.ISSUER, 0);
        var text = new StringBuilder();
        text.append("\nGateway   http://127.0.0.1:").append(gateway).append("   (health: /actuator/health)\n");
        text.append("Issuer    http://127.0.0.1:").append(issuer).append("   (/.well-known/openid-configuration)\n");
        text.append("Business date ").append(Options.BUSINESS_DATE).append(" (a test system)\n\nUsers     (password = name + \"-demo\")\n");
        for (Person person : Person.all()) {
            text.append("  %-14s %-12s municipality %s%n".formatted(person.name(), person.role().claim(), person.municipalityCode()));
        }
        text.append("\nTry\n  curl -H \"Authorization: Bearer $(./todoke token caseworker)\" http://127.0.0.1:").append(gateway)
                .append("/api/v1/cases\n");
        text.append("  ./todoke demo --on-up   (fills it with the cases of the fictional municipality)\n");
        text.append("\nStop with ./todoke down");
        out.println(text);
    }
}
