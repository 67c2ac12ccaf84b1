package jp.todoke.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import jp.todoke.local.postgres.EmbeddedCluster;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL of one instance. */
final class OwnPostgres {
    private static final Duration START_PATIENCE = Duration.ofSeconds(5);

    private final Path data;
    private final int port;
    private final Path binaries;
    private final Lock starting = new ReentrantLock();
    private @Nullable EmbeddedCluster cluster;
    private @Nullable Thread starter;
    private boolean stopped;

    OwnPostgres(Path data, int port, Path binaries) {
        this.data = data;
        this.port = port;
        this.binaries = binaries;
    }

    /** Holds the lock for the whole start: a stop that comes meanwhile waits, since half a server cannot be stopped. */
    void start() {
        starting.lock();
        try {
            EmbeddedCluster earlier = begin();
            if (earlier != null) {
                earlier.close();
            }
            EmbeddedCluster started = EmbeddedCluster.start(data, port, binaries);
            synchronized (this) {
                cluster = started;
            }
        } finally {
            synchronized (this) {
                starter = null;
            }
            starting.unlock();
        }
    }

    private synchronized @Nullable EmbeddedCluster begin() {
        if (stopped) {
            throw new UserError("stopped");
        }
        starter = Thread.currentThread();
        return cluster;
    }

    void stop() {
        synchronized (this) {
            stopped = true;
        }
        awaitStart();
        running().ifPresent(EmbeddedCluster::close);
        EmbeddedCluster.stopLeftover(data);
    }

    /** Ctrl-C reaches PostgreSQL's own tools as well; then the start waits for a server that will never answer. */
    private void awaitStart() {
        try {
            if (!starting.tryLock(START_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                synchronized (this) {
                    if (starter != null) {
                        starter.interrupt();
                    }
                }
                starting.lock();
            }
            starting.unlock();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As it was started last; it may have ended meanwhile. */
    synchronized Optional<EmbeddedCluster> running() {
        return Optional.ofNullable(cluster);
    }

    /** Whether it was started and runs no more. */
    boolean hasEnded() {
        return running().filter(server -> !server.isAlive()).isPresent();
    }
}
