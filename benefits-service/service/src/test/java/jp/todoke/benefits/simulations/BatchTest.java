package jp.todoke.benefits.simulations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.todoke.benefits.BenefitsTestSystem;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BatchTest extends BenefitsTestSystem {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** A case whose only child is born in a month of its own, so that its answer can be told from the others. */
    private static String household(int number) {
        return "{\"programme\":\"CHILD_ALLOWANCE\",\"from\":\"2026-11\",\"to\":\"2027-10\",\"claimant\":{\"kind\":\"PARENT\"},"
                + "\"claims\":[{\"kind\":\"NEW\",\"receivedOn\":\"2026-11-25\",\"children\":[\"h" + number + "\"]}],"
                + "\"children\":[{\"id\":\"h" + number + "\",\"birthDate\":\"2024-0" + (number % 9 + 1) + "-15\"}]}";
    }

    private HttpResponse<InputStream> batch(String body, String query) {
        try {
            return HTTP
                    .send(request("/api/v1/simulations:batch" + query, user("vendor", HERE)).header("Content-Type", "application/x-ndjson")
                            .POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofInputStream());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<JsonNode> lines(HttpResponse<InputStream> response) throws IOException {
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/x-ndjson");
        try (InputStream body = response.body()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8).lines().map(JSON::readTree).map(JsonNode.class::cast).toList();
        }
    }

    @Test
    void answersEachLineInItsPlaceWhateverBecomesOfTheOthers() throws IOException {
        String body = household(1) + "\n\n  \r\nno JSON\r\n" + household(2).replace("2026-11-25", "2026-13-25").replace("PARENT", "MOTHER")
                + "\n" + household(3).replace("\"from\":\"2026-11\"", "\"from\":\"1950-01\"").replace("2027-10", "1950-02") + "\n[]\n"
                + household(4).replace("\"claims\"", "\"colour\":1,\"claims\"");

        List<JsonNode> answers = lines(batch(body, ""));

        assertThat(answers).hasSize(6);
        assertThat(answers.get(0).at("/months/1/children/0/id").asString()).isEqualTo("h1");
        assertThat(answers.get(0).has("traces")).isTrue();
        assertThat(answers.get(1).at("/status").asInt()).isEqualTo(400);
        assertThat(answers.get(1).at("/errors/0/code").asString()).isEqualTo("SYNTAX");
        assertThat(answers.get(2).at("/status").asInt()).isEqualTo(400);
        assertThat(answers.get(2).at("/errors").findValuesAsString("pointer")).containsExactlyInAnyOrder("/claims/0/receivedOn",
                "/claimant/kind");
        assertThat(answers.get(3).at("/status").asInt()).isEqualTo(422);
        assertThat(answers.get(3).at("/code").asString()).isEqualTo("PARAMETER_MISSING");
        assertThat(answers.get(4).at("/status").asInt()).isEqualTo(400);
        assertThat(answers.get(5).at("/warnings/0/pointer").asString()).isEqualTo("/colour");
        assertThat(answers.get(5).at("/months/1/children/0/id").asString()).isEqualTo("h4");
    }

    @Test
    void keepsTheOrderOfManyLinesAmongThemLongOnes() throws IOException {
        int count = 20_000;
        String body = IntStream.range(0, count)
                .mapToObj(i -> i % 4_999 == 7 ? household(i).replace("2026-11\"", "2024-11\"").replace("2027-10", "2124-10") : household(i))
                .collect(Collectors.joining("\n"));

        HttpResponse<InputStream> response = batch(body, "?trace=none");

        int seen = 0;
        try (BufferedReader answers = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                boolean own = line.contains("\"id\":\"h" + seen + "\"") || line.contains("\"status\":422");
                assertThat(own).as("answer " + seen).isTrue();
                seen++;
            }
        }
        assertThat(seen).isEqualTo(count);
    }

    @Test
    void tellsALineThatIsTooLong() throws IOException {
        String body = household(1) + "\n{\"x\":\"" + "a".repeat(BatchLine.LONGEST) + "\"}\n" + household(2) + "\n";

        List<JsonNode> answers = lines(batch(body, ""));

        assertThat(answers.stream().map(answer -> answer.path("status").asInt(200))).containsExactly(200, 413, 200);
    }

    @Test
    void refusesTheWholeOnlyForItsParameters() {
        assertThat(batch(household(1), "?trace=maybe").statusCode()).isEqualTo(400);
    }

    /** The file of a batch is nameless from the beginning, so that nothing of it is left whatever happens. */
    @Test
    void leavesNoFileBehindAndStopsWhenTheClientHasGone() throws IOException {
        PipedOutputStream sending = new PipedOutputStream();
        try (PipedInputStream body = new PipedInputStream(sending); SpooledLines lines = open(body, sending)) {
            assertThat(new String(lines.next(), StandardCharsets.UTF_8)).isEqualTo("one");
            assertThat(new String(lines.next(), StandardCharsets.UTF_8)).isEqualTo("two");
            assertThat(lines.next()).isNull();
            try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
                assertThat(files.map(file -> file.getFileName().toString())).noneMatch(name -> name.startsWith("todoke-lines-"));
            }
        }
        HttpResponse<InputStream> abandoned = batch(
                IntStream.range(0, 50_000).mapToObj(BatchTest::household).collect(Collectors.joining("\n")),
                "");
        abandoned.body().close();

        // Every place is free again: as many batches as may run at once are served.
        await().until(
                () -> IntStream.range(0, 4).mapToObj(i -> batch(household(i), "")).allMatch(response -> response.statusCode() == 200));
    }

    private static SpooledLines open(PipedInputStream body, PipedOutputStream sending) throws IOException {
        sending.write("one\n\ntwo".getBytes(StandardCharsets.UTF_8));
        sending.close();
        return SpooledLines.of(body, 10);
    }
}
