package jp.todoke.local.drill;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.todoke.local.Options;
import jp.todoke.local.Places;
import jp.todoke.local.ProcessNames;
import jp.todoke.local.RunningSystem;
import jp.todoke.local.Secrets;
import jp.todoke.local.issuer.Issuer;
import jp.todoke.local.postgres.Database;
import jp.todoke.local.postgres.EmbeddedCluster;
import jp.todoke.local.processes.Ports;
import jp.todoke.local.processes.RunRecord;
import jp.todoke.local.tokens.Wallet;

/** An instance in other processes, reached as its users reach it: brought up and down by the commands, known by what they keep. */
public final class Instance implements RunningSystem {
    /** The commands {@code up} (false when it failed) and {@code down}. */
    public interface Commands {
        boolean up(Places places, int port);

        void down(Places places);
    }

    private final Commands commands;
    private final Places places;
    private final int port = Ports.free();
    private volatile RunRecord record = new RunRecord(false, Map.of(), Map.of());
    private volatile Wallet wallet = new Wallet(Issuer.uriAt(0), _ -> "", Clock.systemUTC());

    Instance(Commands commands, Places places) {
        this.commands = commands;
        this.places = places;
    }

    /** As {@code ./todoke up}. */
    boolean up() {
        keepLogs();
        if (!commands.up(places, port)) {
            return false;
        }
        RunRecord before = record;
        record = RunRecord.living(places.stateDir()).orElse(before);
        if (!record.ports().equals(before.ports())) {
            wallet = new Wallet(url(ProcessNames.ISSUER), Secrets.keptIn(places.secrets())::ofClient, Clock.systemUTC());
        }
        return true;
    }

    void down() {
        commands.down(places);
    }

    /** A start writes new logs; those of a killed run are kept beside. */
    private void keepLogs() {
        if (!Files.isDirectory(places.logs()) || RunRecord.living(places.stateDir()).isPresent()) {
            return;
        }
        try (Stream<Path> logs = Files.list(places.logs())) {
            Path kept = Files.createDirectories(places.stateDir().resolve("logs-of-killed").resolve(Long.toString(System.nanoTime())));
            for (Path log : logs.toList()) {
                Files.copy(log, kept.resolve(log.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the logs of a killed run cannot be kept", e);
        }
    }

    List<Path> logs() {
        return Stream.of(places.logs(), places.stateDir().resolve("logs-of-killed")).filter(Files::isDirectory).flatMap(Instance::files)
                .toList();
    }

    private static Stream<Path> files(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException("the logs cannot be listed", e);
        }
    }

    /** Whether a start has come so far that there is something to kill. */
    boolean hasRecord() {
        return RunRecord.read(places.stateDir()).flatMap(RunRecord::launcher).isPresent();
    }

    /** By SIGKILL. False where the process is not there, as in an early moment of a start. */
    boolean kill(Target target) {
        RunRecord now = RunRecord.read(places.stateDir()).orElse(record);
        List<ProcessHandle> victims = switch (target) {
            // The launcher first: a dead one starts nothing again.
            case EVERYTHING -> Stream.concat(Stream.of(RunRecord.LAUNCHER), now.processes().keySet().stream()).distinct()
                    .flatMap(name -> family(now, name)).toList();
            case POSTGRES_FAMILY -> family(now, ProcessNames.POSTGRES).toList();
            default -> process(now, target.label()).stream().toList();
        };
        victims.forEach(ProcessHandle::destroyForcibly);
        return !victims.isEmpty();
    }

    private static Optional<ProcessHandle> process(RunRecord record, String name) {
        return Optional.ofNullable(record.processes().get(name)).flatMap(RunRecord.Started::alive);
    }

    private static Stream<ProcessHandle> family(RunRecord record, String name) {
        return process(record, name).stream().flatMap(one -> {
            var all = new ArrayList<ProcessHandle>(List.of(one));
            if (name.equals(ProcessNames.POSTGRES)) {
                all.addAll(one.descendants().toList());
            }
            return all.stream();
        });
    }

    @Override
    public URI gatewayUrl() {
        return Issuer.uriAt(port);
    }

    @Override
    public String token(String user) {
        return wallet.ofPerson(user);
    }

    @Override
    public String clientToken(String clientId) {
        return wallet.ofSystem(clientId);
    }

    @Override
    public Path stateDir() {
        return places.stateDir();
    }

    @Override
    public LocalDate businessDate() {
        return Options.BUSINESS_DATE;
    }

    @Override
    public Database database() {
        return EmbeddedCluster.databaseOn(places.postgresData(), url(ProcessNames.POSTGRES).getPort());
    }

    @Override
    public URI url(String process) {
        return Issuer.uriAt(record.ports().getOrDefault(process, 0));
    }

    @Override
    public Map<String, Long> pids() {
        return record.processes().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().pid()));
    }
}
