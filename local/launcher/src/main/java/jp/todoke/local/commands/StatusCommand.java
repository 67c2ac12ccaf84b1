package jp.todoke.local.commands;

import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import jp.todoke.local.Options;
import jp.todoke.local.Places;
import jp.todoke.local.ProcessNames;
import jp.todoke.local.bench.Usage;
import jp.todoke.local.commands.SystemStatus.ProcessState;
import jp.todoke.local.commands.SystemStatus.ProcessStatus;
import jp.todoke.local.commands.SystemStatus.State;
import jp.todoke.local.issuer.Issuer;
import jp.todoke.local.processes.Child;
import jp.todoke.local.processes.Claim;
import jp.todoke.local.processes.RunRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What runs; exit status 0 only when all of it is ready. */
public final class StatusCommand {
    private static final int NOT_RUNNING = 3;
    private final Places places;
    private final PrintStream out;

    public StatusCommand(Places places, PrintStream out) {
        this.places = places;
        this.out = out;
    }

    public int run(boolean json) {
        SystemStatus status = look();
        if (json) {
            out.println(JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(status));
        } else {
            tell(status);
        }
        return switch (status.state()) {
            case READY -> 0;
            case STOPPED -> NOT_RUNNING;
            case STARTING, DEGRADED, KILLED -> 1;
        };
    }

    private void tell(SystemStatus status) {
        for (ProcessStatus process : status.processes()) {
            out.println("%-18s %-10s pid %-8d %s".formatted(process.name(), process.state().inWords(), process.pid(),
                    process.port() == null || process.name().equals(ProcessNames.POSTGRES) ? "" : "http://127.0.0.1:" + process.port())
                    .stripTrailing());
        }
        switch (status.state()) {
            case READY -> {
            }
            case STARTING -> out.println("Todoke is still starting.");
            case DEGRADED -> out.println(
                    "Something has ended and is being started again; ./todoke up waits for it, ./todoke logs <process> says why it ended");
            case KILLED ->
                out.println("The launcher was killed. ./todoke up clears what it left and starts again; ./todoke down only clears.");
            case STOPPED -> out.println("Todoke is not running. Start it with ./todoke up");
        }
    }

    private SystemStatus look() {
        Optional<RunRecord> found = RunRecord.read(places.stateDir());
        if (found.isEmpty()) {
            return SystemStatus.without(State.STOPPED, List.of());
        }
        RunRecord record = found.get();
        List<ProcessStatus> processes = processes(record);
        if (!Claim.isHeld(places.stateDir())) {
            return SystemStatus.without(State.KILLED, processes);
        }
        State state = !record.ready()
                ? State.STARTING
                : processes.stream().allMatch(ProcessStatus::ready) ? State.READY : State.DEGRADED;
        return SystemStatus.of(state, Options.BUSINESS_DATE, url(record, ProcessNames.GATEWAY), url(record, ProcessNames.ISSUER),
                processes);
    }

    /** Whether all of a run is there and can work. */
    static boolean isReady(RunRecord record) {
        return record.ready() && processes(record).stream().allMatch(ProcessStatus::ready);
    }

    private static @Nullable URI url(RunRecord record, String process) {
        Integer port = record.ports().get(process);
        return port == null ? null : Issuer.uriAt(port);
    }

    private static List<ProcessStatus> processes(RunRecord record) {
        var started = new TreeMap<>(record.processes());
        // The issuer has no process of its own.
        Optional.ofNullable(started.get(RunRecord.LAUNCHER)).filter(_ -> record.ports().containsKey(ProcessNames.ISSUER))
                .ifPresent(launcher -> started.put(ProcessNames.ISSUER, launcher));
        List<ProcessStatus> processes = new ArrayList<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (String name : new TreeSet<>(started.keySet())) {
                Integer port = record.ports().get(name);
                Integer probed = record.ports().getOrDefault(ProcessNames.management(name), port);
                processes.add(process(http, name, started.get(name), port, probed));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return processes;
    }

    private static ProcessStatus process(HttpClient http, String name, RunRecord.Started started, @Nullable Integer port,
            @Nullable Integer probed) throws InterruptedException {
        if (started.alive().isEmpty()) {
            return new ProcessStatus(name, ProcessState.ENDED, started.pid(), port, null, null);
        }
        boolean ready = probed == null || name.equals(ProcessNames.POSTGRES) || ready(http, name, probed);
        return new ProcessStatus(name, ready ? ProcessState.READY : ProcessState.NOT_READY, started.pid(), port,
                Duration.between(started.at(), Instant.now()).toSeconds(), memory(name, started.pid()));
    }

    private static @Nullable Long memory(String name, long pid) {
        return switch (name) {
            case ProcessNames.ISSUER -> null;
            case ProcessNames.POSTGRES -> Usage.familyMegabytes(pid);
            default -> Usage.residentMegabytes(pid);
        };
    }

    private static boolean ready(HttpClient http, String name, int port) throws InterruptedException {
        String path = switch (name) {
            case ProcessNames.DOUBLES -> "/health";
            case ProcessNames.ISSUER -> "/.well-known/openid-configuration";
            default -> "/actuator/health/readiness";
        };
        return Child.isReady(http, URI.create("http://127.0.0.1:" + port + path));
    }
}
