package jp.todoke.local.processes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.todoke.local.postgres.EmbeddedCluster;

/** What a killed launcher left running on a state directory. Call only with the {@link Claim} in hand. */
public final class Leftovers {
    private static final String POSTGRES = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Leftovers() {}

    /** An option of the JVM that tells whose child a process is, also when the launcher died before it could write that down. */
    static String mark(Path stateDir) {
        return "-Dtodoke.instance=" + stateDir;
    }

    /** @return how many processes were ended */
    public static int clear(Path stateDir, Path postgresData) {
        Stream<ProcessHandle> recorded = RunRecord.read(stateDir).stream().flatMap(record -> record.processes().entrySet().stream())
                // PostgreSQL takes this signal as "wait until everybody has left"; it is stopped in its own way below.
                .filter(process -> !process.getKey().equals(POSTGRES)).map(Map.Entry::getValue)
                .map(RunRecord.Started::alive).flatMap(Optional::stream);
        Stream<ProcessHandle> marked = ProcessHandle.allProcesses()
                .filter(p -> p.info().arguments().map(arguments -> Arrays.asList(arguments).contains(mark(stateDir))).orElse(false));
        List<ProcessHandle> left = Stream.concat(recorded, marked).distinct().filter(p -> p.pid() != ProcessHandle.current().pid())
                .toList();
        Stopping.stop(left, PATIENCE);
        int servers = EmbeddedCluster.stopLeftover(postgresData) ? 1 : 0;
        RunRecord.forget(stateDir);
        return left.size() + servers;
    }
}
