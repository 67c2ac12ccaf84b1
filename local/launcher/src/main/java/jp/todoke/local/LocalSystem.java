package jp.todoke.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import jp.todoke.local.issuer.Issuer;
import jp.todoke.local.postgres.Database;
import jp.todoke.local.postgres.EmbeddedCluster;
import jp.todoke.local.processes.Child;
import jp.todoke.local.processes.Claim;
import jp.todoke.local.processes.Directories;
import jp.todoke.local.processes.Leftovers;
import jp.todoke.local.processes.Program;
import jp.todoke.local.processes.RunRecord;
import jp.todoke.local.processes.Stopping;
import jp.todoke.local.processes.Unpacked;
import jp.todoke.local.tokens.Wallet;
import jp.todoke.local.traces.SpanFiles;
import jp.todoke.local.traces.TraceSink;
import org.jspecify.annotations.Nullable;

/**
 * The whole of Todoke on this machine, owned by this process: issuer and PostgreSQL here, the services as child
 * processes. Whatever ends this process in an orderly way ends them too; what a kill leaves behind, the next start clears.
 */
public final class LocalSystem implements RunningSystem, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(180);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(12);

    private final Options options;
    private final Progress progress;
    private final Claim claim;
    private final Map<String, Integer> ports;
    private final Secrets secrets;
    private final Wallet wallet;
    private final List<Child> children = new CopyOnWriteArrayList<>();
    private final List<Program> programs = new CopyOnWriteArrayList<>();
    private final Rehearsals rehearsals;
    private final Thread hook = new Thread(this::stopEverything, "stop");
    private final long begun = System.nanoTime();
    private final OwnPostgres postgres;
    private @Nullable Issuer issuer;
    private @Nullable TraceSink traces;
    private boolean stopped;
    private final Object stopping = new Object();
    private boolean allStopped;

    private LocalSystem(Options options, Progress progress, Claim claim) {
        this.options = options;
        this.progress = progress;
        this.claim = claim;
        this.rehearsals = new Rehearsals(options.places());
        this.ports = PortPlan.make(options);
        this.postgres = new OwnPostgres(options.places().postgresData(), port(ProcessNames.POSTGRES), options.places().postgresBinaries());
        this.secrets = Secrets.keptIn(options.places().secrets());
        this.wallet = new Wallet(Issuer.uriAt(port(ProcessNames.ISSUER)), secrets::ofClient, Clock.systemUTC());
    }

    /** Starts everything and returns when everything is ready; when anything fails, nothing is left running. */
    public static LocalSystem start(Options options, Progress progress) {
        Places places = options.places();
        Claim claim = Claim.on(places.stateDir())
                .orElseThrow(() -> new UserError("Todoke is already running or starting on " + places.stateDir()
                        + ".\nSee ./todoke status; stop it with ./todoke down"));
        LocalSystem system;
        try {
            int left = Leftovers.clear(places.stateDir(), places.postgresData());
            if (left > 0) {
                progress.say("  stopped " + left + " processes that a killed run had left");
            }
            makeDirectories(places);
            system = new LocalSystem(options, progress, claim);
        } catch (RuntimeException e) {
            claim.close();
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(system.hook);
        try {
            system.startEverything();
            return system;
        } catch (RuntimeException e) {
            if (system.isStopped()) {
                throw new UserError("Stopped before it was ready; nothing is left running.");
            }
            system.close();
            throw e;
        }
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private static void makeDirectories(Places places) {
        try {
            for (Path directory : List.of(places.logs(), places.out(), places.files(), places.postgresBinaries())) {
                Files.createDirectories(directory);
            }
            // Both: the state of a test lies elsewhere than the programs.
            Directories.ownerOnly(places.postgresBinaries().getParent());
            Directories.ownerOnly(places.stateDir());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write into " + places.stateDir(), e);
        }
    }

    private void startEverything() {
        var plan = new Programs(options, ports, secrets);
        record(false);
        // A thread of our own: those of the common pool do not see the classes inside the executable jar.
        var issuing = CompletableFuture.runAsync(() -> timed(ProcessNames.ISSUER, this::startIssuer),
                work -> new Thread(work, "issuer").start());
        var unpacking = Thread
                .startVirtualThread(() -> Programs.JARS.forEach((module, artifact) -> Unpacked.of(options.places().jar(module, artifact),
                        options.places().programs())));
        timed(ProcessNames.POSTGRES, postgres::start);
        startTraces();
        join(unpacking);
        // The longest starts first: two processors share the work.
        spawn(plan.benefits(database()));
        spawn(plan.integration(database()));
        spawn(plan.gateway());
        spawn(plan.doubles());
        record(false);
        try (HttpClient http = HttpClient.newHttpClient()) {
            var waits = children.stream().map(
                    child -> CompletableFuture.runAsync(() -> timed(child.name(), () -> await(child, http)), Thread::startVirtualThread));
            firstFailure(Stream.concat(Stream.of(issuing), waits).toList());
        }
        record(true);
        progress.say("Ready after " + seconds() + " s");
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void firstFailure(List<CompletableFuture<Void>> parts) {
        var failed = new CompletableFuture<Void>();
        parts.forEach(part -> part.whenComplete((_, e) -> {
            if (e != null) {
                failed.completeExceptionally(e);
            }
        }));
        try {
            CompletableFuture.anyOf(failed, CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new))).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static void await(Child child, HttpClient http) {
        try {
            child.awaitReady(http, PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UserError("interrupted");
        }
    }

    private void startIssuer() {
        Issuer started = Issuer.start(port(ProcessNames.ISSUER), options.places().signingKey(), secrets.ofClients());
        synchronized (this) {
            issuer = started;
        }
    }

    private synchronized void startTraces() {
        if (!stopped) {
            traces = TraceSink.start(port(ProcessNames.TRACES), new SpanFiles(options.places().traces()));
        }
    }

    private synchronized void spawn(Program program) {
        if (stopped) {
            throw new UserError("stopped");
        }
        begin(program.from(Unpacked.of(program.jar(), options.places().programs())));
    }

    private synchronized void begin(Program unpacked) {
        programs.add(unpacked);
        children.add(Child.start(options.cached() ? unpacked.withCache() : unpacked, options.places().stateDir(),
                options.places().log(unpacked.name())));
    }

    /** Makes what the next start profits from, as far as it is missing; takes a minute of processor time at low priority. */
    public void prepareNextStart() {
        rehearsals.run(List.copyOf(programs));
    }

    private void timed(String name, Runnable start) {
        start.run();
        if (isStopped()) {
            throw new UserError("stopped");
        }
        progress.say("  %-18s ready after %5s s".formatted(name, seconds()));
    }

    private String seconds() {
        long tenths = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 100;
        return tenths / 10 + "." + tenths % 10;
    }

    private synchronized void record(boolean ready) {
        if (stopped) {
            return;
        }
        Map<String, RunRecord.Started> processes = new LinkedHashMap<>();
        processes.put(RunRecord.LAUNCHER, RunRecord.Started.of(ProcessHandle.current()));
        postgres.running().filter(EmbeddedCluster::isAlive).flatMap(cluster -> ProcessHandle.of(cluster.pid()))
                .ifPresent(server -> processes.put(ProcessNames.POSTGRES, RunRecord.Started.of(server)));
        children.forEach(child -> processes.put(child.name(), RunRecord.Started.of(child.handle())));
        new RunRecord(ready, processes, ports).write(options.places().stateDir());
    }

    /** Starts a second process of a service, which shares its work, and returns when it is ready. @return its name */
    public String startSecond(String name) {
        Program first = programs.stream().filter(program -> program.name().equals(name)).findFirst().orElseThrow();
        Program second = Programs.second(first);
        begin(second);
        try (HttpClient http = HttpClient.newHttpClient()) {
            timed(second.name(), () -> await(children.getLast(), http));
        }
        record(true);
        return second.name();
    }

    /** Whether a process that was started has become ready. */
    public boolean isReady(String name) {
        return children.stream().anyMatch(child -> child.name().equals(name) && child.isReady());
    }

    /** What was started and no longer runs. */
    public List<String> ended() {
        return Stream.concat(Stream.of(ProcessNames.POSTGRES).filter(_ -> postgres.hasEnded()),
                children.stream().filter(child -> !child.handle().isAlive()).map(Child::name)).toList();
    }

    /** Starts again one of {@link #ended()}; whether it becomes ready, it shows by itself. */
    public void restart(String name) {
        if (name.equals(ProcessNames.POSTGRES)) {
            postgres.start();
        } else {
            synchronized (this) {
                if (stopped) {
                    throw new UserError("stopped");
                }
                children.replaceAll(child -> child.name().equals(name) ? child.again() : child);
            }
        }
        record(true);
    }

    @Override
    public void close() {
        stopEverything();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The machine is going down already; the hook has run or finds nothing to do.
        }
    }

    /** Whoever comes second waits until the first is through. */
    private void stopEverything() {
        synchronized (this) {
            stopped = true;
        }
        synchronized (stopping) {
            if (!allStopped) {
                stopInOrder();
                allStopped = true;
            }
        }
    }

    private void stopInOrder() {
        rehearsals.stop();
        Stopping.stop(children.stream().map(Child::handle).toList(), STOP_PATIENCE);
        Issuer tokens;
        TraceSink sink;
        synchronized (this) {
            tokens = issuer;
            sink = traces;
        }
        quietly(() -> {
            if (sink != null) {
                sink.close();
            }
        });
        quietly(() -> {
            if (tokens != null) {
                tokens.close();
            }
        });
        quietly(postgres::stop);
        Stopping.stop(ProcessHandle.current().descendants().filter(this::isOurs).toList(), STOP_PATIENCE);
        quietly(() -> EmbeddedCluster.stopLeftover(options.places().postgresData()));
        quietly(() -> RunRecord.forget(options.places().stateDir()));
        quietly(claim::close);
    }

    private boolean isOurs(ProcessHandle process) {
        return process.info().command().map(command -> command.startsWith(options.places().postgresBinaries().toString())).orElse(false)
                || children.stream().anyMatch(child -> child.pid() == process.pid());
    }

    private void quietly(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            progress.say("  while stopping: " + e.getMessage());
        }
    }

    @Override
    public URI gatewayUrl() {
        return url(ProcessNames.GATEWAY);
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
        return options.places().stateDir();
    }

    @Override
    public LocalDate businessDate() {
        return options.businessDate();
    }

    @Override
    public Database database() {
        return postgres.running().orElseThrow(LocalSystem::notRunning).database();
    }

    @Override
    public URI url(String process) {
        if (!ports.containsKey(process)) {
            throw new IllegalArgumentException("no such process: " + process);
        }
        return Issuer.uriAt(port(process));
    }

    @Override
    public Map<String, Long> pids() {
        Map<String, Long> pids = new LinkedHashMap<>();
        pids.put(ProcessNames.LAUNCHER, ProcessHandle.current().pid());
        pids.put(ProcessNames.POSTGRES, postgres.running().orElseThrow(LocalSystem::notRunning).pid());
        children.forEach(child -> pids.put(child.name(), child.pid()));
        return pids;
    }

    private int port(String name) {
        return ports.getOrDefault(name, 0);
    }

    private static IllegalStateException notRunning() {
        return new IllegalStateException("not running");
    }
}
