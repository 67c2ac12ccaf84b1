package jp.todoke.local.processes;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What runs for one state directory: written by the launcher, read by later commands, and by the next start to find
 * what a killed launcher left behind.
 *
 * @param processes by name; "launcher" is the process that watches the others
 * @param ports by name
 */
public record RunRecord(boolean ready, Map<String, Started> processes, Map<String, Integer> ports) {

    public static final String LAUNCHER = "launcher";
    private static final String FILE = "run.properties";

    /** A process and its start, since a pid alone may belong to a stranger after a restart of the machine. */
    public record Started(long pid, Instant at) {
        /** The system reckons the start from its clock of today: when that is set, processes seem to have started at another time. */
        private static final Duration CLOCK_STEP = Duration.ofSeconds(5);

        public static Started of(ProcessHandle handle) {
            return new Started(handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
        }

        public Optional<ProcessHandle> alive() {
            // A dead process whose parent has not asked for its status yet has a pid and no program.
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(p -> p.info().command().isPresent())
                    .filter(p -> p.info().startInstant().map(started -> Duration.between(at, started).abs().compareTo(CLOCK_STEP) <= 0)
                            .orElse(false));
        }
    }

    public RunRecord {
        processes = Map.copyOf(processes);
        ports = Map.copyOf(ports);
    }

    public static Optional<RunRecord> read(Path stateDir) {
        Path file = stateDir.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var values = new Properties();
        try {
            values.load(new StringReader(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        Map<String, Started> processes = new LinkedHashMap<>();
        Map<String, Integer> ports = new LinkedHashMap<>();
        for (String key : values.stringPropertyNames()) {
            String value = values.getProperty(key);
            if (key.startsWith("process.")) {
                String[] parts = value.split(" ");
                processes.put(key.substring("process.".length()), new Started(Long.parseLong(parts[0]), Instant.parse(parts[1])));
            } else if (key.startsWith("port.")) {
                ports.put(key.substring("port.".length()), Integer.parseInt(value));
            }
        }
        return Optional.of(new RunRecord(Boolean.parseBoolean(values.getProperty("ready")), processes, ports));
    }

    public void write(Path stateDir) {
        var values = new Properties();
        values.setProperty("ready", Boolean.toString(ready));
        new TreeMap<>(processes).forEach((name, started) -> values.setProperty("process." + name, started.pid() + " " + started.at()));
        new TreeMap<>(ports).forEach((name, port) -> values.setProperty("port." + name, Integer.toString(port)));
        var text = new StringWriter();
        try {
            values.store(text, null);
            PrivateFile.write(stateDir.resolve(FILE), text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the state of this run into " + stateDir, e);
        }
    }

    public static void forget(Path stateDir) {
        try {
            Files.deleteIfExists(stateDir.resolve(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The run of a living launcher. */
    public static Optional<RunRecord> living(Path stateDir) {
        return Claim.isHeld(stateDir) ? read(stateDir) : Optional.empty();
    }

    public Optional<ProcessHandle> launcher() {
        return Optional.ofNullable(processes.get(LAUNCHER)).flatMap(Started::alive);
    }
}
