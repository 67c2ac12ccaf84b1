package jp.todoke.local.processes;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.todoke.local.postgres.EmbeddedCluster;

/** What a killed launcher left running on a state directory. Call only with the {@link Claim} in hand. */
public final class Leftovers {
    private static final String POSTGRES = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Leftovers() {}

    /** @return how many processes were ended */
    public static int clear(Path stateDir, Path postgresData) {
        List<ProcessHandle> left = RunRecord.read(stateDir).stream().flatMap(record -> record.processes().entrySet().stream())
                // PostgreSQL takes this signal as "wait until everybody has left"; it is stopped in its own way below.
                .filter(process -> !process.getKey().equals(POSTGRES)).map(Map.Entry::getValue)
                .map(RunRecord.Started::alive).flatMap(Optional::stream).filter(p -> p.pid() != ProcessHandle.current().pid()).toList();
        Stopping.stop(left, PATIENCE);
        int servers = EmbeddedCluster.stopLeftover(postgresData) ? 1 : 0;
        RunRecord.forget(stateDir);
        return left.size() + servers;
    }
}
