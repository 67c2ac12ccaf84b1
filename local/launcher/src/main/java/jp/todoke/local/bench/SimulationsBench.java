package jp.todoke.local.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import jp.todoke.local.ProcessNames;
import jp.todoke.local.Programs;
import jp.todoke.local.RunningSystem;
import jp.todoke.local.demo.DemoRun;

/**
 * Simulations over HTTP: single ones through the gateway and without it, and a batch of 100,000 households in the memory that the service has
 * anyway. The load comes from this machine and takes its share of the processors.
 */
public final class SimulationsBench implements DemoRun {
    private static final String SINGLE = "/api/v1/simulations";
    private static final String WITHOUT_TRACE = "?trace=none";
    private static final int CONNECTIONS = 8;
    private static final int PREPARED = 3_000;
    private static final Duration WARM_UP = Duration.ofSeconds(25);
    private static final Duration MEASURED = Duration.ofSeconds(15);
    private static final int HOUSEHOLDS = 100_000;
    private static final int WARM_UP_HOUSEHOLDS = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private final PrintStream figures;

    public SimulationsBench() {
        this(System.out);
    }

    SimulationsBench(PrintStream figures) {
        this.figures = figures;
    }

    @Override
    public int run(RunningSystem system) {
        String token = system.token("vendor");
        URI gateway = system.gatewayUrl();
        URI direct = system.url(ProcessNames.BENEFITS);
        try {
            single("gateway", gateway, SINGLE, token);
            single("direct", direct, SINGLE, token);
            single("direct_without_trace", direct, SINGLE + WITHOUT_TRACE, token);
            batches(system, direct, token);
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private void single(String name, URI server, String path, String token) throws InterruptedException {
        List<byte[]> requests = new ArrayList<>();
        for (int i = 0; i < PREPARED; i++) {
            requests.add(KeptConnection.request(server, path, token, SimulatedHouseholds.request(i)));
        }
        System.err.println("  " + name + ": " + CONNECTIONS + " connections, " + WARM_UP.toSeconds() + " s to warm up, then "
                + MEASURED.toSeconds() + " s");
        load(server, requests, WARM_UP);
        long begun = System.nanoTime();
        long[] micros = load(server, requests, MEASURED);
        long nanos = System.nanoTime() - begun;
        figure(name + ".requests_per_second", micros.length * 1_000_000_000L / nanos);
        figure(name + ".p50_us", micros[micros.length / 2]);
        figure(name + ".p99_us", micros[micros.length * 99 / 100]);
    }

    /** @return how long each request took, sorted */
    private static long[] load(URI server, List<byte[]> requests, Duration length) throws InterruptedException {
        long end = System.nanoTime() + length.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS)) {
            List<Future<long[]>> parts = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                int offset = i * requests.size() / CONNECTIONS;
                parts.add(threads.submit(() -> one(server, requests, offset, end)));
            }
            List<long[]> micros = new ArrayList<>();
            for (Future<long[]> part : parts) {
                micros.add(part.get());
            }
            return micros.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the load stopped", e.getCause());
        }
    }

    private static long[] one(URI server, List<byte[]> requests, int offset, long end) throws IOException {
        long[] micros = new long[1 << 16];
        int count = 0;
        try (var connection = new KeptConnection(server)) {
            long begun = System.nanoTime();
            while (begun < end) {
                int status = connection.send(requests.get((offset + count) % requests.size()));
                long ended = System.nanoTime();
                if (status != 200) {
                    throw new IOException("a simulation was answered with " + status);
                }
                if (count == micros.length) {
                    micros = Arrays.copyOf(micros, count * 2);
                }
                micros[count++] = (ended - begun) / 1_000;
                begun = ended;
            }
        }
        return Arrays.copyOf(micros, count);
    }

    private void batches(RunningSystem system, URI server, String token) throws IOException, InterruptedException {
        Path directory = Files.createDirectories(system.stateDir().resolve("out"));
        Path few = households(directory.resolve("households-few.ndjson"), WARM_UP_HOUSEHOLDS);
        Path many = households(directory.resolve("households.ndjson"), HOUSEHOLDS);
        long pid = system.pids().getOrDefault(ProcessNames.BENEFITS, 0L);
        try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (String trace : List.of(WITHOUT_TRACE, "")) {
                String name = trace.isEmpty() ? "batch" : "batch_without_trace";
                URI uri = server.resolve(SINGLE + ":batch" + trace);
                System.err.println("  " + name + ": " + HOUSEHOLDS + " households");
                batch(http, uri, token, few, WARM_UP_HOUSEHOLDS);
                long begun = System.nanoTime();
                try (var watch = new HeapWatch(pid)) {
                    long bytes = batch(http, uri, token, many, HOUSEHOLDS);
                    long nanos = System.nanoTime() - begun;
                    figure(name + ".households_per_second", HOUSEHOLDS * 1_000_000_000L / nanos);
                    figure(name + ".answer_mb", bytes >> 20);
                    figure(name + ".heap_peak_mb", watch.peakMegabytes());
                }
            }
        }
        Files.delete(few);
        Files.delete(many);
        figure("heap_limit_mb", Programs.BENEFITS_HEAP_MB);
        figure("resident_mb", Usage.residentMegabytes(pid));
    }

    private static Path households(Path file, int count) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < count; i++) {
                out.write(SimulatedHouseholds.request(i));
                out.write('\n');
            }
        }
        return file;
    }

    /** Each line must be an answer; @return bytes of all answers */
    private static long batch(HttpClient http, URI uri, String token, Path body, int expected) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(uri).timeout(PATIENCE).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-ndjson").POST(HttpRequest.BodyPublishers.ofFile(body)).build();
        HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
        var lines = new AnsweredLines();
        try (InputStream in = response.body()) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                lines.add(buffer, read);
            }
        }
        if (response.statusCode() != 200 || lines.decided() != expected) {
            throw new IOException("of " + expected + " households " + lines.decided() + " were decided, status " + response.statusCode());
        }
        return lines.bytes();
    }

    private void figure(String name, long value) {
        figures.println("simulations." + name + ": " + value);
    }
}
