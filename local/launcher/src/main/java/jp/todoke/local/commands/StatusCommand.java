package jp.todoke.local.commands;

import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
    private final Clock clock;

    public StatusCommand(Places places, PrintStream out, Clock clock) {
        this.places = places;
        this.out = out;
        this.clock = clock;
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
        return record.ready() && states(record).values().stream().allMatch(state -> state == ProcessState.READY);
    }

    private static @Nullable URI url(RunRecord record, String process) {
        Integer port = record.ports().get(process);
        return port == null ? null : Issuer.uriAt(port);
    }

    private List<ProcessStatus> processes(RunRecord record) {
        Map<String, RunRecord.Started> started = started(record);
        return states(record).entrySet().stream().map(process -> status(record, process.getKey(), started.get(process.getKey()),
                process.getValue())).toList();
    }

    private ProcessStatus status(RunRecord record, String name, RunRecord.Started started, ProcessState state) {
        Integer port = record.ports().get(name);
        return state == ProcessState.ENDED
                ? new ProcessStatus(name, state, started.pid(), port, null, null)
                : new ProcessStatus(name, state, started.pid(), port, Duration.between(started.at(), clock.instant()).toSeconds(),
                        memory(name, started.pid()));
    }

    private static SortedMap<String, RunRecord.Started> started(RunRecord record) {
        var started = new TreeMap<>(record.processes());
        // The issuer has no process of its own.
        Optional.ofNullable(started.get(RunRecord.LAUNCHER)).filter(_ -> record.ports().containsKey(ProcessNames.ISSUER))
                .ifPresent(launcher -> started.put(ProcessNames.ISSUER, launcher));
        return started;
    }

    private static SortedMap<String, ProcessState> states(RunRecord record) {
        var states = new TreeMap<String, ProcessState>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (var process : started(record).entrySet()) {
                String name = process.getKey();
                Integer port = record.ports().getOrDefault(ProcessNames.management(name), record.ports().get(name));
                states.put(name, process.getValue().alive().isEmpty() ? ProcessState.ENDED : state(http, name, port));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return states;
    }

    private static ProcessState state(HttpClient http, String name, @Nullable Integer port) throws InterruptedException {
        boolean ready = port == null || name.equals(ProcessNames.POSTGRES) || ready(http, name, port);
        return ready ? ProcessState.READY : ProcessState.NOT_READY;
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
