package jp.todoke.local.commands;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.TreeMap;
import jp.todoke.local.Places;
import jp.todoke.local.ProcessNames;
import jp.todoke.local.processes.Child;
import jp.todoke.local.processes.Claim;
import jp.todoke.local.processes.RunRecord;

/** What runs; exit status 0 only when all of it is ready. */
public final class StatusCommand {
    private final Places places;

    public StatusCommand(Places places) {
        this.places = places;
    }

    public int run() {
        Optional<RunRecord> record = RunRecord.read(places.stateDir());
        if (record.isEmpty()) {
            System.out.println("Todoke is not running. Start it with ./todoke up");
            return 1;
        }
        if (!Claim.isHeld(places.stateDir())) {
            System.out.println("The launcher was killed. ./todoke up clears what it left and starts again; ./todoke down only clears.");
            return 1;
        }
        return show(record.get()) ? 0 : 1;
    }

    private boolean show(RunRecord record) {
        boolean allReady = record.ready();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (var process : new TreeMap<>(record.processes()).entrySet()) {
                String name = process.getKey();
                Integer port = record.ports().get(name);
                boolean speaksHttp = port != null && !name.equals(ProcessNames.POSTGRES);
                boolean alive = process.getValue().alive().isPresent();
                int probed = record.ports().getOrDefault(ProcessNames.management(name), port == null ? 0 : port);
                String state = !alive ? "ended" : port == null || !speaksHttp || ready(http, name, probed) ? "ready" : "not ready";
                allReady &= state.equals("ready");
                System.out.println("%-18s %-10s pid %-8d %s".formatted(name, state, process.getValue().pid(),
                        !speaksHttp ? "" : "http://127.0.0.1:" + port));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        if (!record.ready()) {
            System.out.println("Todoke is still starting.");
        } else if (!allReady) {
            System.out.println("Something has ended; see ./todoke logs <process>, then ./todoke down and ./todoke up");
        }
        return allReady;
    }

    private static boolean ready(HttpClient http, String name, int port) throws InterruptedException {
        String path = name.equals(ProcessNames.DOUBLES) ? "/health" : "/actuator/health/readiness";
        return Child.isReady(http, URI.create("http://127.0.0.1:" + port + path));
    }
}
