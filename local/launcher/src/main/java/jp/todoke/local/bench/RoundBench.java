package jp.todoke.local.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import jp.todoke.local.ProcessNames;
import jp.todoke.local.RunningSystem;
import jp.todoke.local.demo.DemoRun;
import jp.todoke.local.demo.Patience;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A round of inquiries from its upload to the last outcome, through the gateway, with doubles that answer at once: what is measured is our own
 * way, and what the doubles need on the same machine. One line in a hundred cannot be translated, one in a thousand is no line at all.
 */
public final class RoundBench implements DemoRun {
    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(30), Duration.ofMillis(500));
    private static final int BAR = 40;
    /** Last digits to which the built-in persons of the doubles answer; most have declared an income. */
    private static final String[] ENDINGS = {"001", "001", "001", "001", "001", "001", "001", "004", "061", "031"};
    private static final JsonMapper JSON = JsonMapper.shared();
    private final int persons;
    private final PrintStream figures;

    public RoundBench(int persons) {
        this(persons, System.out);
    }

    RoundBench(int persons, PrintStream figures) {
        this.persons = persons;
        this.figures = figures;
    }

    @Override
    public int run(RunningSystem system) {
        String token = system.token("caseworker");
        try (HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            Path list = list(Files.createDirectories(system.stateDir().resolve("out")).resolve("round.csv"));
            long begun = System.nanoTime();
            try (var watch = new HeapWatch(system.pids().getOrDefault(ProcessNames.INTEGRATION, 0L))) {
                String round = start(http, system.gatewayUrl(), token, list);
                figure("upload_ms", (System.nanoTime() - begun) / 1_000_000);
                JsonNode progress = PATIENCE.await("the outcome of each line", () -> done(http, system.gatewayUrl(), token, round));
                long nanos = System.nanoTime() - begun;
                System.err.println();
                figure("persons", persons);
                figures.println("round.seconds: " + nanos / 1_000_000_000 + "." + nanos / 100_000_000 % 10);
                figure("persons_per_second", persons * 1_000_000_000L / nanos);
                progress.path("answered").properties()
                        .forEach(outcome -> figure("answered." + outcome.getKey(), outcome.getValue().asLong()));
                figure("errors_listed", lines(http, system.gatewayUrl(), token, round + "/errors"));
                figure("answers_listed", lines(http, system.gatewayUrl(), token, round + "/answers"));
                figure("integration_heap_peak_mb", watch.peakMegabytes());
            }
            Files.delete(list);
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private Path list(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("atenabango\r\n");
            for (int i = 0; i < persons; i++) {
                String first = i % 100 == 99 ? "99999%07d" : i % 1_000 == 500 ? "no-number%d" : "%012d";
                out.write(first.formatted(i + 1) + ENDINGS[i % ENDINGS.length] + "\r\n");
            }
        }
        return file;
    }

    private static String start(HttpClient http, URI gateway, String token, Path list) throws IOException, InterruptedException {
        HttpRequest request = request(gateway,
                "?procedure=CHILD_ALLOWANCE_NEW&kind=TAX&purpose=YEARLY_INCOME&year=2026&providerMunicipality=139980", token)
                .header("Content-Type", "text/csv").header("Idempotency-Key", "bench-" + UUID.randomUUID())
                .POST(HttpRequest.BodyPublishers.ofFile(list)).build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 202) {
            throw new IOException("the round was answered with " + answer.statusCode());
        }
        return "/" + JSON.readTree(answer.body()).path("roundId").asString();
    }

    private Optional<JsonNode> done(HttpClient http, URI gateway, String token, String round) {
        try {
            HttpResponse<String> answer = http.send(request(gateway, round, token).GET().build(), HttpResponse.BodyHandlers.ofString());
            JsonNode read = JSON.readTree(answer.body());
            long open = read.at("/progress/open").asLong(persons);
            int filled = (int) ((persons - open) * BAR / persons);
            System.err.print("\r  [" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] " + (persons - open) + " of " + persons);
            return read.path("state").asString("").equals("COMPLETED") ? Optional.of(read.path("progress")) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static long lines(HttpClient http, URI gateway, String token, String what) throws IOException, InterruptedException {
        var answer = http.send(request(gateway, what, token).GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            return lines.lines().count();
        }
    }

    private static HttpRequest.Builder request(URI gateway, String what, String token) {
        return HttpRequest.newBuilder(gateway.resolve("/api/v1/inquiry-rounds" + what)).timeout(Duration.ofMinutes(5))
                .header("Authorization", "Bearer " + token);
    }

    private void figure(String name, long value) {
        figures.println("round." + name + ": " + value);
    }
}
